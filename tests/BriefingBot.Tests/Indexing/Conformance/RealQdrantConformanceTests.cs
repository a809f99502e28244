using BriefingBot.Tests.Support;
using Grpc.Net.Client;
using Qdrant.Client;
using Qdrant.Client.Grpc;

namespace BriefingBot.Tests.Indexing;

/// <summary>On the server that <c>BRIEFING_QDRANT_ENDPOINT</c> names (its key in <c>BRIEFING_QDRANT_API_KEY</c>), in collections that are deleted again.</summary>
public sealed class RealQdrantConformanceTests : StoreConformance
{
    private const string Variable = "BRIEFING_QDRANT_ENDPOINT";

    private readonly string _collections = $"briefing-test-{Guid.NewGuid():N}";

    private static string? Endpoint => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } endpoint ? endpoint : null;

    private static string? ApiKey => Environment.GetEnvironmentVariable("BRIEFING_QDRANT_API_KEY");

    private protected override Task<Briefing> NewStoreAsync()
    {
        Assert.SkipWhen(Endpoint is null, $"This needs a real Qdrant: {Variable} names none.");
        return Task.FromResult(Briefing.On(new Dictionary<string, string?> { ["Qdrant:Endpoint"] = Endpoint, ["Qdrant:ApiKey"] = ApiKey, ["Qdrant:Collections"] = _collections }));
    }

    private protected override async Task DeleteStoreAsync()
    {
        using var channel = GrpcChannel.ForAddress(Endpoint!);
        using var client = new QdrantClient(new QdrantGrpcClient(new Uri(Endpoint!), ApiKey));
        foreach (var name in await client.ListCollectionsAsync(Cancellation))
        {
            if (name.StartsWith(_collections + "_", StringComparison.Ordinal))
            {
                await client.DeleteCollectionAsync(name, cancellationToken: Cancellation);
            }
        }
    }
}
