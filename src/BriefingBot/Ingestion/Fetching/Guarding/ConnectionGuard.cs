using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Ingestion;

/// <summary>
/// Makes every connection to the web. A name is looked up once, each of its addresses is checked, and one that was checked is connected to: what the
/// name leads to a moment later, or what else it leads to, does not matter.
/// </summary>
internal sealed class ConnectionGuard(AllowedTargets allowed, NetworkCalls network)
{
    // A name's first address may be one that this computer has no way to.
    private static readonly TimeSpan OneOfSeveral = TimeSpan.FromSeconds(3);

    /// <exception cref="UnreadableInputException">The host is not known, leads to an address that is not public and not allowed, or does not answer.</exception>
    public async Task<Stream> ConnectAsync(DnsEndPoint to, CancellationToken cancellation)
    {
        var addresses = await AddressesOfAsync(to.Host, cancellation);

        // One that is not public among several is as bad: a server that gives both waits for whoever takes the wrong one.
        foreach (var address in addresses)
        {
            if (SpecialNetwork.Holding(address) is { } special && !allowed.Admit(to.Host, address, special))
            {
                var remedy = special.ByNetworkAlone ? "Only public addresses are fetched from" : "Only public addresses are fetched from; to allow this one, name the host in Ingestion:Web:AllowedHosts or its network in Ingestion:Web:AllowedNetworks";
                throw new UnreadableInputException($"{to.Host} leads to {special.What} ({address}). {remedy}");
            }
        }

        for (var at = 0; ; at++)
        {
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            attempt.CancelAfter(at + 1 < addresses.Length ? OneOfSeveral : Timeout.InfiniteTimeSpan);
            try
            {
                return await network.Dial(new(addresses[at], to.Port), attempt.Token);
            }
            catch (Exception fault) when (fault is SocketException or OperationCanceledException && !cancellation.IsCancellationRequested)
            {
                if (at + 1 == addresses.Length)
                {
                    throw new UnreadableInputException($"nothing answers at {to.Host}, port {to.Port}. Check the address, or try again later", fault);
                }
            }
        }
    }

    private async Task<IPAddress[]> AddressesOfAsync(string host, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host, out var written))
        {
            return [written];
        }

        // Whatever a server of names says of it: https://www.rfc-editor.org/rfc/rfc6761#section-6.3.
        if (host.TrimEnd('.').Split('.')[^1].Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return [IPAddress.Loopback];
        }

        try
        {
            return await network.Resolve(host, cancellation) is { Length: > 0 } found ? found : throw new SocketException((int)SocketError.HostNotFound);
        }
        catch (Exception fault) when (fault is SocketException or ArgumentException)
        {
            throw new UnreadableInputException($"no host of the name {host} is known. Check the address and this computer's connection", fault);
        }
    }
}
