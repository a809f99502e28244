using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BriefingBot.Tests.Support;

/// <summary>A real <c>redis-server</c> of the machine's on a free loopback port, which keeps nothing on disk. A test skips where there is none.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string[] _settings;
    private Process? _process;

    private RedisServer(int port, string[] settings) => (Port, _settings) = (port, settings);

    public int Port { get; }

    public string ConnectionString => $"127.0.0.1:{Port}";

    public Dictionary<string, string> Settings => new() { ["Redis:ConnectionString"] = ConnectionString };

    public static async Task<RedisServer> StartAsync(string? password = null, params string[] settings)
    {
        var server = new RedisServer(FreePort(), [.. settings, .. password is null ? Array.Empty<string>() : ["--requirepass", password]]);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>On the same port, and empty.</summary>
    public async Task StartAgainAsync()
    {
        try
        {
            _process = Process.Start(new ProcessStartInfo(
                "redis-server",
                ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", .. _settings])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("This needs redis-server, which is not installed: apt-get install redis-server.");
        }

        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!await AnswersAsync(patience.Token))
        {
            Assert.False(_process.HasExited, "redis-server ended before it was ready.");
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Ends it as a fault would.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Whether it answers; it may ask for a password first.</summary>
    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellation);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes("PING\r\n"), cancellation);
            var answer = new byte[1];
            return await stream.ReadAsync(answer, cancellation) == 1 && answer[0] is (byte)'+' or (byte)'-';
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            return false;
        }
    }
}
