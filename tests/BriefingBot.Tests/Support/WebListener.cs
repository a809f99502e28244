using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BriefingBot.Tests.Support;

/// <summary>
/// A server of our own on every address of this computer, which answers as a test says, byte by byte where it wants, and counts who came. A connection takes
/// one request after the other until an answer closes it.
/// </summary>
internal sealed class WebListener : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly Socket _socket;
    private readonly Func<string, WebListener, Stream, CancellationToken, Task> _answer;
    private readonly ConcurrentBag<Task> _open = [];
    private readonly Task _accepting;
    private int _connections;

    /// <param name="answer">Writes the answer to a request for a path, onto the stream.</param>
    public WebListener(Func<string, WebListener, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _socket = Socket.OSSupportsIPv6 ? new(SocketType.Stream, ProtocolType.Tcp) { DualMode = true } : new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _socket.Bind(new IPEndPoint(Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, 0));
        _socket.Listen();
        _accepting = AcceptAsync();
    }

    /// <param name="answer">The whole answer to a request for a path.</param>
    public WebListener(Func<string, string> answer)
        : this((path, _, stream, cancellation) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer(path)), cancellation).AsTask())
    {
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The requests so far, with their headers, as they came.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public IEnumerable<string> Paths => Requests.Select(request => request.Split(' ')[1]);

    /// <summary>An answer with a body; the characters are its bytes.</summary>
    public static string Answer(string body, string type = "text/html", int status = 200, params string[] headers) =>
        $"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n{body}";

    public static string Redirect(string location, int status = 302) => Answer("", status: status, headers: $"Location: {location}");

    public Uri At(string path, string host = "127.0.0.1") => new($"http://{host}:{Port}{path}");

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _socket.Dispose();
        await _accepting;
        await Task.WhenAll(_open);
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _socket.AcceptAsync(_ended.Token);
                Interlocked.Increment(ref _connections);
                _open.Add(ServeAsync(client));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket client)
    {
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
            while (await ReadHeadAsync(reader) is { Length: > 0 } head)
            {
                Requests.Enqueue(head);
                await _answer(head.Split(' ')[1], this, stream, _ended.Token);
                if (!client.Connected)
                {
                    break;
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException or SocketException)
        {
            // The client has gone, or the test has ended.
        }
    }

    private async Task<string> ReadHeadAsync(StreamReader reader)
    {
        var head = new StringBuilder();
        while (await reader.ReadLineAsync(_ended.Token) is { Length: > 0 } line)
        {
            head.Append(line).Append('\n');
        }

        return head.ToString();
    }
}
