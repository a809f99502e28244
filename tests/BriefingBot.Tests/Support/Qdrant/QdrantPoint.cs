using System.Numerics.Tensors;
using Google.Protobuf.Collections;
using Grpc.Core;
using Qdrant.Client.Grpc;

namespace BriefingBot.Tests.Support;

/// <summary>A point as the server keeps it.</summary>
internal sealed record QdrantPoint(
    string Key, PointId Id, MapField<string, Value> Payload, IReadOnlyDictionary<string, float[]> Dense, IReadOnlyDictionary<string, IReadOnlyDictionary<uint, float>> Sparse)
{
    public static string KeyOf(PointId id) => id.PointIdOptionsCase switch
    {
        PointId.PointIdOptionsOneofCase.Uuid when Guid.TryParse(id.Uuid, out var uuid) => $"u{uuid:D}",
        PointId.PointIdOptionsOneofCase.Num => $"n{id.Num:D20}",
        _ => throw new RpcException(new(StatusCode.InvalidArgument, $"Unable to parse UUID: {id.Uuid}")),
    };

    /// <summary>Throws what the server answers to a point that does not fit its collection.</summary>
    public static QdrantPoint From(PointStruct point, CreateCollection config)
    {
        if (point.Vectors?.Vectors_ is not { } named)
        {
            throw new RpcException(new(StatusCode.InvalidArgument, "Expected some vectors"));
        }

        var (dense, sparse) = (new Dictionary<string, float[]>(), new Dictionary<string, IReadOnlyDictionary<uint, float>>());
        foreach (var (name, vector) in named.Vectors)
        {
            if (vector.VectorCase == Vector.VectorOneofCase.Dense)
            {
                ThrowUnlessDense(config, name, vector.Dense.Data.Count);
                dense[name] = Normalised([.. vector.Dense.Data]);
            }
            else if (vector.VectorCase == Vector.VectorOneofCase.Sparse)
            {
                ThrowUnlessSparse(config, name);
                sparse[name] = vector.Sparse.Indices.Zip(vector.Sparse.Values).ToDictionary(pair => pair.First, pair => pair.Second);
            }
            else
            {
                throw new RpcException(new(StatusCode.Unimplemented, $"{vector.VectorCase} is not kept here"));
            }
        }

        return new(KeyOf(point.Id), point.Id, point.Payload.Clone(), dense, sparse);
    }

    public static void ThrowUnlessDense(CreateCollection config, string name, int dimensions)
    {
        if (config.VectorsConfig?.ParamsMap?.Map.TryGetValue(name, out var known) != true)
        {
            throw new RpcException(new(StatusCode.InvalidArgument, $"Wrong input: Not existing vector name error: {name}"));
        }

        if (known!.Size != (ulong)dimensions)
        {
            throw new RpcException(new(StatusCode.InvalidArgument, $"Wrong input: Vector dimension error: expected dim: {known.Size}, got {dimensions}"));
        }
    }

    public static void ThrowUnlessSparse(CreateCollection config, string name)
    {
        if (config.SparseVectorsConfig?.Map.ContainsKey(name) != true)
        {
            throw new RpcException(new(StatusCode.InvalidArgument, $"Wrong input: Not existing vector name error: {name}"));
        }
    }

    public static float[] Normalised(float[] vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, norm == 0 ? 1 : norm, unit);
        return unit;
    }

    public MapField<string, Value> Shown(WithPayloadSelector? selector)
    {
        var shown = new MapField<string, Value>();
        foreach (var (field, value) in Payload)
        {
            if (selector is { Enable: true } || selector?.Include?.Fields.Contains(field) == true)
            {
                shown[field] = value;
            }
        }

        return shown;
    }

    public VectorsOutput? Shown(WithVectorsSelector? selector)
    {
        if (selector is null)
        {
            return null;
        }

        var shown = new NamedVectorsOutput();
        foreach (var (name, vector) in Dense.Where(vector => IsShown(vector.Key)))
        {
            shown.Vectors[name] = new() { Dense = new() { Data = { vector } } };
        }

        foreach (var (name, weights) in Sparse.Where(vector => IsShown(vector.Key)))
        {
            shown.Vectors[name] = new() { Sparse = new() { Indices = { weights.Keys }, Values = { weights.Values } } };
        }

        return new() { Vectors = shown };

        bool IsShown(string name) => selector.Enable || selector.Include?.Names.Contains(name) == true;
    }
}
