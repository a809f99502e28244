using Grpc.Core;
using Qdrant.Client.Grpc;

namespace BriefingBot.Tests.Support;

/// <summary>Collections and aliases. Each call is one step: nothing is seen half done.</summary>
internal sealed class QdrantEngine(string version)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, QdrantCollection> _collections = [];
    private readonly Dictionary<string, string> _aliases = [];

    public string Version { get; } = version;

    public IReadOnlyList<string> CollectionNames
    {
        get
        {
            lock (_lock)
            {
                return [.. _collections.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    public QdrantCollection Resolve(string name)
    {
        lock (_lock)
        {
            return _collections.GetValueOrDefault(_aliases.GetValueOrDefault(name, name))
                ?? throw new RpcException(new(StatusCode.NotFound, $"Not found: Collection `{name}` doesn't exist!"));
        }
    }

    public CollectionOperationResponse Create(CreateCollection request)
    {
        lock (_lock)
        {
            return _collections.TryAdd(request.CollectionName, new(request, knowsCorpus: System.Version.Parse(Version) >= new System.Version(1, 19)))
                ? Done()
                : throw new RpcException(new(StatusCode.AlreadyExists, $"Wrong input: Collection `{request.CollectionName}` already exists!"));
        }
    }

    public CollectionOperationResponse Delete(DeleteCollection request)
    {
        lock (_lock)
        {
            foreach (var alias in _aliases.Where(alias => alias.Value == request.CollectionName).Select(alias => alias.Key).ToArray())
            {
                _aliases.Remove(alias);
            }

            return new() { Result = _collections.Remove(request.CollectionName) };
        }
    }

    public ListCollectionsResponse List() => new() { Collections = { CollectionNames.Select(name => new CollectionDescription { Name = name }) } };

    public CollectionExistsResponse Exists(CollectionExistsRequest request)
    {
        lock (_lock)
        {
            return new() { Result = new() { Exists = _collections.ContainsKey(_aliases.GetValueOrDefault(request.CollectionName, request.CollectionName)) } };
        }
    }

    public GetCollectionInfoResponse Info(GetCollectionInfoRequest request)
    {
        var collection = Resolve(request.CollectionName);
        var config = new CollectionConfig { Params = new() { VectorsConfig = collection.Config.VectorsConfig } };
        return new() { Result = new() { Status = CollectionStatus.Green, PointsCount = (ulong)collection.Count(null), Config = config } };
    }

    public CollectionOperationResponse UpdateAliases(ChangeAliases request)
    {
        lock (_lock)
        {
            foreach (var action in request.Actions)
            {
                switch (action.ActionCase)
                {
                    case AliasOperations.ActionOneofCase.DeleteAlias:
                        _aliases.Remove(action.DeleteAlias.AliasName);
                        break;
                    case AliasOperations.ActionOneofCase.CreateAlias when _collections.ContainsKey(action.CreateAlias.CollectionName):
                        _aliases[action.CreateAlias.AliasName] = action.CreateAlias.CollectionName;
                        break;
                    case AliasOperations.ActionOneofCase.CreateAlias:
                        throw new RpcException(new(StatusCode.NotFound, $"Not found: Collection `{action.CreateAlias.CollectionName}` doesn't exist!"));
                    default:
                        throw new RpcException(new(StatusCode.Unimplemented, $"{action.ActionCase} is not implemented here"));
                }
            }

            return Done();
        }
    }

    public ListAliasesResponse ListAliases()
    {
        lock (_lock)
        {
            return new() { Aliases = { _aliases.Select(alias => new AliasDescription { AliasName = alias.Key, CollectionName = alias.Value }) } };
        }
    }

    public PointsOperationResponse Upsert(UpsertPoints request)
    {
        Resolve(request.CollectionName).Upsert(request.Points, request.UpdateMode, request.UpdateFilter);
        return Completed();
    }

    public PointsOperationResponse Delete(DeletePoints request)
    {
        Resolve(request.CollectionName).Delete(request.Points);
        return Completed();
    }

    public PointsOperationResponse OverwritePayload(SetPayloadPoints request)
    {
        Resolve(request.CollectionName).OverwritePayload(request.PointsSelector, request.Payload);
        return Completed();
    }

    public PointsOperationResponse SetPayload(SetPayloadPoints request)
    {
        Resolve(request.CollectionName).SetPayload(request.PointsSelector, request.Payload);
        return Completed();
    }

    public PointsOperationResponse CreateFieldIndex(CreateFieldIndexCollection request)
    {
        Resolve(request.CollectionName).Index(request.FieldName, request.FieldType);
        return Completed();
    }

    public GetResponse Get(GetPoints request) => new() { Result = { Resolve(request.CollectionName).Get(request) } };

    public CountResponse Count(CountPoints request) => new() { Result = new() { Count = (ulong)Resolve(request.CollectionName).Count(request.Filter) } };

    public ScrollResponse Scroll(ScrollPoints request) => Resolve(request.CollectionName).Scroll(request);

    public FacetResponse Facet(FacetCounts request) => Resolve(request.CollectionName).Facet(request);

    public QueryBatchResponse QueryBatch(QueryBatchPoints request)
    {
        var collection = Resolve(request.CollectionName);
        return new() { Result = { collection.Query(request.QueryPoints).Select(found => new BatchResult { Result = { found } }) } };
    }

    private static CollectionOperationResponse Done() => new() { Result = true };

    private static PointsOperationResponse Completed() => new() { Result = new() { Status = UpdateStatus.Completed } };
}
