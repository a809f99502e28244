using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Indexing;

/// <summary>On the server in this process.</summary>
public sealed class QdrantConformanceTests : StoreConformance
{
    private QdrantServer? _server;

    private protected override async Task<Briefing> NewStoreAsync()
    {
        _server = await QdrantServer.StartAsync();
        return Briefing.On(new Dictionary<string, string?> { ["Qdrant:Endpoint"] = $"{_server.Endpoint}" });
    }

    private protected override async Task DeleteStoreAsync() => await _server!.DisposeAsync();
}
