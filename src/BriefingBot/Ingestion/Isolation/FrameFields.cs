using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace BriefingBot.Ingestion;

/// <summary>Writes a frame's content: numbers, and texts in UTF-16 as they are in memory, halves of pairs included.</summary>
internal sealed class FieldWriter(int expected)
{
    private readonly MemoryStream _bytes = new(expected);

    public ReadOnlyMemory<byte> Content => _bytes.GetBuffer().AsMemory(0, (int)_bytes.Length);

    public void Number(long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        _bytes.Write(bytes);
    }

    public void Text(string? text)
    {
        Number(text?.Length ?? -1);
        _bytes.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    /// <summary>What follows all else, without its length.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public void Each<T>(IReadOnlyCollection<T> values, Action<T> write)
    {
        Number(values.Count);
        foreach (var value in values)
        {
            write(value);
        }
    }
}

/// <summary>Reads what <see cref="FieldWriter"/> wrote. Whoever wrote it may have lost their way: all that makes no sense is an <see cref="InvalidDataException"/>.</summary>
internal sealed class FieldReader(ReadOnlyMemory<byte> content)
{
    private int _at;

    public bool IsAtEnd => _at == content.Length;

    public long Number() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public int Number(int least, int most) => Number() is var number && number >= least && number <= most ? (int)number : throw Nonsense();

    public string? Text(int longest)
    {
        var length = Number(-1, longest);
        return length < 0 ? null : new string(MemoryMarshal.Cast<byte, char>(Take(2 * length)));
    }

    public T[] Each<T>(int most, Func<T> read)
    {
        // Each takes a number at least: no more are set aside than there can be.
        var values = new T[Number(0, Math.Min(most, (content.Length - _at) / 8))];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = read();
        }

        return values;
    }

    /// <summary>What follows all else.</summary>
    public ReadOnlyMemory<byte> Rest() => content[_at..];

    public static InvalidDataException Nonsense() => new("The fields of a frame make no sense.");

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > content.Length - _at)
        {
            throw Nonsense();
        }

        _at += length;
        return content.Span.Slice(_at - length, length);
    }
}
