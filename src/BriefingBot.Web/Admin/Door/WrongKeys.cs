using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Web.Admin;

/// <summary>Counts wrong keys by the address that they come from, and has it wait after too many.</summary>
internal sealed class WrongKeys(TimeProvider time)
{
    private const int MostInAWindow = 10;
    private const int MostAddresses = 10_000;

    // A network has at least so many bits of an IPv6 address for itself.
    private const int BytesOfNetwork = 8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _one = new();
    private readonly Dictionary<string, (DateTimeOffset Until, int Count)> _byAddress = new(StringComparer.Ordinal);

    /// <summary>How long an address has to wait; null where it does not.</summary>
    public TimeSpan? WaitOf(IPAddress? address)
    {
        lock (_one)
        {
            return _byAddress.TryGetValue(KeyOf(address), out var met) && met.Count >= MostInAWindow && met.Until > time.GetUtcNow() ? met.Until - time.GetUtcNow() : null;
        }
    }

    /// <summary>Notes a wrong key.</summary>
    /// <returns>How many there were within a minute.</returns>
    public int Add(IPAddress? address)
    {
        lock (_one)
        {
            var now = time.GetUtcNow();
            if (_byAddress.Count >= MostAddresses)
            {
                foreach (var old in _byAddress.Where(met => met.Value.Until <= now).Select(met => met.Key).ToArray())
                {
                    _byAddress.Remove(old);
                }

                if (_byAddress.Count >= MostAddresses)
                {
                    _byAddress.Clear();
                }
            }

            var key = KeyOf(address);
            var met = _byAddress.TryGetValue(key, out var before) && before.Until > now ? before : (Until: now + Window, Count: 0);
            _byAddress[key] = (met.Until, met.Count + 1);
            return met.Count + 1;
        }
    }

    private static string KeyOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, BytesOfNetwork)),
        _ => address.ToString(),
    };
}
