using System.Net;

namespace BriefingBot.Ingestion;

/// <summary>
/// A network that is not of the public internet: the IANA registries of special-purpose addresses, and where clouds tell their machines' secrets
/// (https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry).
/// </summary>
/// <param name="Network">Its addresses.</param>
/// <param name="What">What an address of it is, for people.</param>
/// <param name="ByNetworkAlone">Whether it takes the network itself to be allowed: no honest host's name leads there.</param>
internal sealed record SpecialNetwork(IPNetwork Network, string What, bool ByNetworkAlone = false)
{
    // The first that holds an address names it.
    private static readonly SpecialNetwork[] All =
    [
        Of("169.254.169.254/32", "where a cloud tells a machine its secrets", byNetworkAlone: true),
        Of("100.100.100.200/32", "where a cloud tells a machine its secrets", byNetworkAlone: true),
        Of("168.63.129.16/32", "where a cloud tells a machine its secrets", byNetworkAlone: true),
        Of("192.0.0.192/32", "where a cloud tells a machine its secrets", byNetworkAlone: true),
        Of("fd00:ec2::254/128", "where a cloud tells a machine its secrets", byNetworkAlone: true),
        Of("127.0.0.0/8", "this computer itself"),
        Of("::1/128", "this computer itself"),
        Of("0.0.0.0/8", "this computer itself"),
        Of("10.0.0.0/8", "a private address"),
        Of("172.16.0.0/12", "a private address"),
        Of("192.168.0.0/16", "a private address"),
        Of("100.64.0.0/10", "a carrier's private address"),
        Of("fc00::/7", "a private address"),
        Of("169.254.0.0/16", "an address of this wire alone", byNetworkAlone: true),
        Of("fe80::/10", "an address of this wire alone", byNetworkAlone: true),
        Of("fec0::/10", "a private address of an old kind"),
        Of("192.0.0.0/24", "an address for protocols", byNetworkAlone: true),
        Of("192.88.99.0/24", "a relay's address", byNetworkAlone: true),
        Of("198.18.0.0/15", "an address for measurements"),
        Of("192.0.2.0/24", "an address for documentation"),
        Of("198.51.100.0/24", "an address for documentation"),
        Of("203.0.113.0/24", "an address for documentation"),
        Of("2001:db8::/32", "an address for documentation"),
        Of("3fff::/20", "an address for documentation"),
        Of("224.0.0.0/4", "an address of many computers at once", byNetworkAlone: true),
        Of("ff00::/8", "an address of many computers at once", byNetworkAlone: true),
        Of("255.255.255.255/32", "an address of many computers at once", byNetworkAlone: true),
        Of("240.0.0.0/4", "an address that nobody has", byNetworkAlone: true),
    ];

    // What is handed out of IPv6 begins so; of that, the registry keeps the first part for protocols. Teredo is of it, and judged by what it wraps.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Protocols = IPNetwork.Parse("2001::/23");
    private static readonly SpecialNetwork NotPublic = Of("::/0", "no address of the public internet", byNetworkAlone: true);

    /// <summary>The network that keeps an address from being public, also one that it wraps; null for a public one.</summary>
    public static SpecialNetwork? Holding(IPAddress address)
    {
        if (WrappedAddress.MappedOrItself(address) is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork } plain)
        {
            return Array.Find(All, special => special.Network.Contains(plain));
        }

        if (Array.Find(All, special => special.Network.Contains(address)) is { } found)
        {
            return found;
        }

        IPAddress[] wrapped = [.. WrappedAddress.Within(address)];
        return wrapped.Select(Holding).FirstOrDefault(special => special is not null)
            ?? (wrapped.Length > 0 || (GlobalUnicast.Contains(address) && !Protocols.Contains(address)) ? null : NotPublic);
    }

    private static SpecialNetwork Of(string network, string what, bool byNetworkAlone = false) => new(IPNetwork.Parse(network), what, byNetworkAlone);
}
