using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Ingestion;

/// <summary>How a name becomes addresses, and an address a connection: what the guard stands between.</summary>
/// <param name="Resolve">All addresses of a name. Throws <see cref="SocketException"/> where there are none.</param>
/// <param name="Dial">A connection to just this address. Throws <see cref="SocketException"/> where there is none to be had.</param>
internal sealed record NetworkCalls(Func<string, CancellationToken, Task<IPAddress[]>> Resolve, Func<IPEndPoint, CancellationToken, Task<Stream>> Dial)
{
    /// <summary>Those of the system.</summary>
    public static NetworkCalls System { get; } = new(Dns.GetHostAddressesAsync, ConnectAsync);

    private static async Task<Stream> ConnectAsync(IPEndPoint to, CancellationToken cancellation)
    {
        var socket = new Socket(to.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(to, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
