using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Qdrant.Client.Grpc;

namespace BriefingBot.Tests.Support;

/// <summary>
/// A Qdrant server in this process, as far as the product uses one: it speaks gRPC on a loopback port, keeps its collections in memory and
/// can be told to misbehave. It is our reading of Qdrant; the same tests run on others' engines.
/// </summary>
internal sealed class QdrantServer : IAsyncDisposable
{
    private readonly string? _apiKey;
    private readonly QdrantEngine _engine;
    private WebApplication _host = null!;
    private int _calls;

    private QdrantServer(string? apiKey, string version) => (_apiKey, _engine) = (apiKey, new(version));

    public int Port { get; private set; }

    public Uri Endpoint => new($"http://127.0.0.1:{Port}");

    /// <summary>Asked before each call what shall become of it, with the number of the call.</summary>
    public Func<string, int, QdrantCallFault?> Faults { get; set; } = (_, _) => null;

    /// <summary>The methods that were called, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>The names of the collections, sorted.</summary>
    public IReadOnlyList<string> Collections => _engine.CollectionNames;

    public static async Task<QdrantServer> StartAsync(string? apiKey = null, string version = "1.20.0")
    {
        var server = new QdrantServer(apiKey, version);
        await server.ResumeAsync();
        return server;
    }

    public QdrantCollection Collection(string nameOrAlias) => _engine.Resolve(nameOrAlias);

    /// <summary>One call in <paramref name="every"/> fails as unavailable, by chance that is the same in each run, and each takes so long.</summary>
    public void FailAtRandom(int every, TimeSpan delay)
    {
        var random = new Random(20261126);
        Faults = (_, _) =>
        {
            lock (random)
            {
                return new(delay, random.Next(every) == 0 ? StatusCode.Unavailable : null);
            }
        };
    }

    /// <summary>Nothing listens any more; what is stored stays.</summary>
    public async Task PauseAsync()
    {
        await _host.StopAsync(new CancellationToken(canceled: true));
        await _host.DisposeAsync();
    }

    /// <summary>Listens again, on the same port.</summary>
    public async Task ResumeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 64 << 20;
            kestrel.Listen(IPAddress.Loopback, Port, listen => listen.Protocols = HttpProtocols.Http2);
        });
        _host = builder.Build();
        _host.Run(AnswerAsync);
        await _host.StartAsync();
        Port = new Uri(_host.Urls.Single()).Port;
    }

    public async ValueTask DisposeAsync() => await PauseAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var method = context.Request.Path.Value!.TrimStart('/');
        Calls.Enqueue(method);
        var (status, message, reply) = await CallAsync(context, method);
        context.Response.ContentType = "application/grpc";
        if (reply is not null)
        {
            var frame = new byte[5 + reply.CalculateSize()];
            BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)(frame.Length - 5));
            reply.WriteTo(frame.AsSpan(5));
            await context.Response.Body.WriteAsync(frame);
        }

        context.Response.AppendTrailer("grpc-status", $"{(int)status}");
        context.Response.AppendTrailer("grpc-message", Uri.EscapeDataString(message));
    }

    private async Task<(StatusCode Status, string Message, IMessage? Reply)> CallAsync(HttpContext context, string method)
    {
        if (_apiKey is not null && context.Request.Headers["api-key"] != _apiKey)
        {
            return (StatusCode.Unauthenticated, "Invalid API key or JWT", null);
        }

        if (!QdrantMethods.All.TryGetValue(method, out var handler))
        {
            return (StatusCode.Unimplemented, $"{method} is not implemented here", null);
        }

        var request = handler.Parse(await ReadAsync(context));
        var fault = Faults(method, Interlocked.Increment(ref _calls));
        await Task.Delay(fault?.Delay ?? TimeSpan.Zero, context.RequestAborted);
        if (fault is { Status: { } failure })
        {
            Suffer(handler, request, fault.Done);
            return (failure, "a fault was asked for", null);
        }

        try
        {
            return (StatusCode.OK, "", handler.Call(_engine, request));
        }
        catch (RpcException refused)
        {
            return (refused.StatusCode, refused.Status.Detail, null);
        }
    }

    /// <summary>Does as much of the work as the fault allows.</summary>
    private void Suffer(QdrantMethod handler, IMessage request, QdrantWorkDone done)
    {
        if (done == QdrantWorkDone.Half && request is UpsertPoints whole)
        {
            var half = whole.Clone();
            half.Points.Clear();
            half.Points.AddRange(whole.Points.Take(whole.Points.Count / 2));
            request = half;
        }

        if (done != QdrantWorkDone.Nothing)
        {
            handler.Call(_engine, request);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var frame = body.ToArray();
        Assert.Equal(0, frame[0]);
        return frame[5..];
    }
}

/// <summary>What becomes of a call.</summary>
/// <param name="Delay">It takes so much longer.</param>
/// <param name="Status">It ends so; null: as it does.</param>
/// <param name="Done">What was done of it all the same, where it ends badly.</param>
internal sealed record QdrantCallFault(TimeSpan Delay, StatusCode? Status, QdrantWorkDone Done = QdrantWorkDone.Nothing);

internal enum QdrantWorkDone
{
    Nothing,

    /// <summary>Of several points, the first half.</summary>
    Half,

    /// <summary>All: only the reply was lost.</summary>
    All,
}
