using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Ingestion;

/// <summary>IPv4 addresses that stand within IPv6 ones: what is sent to the one may reach the other.</summary>
internal static class WrappedAddress
{
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    /// <summary>The IPv4 address that ::ffff:a.b.c.d is another way to write; else the address, without the wire that it may name.</summary>
    public static IPAddress MappedOrItself(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address.AddressFamily == AddressFamily.InterNetworkV6 ? new(address.GetAddressBytes()) : address;

    /// <summary>Those within an address of 6to4 (RFC 3056), NAT64 (RFC 6052), Teredo (RFC 4380: its server's, and its client's with all bits turned) or ISATAP (RFC 5214).</summary>
    public static IEnumerable<IPAddress> Within(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (SixToFour.Contains(address))
        {
            yield return new(bytes[2..6]);
        }
        else if (Translated.Contains(address))
        {
            yield return new(bytes[12..]);
        }
        else if (Teredo.Contains(address))
        {
            yield return new(bytes[4..8]);
            yield return new([.. bytes[12..].Select(part => (byte)~part)]);
        }
        else if (bytes is [_, _, _, _, _, _, _, _, 0 or 2, 0, 0x5E, 0xFE, ..] && IPNetwork.Parse("2000::/3").Contains(address))
        {
            yield return new(bytes[12..]);
        }
    }
}
