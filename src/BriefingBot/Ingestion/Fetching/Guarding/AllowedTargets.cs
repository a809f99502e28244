using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace BriefingBot.Ingestion;

/// <summary>What the configuration lets be reached though it is not public: hosts by name, and networks.</summary>
internal sealed class AllowedTargets(IOptions<WebOptions> options)
{
    private readonly string[] _hosts = [.. options.Value.HostList.Select(AsSent)];
    private readonly IPNetwork[] _networks = [.. options.Value.NetworkList];

    /// <summary>Whether an address of a special network may be reached by this name.</summary>
    public bool Admit(string host, IPAddress address, SpecialNetwork special) =>
        Array.Exists(_networks, network => network.Contains(WrappedAddress.MappedOrItself(address)))
        || (!special.ByNetworkAlone && Array.Exists(_hosts, allowed => IsMeant(allowed, host.TrimEnd('.'))));

    private static bool IsMeant(string allowed, string host) => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);

    // Names with letters beyond ASCII reach the guard in the form that the wire has.
    private static string AsSent(string host)
    {
        try
        {
            return host.StartsWith("*.", StringComparison.Ordinal) ? "*." + new IdnMapping().GetAscii(host[2..]) : host.Contains(':') ? host : new IdnMapping().GetAscii(host);
        }
        catch (ArgumentException)
        {
            return host;
        }
    }
}
