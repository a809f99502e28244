using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.Options;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>The one channel to the Qdrant server. Nothing is sent before the first call.</summary>
internal sealed class QdrantConnection : IDisposable
{
    // The text of a long article travels in parts far below this.
    private const int MaxMessageBytes = 64 << 20;

    private readonly GrpcChannel _channel;
    private readonly Qdrant.Client.Grpc.Qdrant.QdrantClient _server;
    private volatile Version? _version;

    public QdrantConnection(IOptions<QdrantOptions> options, TimeProvider clock)
    {
        Options = options.Value;
        var address = Options.Address;
        Location = $"Qdrant at {address.GetLeftPart(UriPartial.Authority)}, collections {Options.Collections}_*";
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            MaxReceiveMessageSize = MaxMessageBytes,
            MaxSendMessageSize = MaxMessageBytes,
            DisposeHttpClient = true,
            HttpHandler = new SocketsHttpHandler
            {
                // A server that vanished without a word is noticed by these, not by the system minutes later.
                ConnectTimeout = TimeSpan.FromSeconds(2),
                KeepAlivePingDelay = TimeSpan.FromSeconds(20),
                KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
                EnableMultipleHttp2Connections = true,
                AllowAutoRedirect = false,
                UseProxy = false,
            },
        });
        var client = new QdrantGrpcClient(_channel
            .Intercept(headers =>
            {
                if (!string.IsNullOrEmpty(Options.ApiKey))
                {
                    headers.Add("api-key", Options.ApiKey);
                }

                return headers;
            })
            .Intercept(new ResilientCalls(Location, TimeSpan.FromSeconds(Options.TimeoutSeconds), clock)));
        (Points, Collections, _server) = (client.Points, client.Collections, client.Qdrant);
    }

    public QdrantOptions Options { get; }

    /// <summary>The server and its collections, for people.</summary>
    public string Location { get; }

    public Points.PointsClient Points { get; }

    public Collections.CollectionsClient Collections { get; }

    /// <summary>The server's version. Asked for once: a cluster is upgraded under running programs, but never to an older one.</summary>
    public async Task<Version> ServerVersionAsync(CancellationToken cancellation)
    {
        if (_version is null)
        {
            var health = await _server.HealthCheckAsync(new(), cancellationToken: cancellation);
            _version = Version.TryParse(health.Version.Split('-')[0], out var version) ? version : new(0, 0);
        }

        return _version;
    }

    public void Dispose() => _channel.Dispose();
}
