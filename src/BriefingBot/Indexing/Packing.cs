using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>How spans and vectors lie in a blob: little-endian numbers, one after the other.</summary>
internal static class Packing
{
    public static byte[] Pack(ReadOnlySpan<float> vector) => MemoryMarshal.AsBytes(vector).ToArray();

    public static byte[] PackHalves(ImmutableArray<ReadOnlyMemory<float>> vectors, int dimensions)
    {
        var halves = new Half[vectors.Length * dimensions];
        for (var i = 0; i < vectors.Length; i++)
        {
            TensorPrimitives.ConvertToHalf(vectors[i].Span, halves.AsSpan(i * dimensions, dimensions));
        }

        return MemoryMarshal.AsBytes<Half>(halves).ToArray();
    }

    public static ImmutableArray<ReadOnlyMemory<float>> UnpackHalves(byte[] blob, int count)
    {
        var halves = MemoryMarshal.Cast<byte, Half>(blob);
        var all = new float[halves.Length];
        TensorPrimitives.ConvertToSingle(halves, all);
        var dimensions = count == 0 ? 0 : all.Length / count;
        if (dimensions * count != all.Length)
        {
            throw new InvalidDataException($"{all.Length} numbers are no {count} vectors");
        }

        return [.. Enumerable.Range(0, count).Select(i => new ReadOnlyMemory<float>(all, i * dimensions, dimensions))];
    }

    public static byte[] Pack(ImmutableArray<TextSpan> spans) =>
        MemoryMarshal.AsBytes<int>([.. spans.SelectMany(span => new[] { span.Start, span.End })]).ToArray();

    public static ImmutableArray<TextSpan> UnpackSpans(byte[] blob)
    {
        var numbers = MemoryMarshal.Cast<byte, int>(blob);
        var spans = ImmutableArray.CreateBuilder<TextSpan>(numbers.Length / 2);
        for (var i = 0; i < numbers.Length; i += 2)
        {
            spans.Add(new(numbers[i], numbers[i + 1]));
        }

        return spans.MoveToImmutable();
    }
}
