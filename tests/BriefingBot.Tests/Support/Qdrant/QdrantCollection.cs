using System.Numerics.Tensors;
using Google.Protobuf.Collections;
using Grpc.Core;
using Qdrant.Client.Grpc;

namespace BriefingBot.Tests.Support;

/// <summary>The points of one collection, searched exactly: cosine over dense vectors, weighted sums with idf over sparse ones.</summary>
internal sealed class QdrantCollection(CreateCollection config, bool knowsCorpus)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, QdrantPoint> _points = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Vector, uint Dimension), HashSet<QdrantPoint>> _postings = [];
    private readonly Dictionary<string, FieldType> _indexes = [];

    /// <summary>As it was asked for.</summary>
    public CreateCollection Config { get; } = config;

    public IReadOnlyDictionary<string, FieldType> Indexes => _indexes;

    public IReadOnlyList<QdrantPoint> Points
    {
        get
        {
            lock (_lock)
            {
                return [.. _points.Values];
            }
        }
    }

    public void Index(string field, FieldType type)
    {
        lock (_lock)
        {
            _indexes[field] = type;
        }
    }

    public void Upsert(IEnumerable<PointStruct> points, UpdateMode mode, Filter? onlyIf)
    {
        // Refused whole, before anything is written.
        QdrantPoint[] given = [.. points.Select(point => QdrantPoint.From(point, Config))];
        lock (_lock)
        {
            foreach (var point in given)
            {
                var standing = _points.GetValueOrDefault(point.Key);
                if (standing is null ? mode != UpdateMode.UpdateOnly : mode != UpdateMode.InsertOnly && (onlyIf is null || QdrantFilter.Admits(onlyIf, standing)))
                {
                    Remove(point.Key);
                    Add(point);
                }
            }
        }
    }

    public void Delete(PointsSelector selector)
    {
        lock (_lock)
        {
            foreach (var point in Select(selector))
            {
                Remove(point.Key);
            }
        }
    }

    public void OverwritePayload(PointsSelector selector, MapField<string, Value> payload)
    {
        lock (_lock)
        {
            foreach (var point in Select(selector))
            {
                Remove(point.Key);
                Add(point with { Payload = payload.Clone() });
            }
        }
    }

    public void SetPayload(PointsSelector selector, MapField<string, Value> payload)
    {
        lock (_lock)
        {
            foreach (var point in Select(selector))
            {
                var merged = point.Payload.Clone();
                foreach (var (field, value) in payload)
                {
                    merged[field] = value;
                }

                Remove(point.Key);
                Add(point with { Payload = merged });
            }
        }
    }

    public IReadOnlyList<RetrievedPoint> Get(GetPoints request)
    {
        lock (_lock)
        {
            return
            [
                .. request.Ids.Select(QdrantPoint.KeyOf).Distinct().Select(_points.GetValueOrDefault).OfType<QdrantPoint>()
                    .Select(point => new RetrievedPoint { Id = point.Id, Payload = { point.Shown(request.WithPayload) }, Vectors = point.Shown(request.WithVectors) }),
            ];
        }
    }

    public int Count(Filter? filter)
    {
        lock (_lock)
        {
            return _points.Values.Count(point => QdrantFilter.Admits(filter, point));
        }
    }

    public FacetResponse Facet(FacetCounts request)
    {
        lock (_lock)
        {
            var values = _points.Values.Where(point => QdrantFilter.Admits(request.Filter, point)).SelectMany(point => QdrantFilter.Values(point, request.Key));
            var hits = values.CountBy(value => value.StringValue).OrderByDescending(value => value.Value).Take((int)request.Limit);
            return new() { Hits = { hits.Select(hit => new FacetHit { Value = new() { StringValue = hit.Key }, Count = (ulong)hit.Value }) } };
        }
    }

    public ScrollResponse Scroll(ScrollPoints request)
    {
        lock (_lock)
        {
            var from = request.Offset is null ? "" : QdrantPoint.KeyOf(request.Offset);
            var limit = request.HasLimit ? (int)request.Limit : 10;
            var page = _points.Values
                .Where(point => string.CompareOrdinal(point.Key, from) >= 0 && QdrantFilter.Admits(request.Filter, point)).Take(limit + 1).ToArray();
            return new()
            {
                Result = { page.Take(limit).Select(point => new RetrievedPoint { Id = point.Id, Payload = { point.Shown(request.WithPayload) }, Vectors = point.Shown(request.WithVectors) }) },
                NextPageOffset = page.Length > limit ? page[limit].Id : null,
            };
        }
    }

    public IReadOnlyList<IReadOnlyList<ScoredPoint>> Query(IEnumerable<QueryPoints> queries)
    {
        lock (_lock)
        {
            // The population of an idf is the same for all queries of a batch that name the same corpus.
            var populations = new Dictionary<(string, Filter?), int>();
            return [.. queries.Select(query => Query(query, populations))];
        }
    }

    private IReadOnlyList<ScoredPoint> Query(QueryPoints query, Dictionary<(string, Filter?), int> populations)
    {
        if (query.Prefetch.Count > 0 || query.Query.VariantCase != Qdrant.Client.Grpc.Query.VariantOneofCase.Nearest)
        {
            throw new RpcException(new(StatusCode.Unimplemented, "Only nearest neighbours are found here."));
        }

        var nearest = query.Query.Nearest;
        var scores = nearest.VariantCase switch
        {
            VectorInput.VariantOneofCase.Dense => ByDense(query.Using, [.. nearest.Dense.Data], query.Filter),
            VectorInput.VariantOneofCase.Sparse => BySparse(query.Using, nearest.Sparse, query.Filter, knowsCorpus ? query.Params?.Idf?.Corpus : null, populations),
            _ => throw new RpcException(new(StatusCode.Unimplemented, $"{nearest.VariantCase} is not searched by here.")),
        };
        var limit = query.HasLimit ? (int)query.Limit : 10;
        return
        [
            .. scores.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Point.Key, StringComparer.Ordinal).Skip((int)query.Offset).Take(limit)
                .Select(pair => new ScoredPoint
                {
                    Id = pair.Point.Id,
                    Score = (float)pair.Score,
                    Payload = { pair.Point.Shown(query.WithPayload) },
                    Vectors = pair.Point.Shown(query.WithVectors),
                }),
        ];
    }

    private IEnumerable<(QdrantPoint Point, double Score)> ByDense(string name, float[] vector, Filter? filter)
    {
        QdrantPoint.ThrowUnlessDense(Config, name, vector.Length);
        var unit = QdrantPoint.Normalised(vector);
        return _points.Values.Where(point => point.Dense.ContainsKey(name) && QdrantFilter.Admits(filter, point))
            .Select(point => (point, (double)TensorPrimitives.Dot(unit, point.Dense[name])));
    }

    private IEnumerable<(QdrantPoint Point, double Score)> BySparse(
        string name, SparseVector vector, Filter? filter, Filter? corpus, Dictionary<(string, Filter?), int> populations)
    {
        QdrantPoint.ThrowUnlessSparse(Config, name);
        var hasIdf = Config.SparseVectorsConfig.Map[name].Modifier == Modifier.Idf;
        if (!populations.TryGetValue((name, corpus), out var population))
        {
            populations[(name, corpus)] = population = _points.Values.Count(point => point.Sparse.ContainsKey(name) && QdrantFilter.Admits(corpus, point));
        }

        var scores = new Dictionary<QdrantPoint, double>(ReferenceEqualityComparer.Instance);
        foreach (var (dimension, weight) in vector.Indices.Zip(vector.Values))
        {
            var having = _postings.GetValueOrDefault((name, dimension)) ?? [];
            var containing = having.Count(point => QdrantFilter.Admits(corpus, point));
            var idf = hasIdf ? Math.Log(1 + ((population - containing + 0.5) / (containing + 0.5))) : 1;
            foreach (var point in having.Where(point => QdrantFilter.Admits(filter, point)))
            {
                scores[point] = scores.GetValueOrDefault(point) + (weight * idf * point.Sparse[name][dimension]);
            }
        }

        return scores.Select(pair => (pair.Key, pair.Value));
    }

    private QdrantPoint[] Select(PointsSelector selector) => selector.PointsSelectorOneOfCase switch
    {
        PointsSelector.PointsSelectorOneOfOneofCase.Points => [.. selector.Points.Ids.Select(QdrantPoint.KeyOf).Select(_points.GetValueOrDefault).OfType<QdrantPoint>()],
        PointsSelector.PointsSelectorOneOfOneofCase.Filter => [.. _points.Values.Where(point => QdrantFilter.Admits(selector.Filter, point))],
        _ => throw new RpcException(new(StatusCode.InvalidArgument, "PointsSelector is empty")),
    };

    private void Add(QdrantPoint point)
    {
        _points[point.Key] = point;
        foreach (var (name, weights) in point.Sparse)
        {
            foreach (var dimension in weights.Keys)
            {
                (_postings.TryGetValue((name, dimension), out var having) ? having : _postings[(name, dimension)] = new(ReferenceEqualityComparer.Instance)).Add(point);
            }
        }
    }

    private void Remove(string key)
    {
        if (_points.Remove(key, out var point))
        {
            foreach (var (name, weights) in point.Sparse)
            {
                foreach (var dimension in weights.Keys)
                {
                    _postings[(name, dimension)].Remove(point);
                }
            }
        }
    }
}
