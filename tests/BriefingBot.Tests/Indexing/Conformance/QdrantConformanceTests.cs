using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Indexing;

/// <summary>On the server in this process.</summary>
public sealed class QdrantConformanceTests() : InProcessQdrantConformance("1.20.0");

/// <summary>On the server in this process, as one of before 1.19 answers: term statistics take in what the asker may not read.</summary>
public sealed class OlderQdrantConformanceTests() : InProcessQdrantConformance("1.18.2");

public abstract class InProcessQdrantConformance(string version) : StoreConformance
{
    private QdrantServer? _server;

    private protected override async Task<Briefing> NewStoreAsync()
    {
        _server = await QdrantServer.StartAsync(version: version);
        return Briefing.On(new Dictionary<string, string?> { ["Qdrant:Endpoint"] = $"{_server.Endpoint}" });
    }

    private protected override async Task DeleteStoreAsync() => await _server!.DisposeAsync();
}
