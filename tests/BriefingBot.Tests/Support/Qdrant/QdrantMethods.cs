using Google.Protobuf;
using Qdrant.Client.Grpc;

namespace BriefingBot.Tests.Support;

/// <summary>A method of Qdrant's services.</summary>
internal sealed record QdrantMethod(Func<byte[], IMessage> Parse, Func<QdrantEngine, IMessage, IMessage> Call);

/// <summary>The methods that the server knows, by their names on the wire.</summary>
internal static class QdrantMethods
{
    public static readonly IReadOnlyDictionary<string, QdrantMethod> All = new Dictionary<string, QdrantMethod>
    {
        ["qdrant.Qdrant/HealthCheck"] = On(HealthCheckRequest.Parser, (engine, _) => new HealthCheckReply { Title = "in-process", Version = engine.Version }),
        ["qdrant.Collections/Create"] = On(CreateCollection.Parser, (engine, request) => engine.Create(request)),
        ["qdrant.Collections/Delete"] = On(DeleteCollection.Parser, (engine, request) => engine.Delete(request)),
        ["qdrant.Collections/List"] = On(ListCollectionsRequest.Parser, (engine, _) => engine.List()),
        ["qdrant.Collections/CollectionExists"] = On(CollectionExistsRequest.Parser, (engine, request) => engine.Exists(request)),
        ["qdrant.Collections/Get"] = On(GetCollectionInfoRequest.Parser, (engine, request) => engine.Info(request)),
        ["qdrant.Collections/UpdateAliases"] = On(ChangeAliases.Parser, (engine, request) => engine.UpdateAliases(request)),
        ["qdrant.Collections/ListAliases"] = On(ListAliasesRequest.Parser, (engine, _) => engine.ListAliases()),
        ["qdrant.Points/Upsert"] = On(UpsertPoints.Parser, (engine, request) => engine.Upsert(request)),
        ["qdrant.Points/Delete"] = On(DeletePoints.Parser, (engine, request) => engine.Delete(request)),
        ["qdrant.Points/Get"] = On(GetPoints.Parser, (engine, request) => engine.Get(request)),
        ["qdrant.Points/SetPayload"] = On(SetPayloadPoints.Parser, (engine, request) => engine.SetPayload(request)),
        ["qdrant.Points/OverwritePayload"] = On(SetPayloadPoints.Parser, (engine, request) => engine.OverwritePayload(request)),
        ["qdrant.Points/CreateFieldIndex"] = On(CreateFieldIndexCollection.Parser, (engine, request) => engine.CreateFieldIndex(request)),
        ["qdrant.Points/Scroll"] = On(ScrollPoints.Parser, (engine, request) => engine.Scroll(request)),
        ["qdrant.Points/Count"] = On(CountPoints.Parser, (engine, request) => engine.Count(request)),
        ["qdrant.Points/Facet"] = On(FacetCounts.Parser, (engine, request) => engine.Facet(request)),
        ["qdrant.Points/QueryBatch"] = On(QueryBatchPoints.Parser, (engine, request) => engine.QueryBatch(request)),
    };

    private static QdrantMethod On<TRequest, TReply>(MessageParser<TRequest> parser, Func<QdrantEngine, TRequest, TReply> call)
        where TRequest : IMessage<TRequest>
        where TReply : IMessage<TReply> => new(message => parser.ParseFrom(message), (engine, request) => call(engine, (TRequest)request));
}
