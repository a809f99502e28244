using System.Buffers.Binary;

namespace BriefingBot.Ingestion;

/// <summary>What a frame means.</summary>
internal enum FrameKind : byte
{
    /// <summary>From the child: it has begun and takes requests.</summary>
    Ready = 0xB1,

    /// <summary>To the child: a file to read.</summary>
    Request,

    /// <summary>From the child: a part of the file.</summary>
    Part,

    /// <summary>From the child: no more parts.</summary>
    End,

    /// <summary>From the child: the file cannot be read, and why.</summary>
    Refused,

    /// <summary>From the child: a reader failed on it in a way that no reader should.</summary>
    Failed,
}

/// <summary>A message between the process that reads and the one that has it read: its kind and length in five bytes, and its content.</summary>
internal readonly record struct ReadingFrame(FrameKind Kind, ReadOnlyMemory<byte> Content)
{
    /// <summary>Text of the largest file, in two bytes a character, or the largest file itself, with room for what is said about it.</summary>
    public const int Longest = (2 * InputBytes.Largest) + (1 << 20);

    public void WriteTo(Stream stream)
    {
        stream.Write(Head());
        stream.Write(Content.Span);
        stream.Flush();
    }

    public async Task WriteToAsync(Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(Head(), cancellation);
        await stream.WriteAsync(Content, cancellation);
        await stream.FlushAsync(cancellation);
    }

    /// <summary>Null where the stream ends. Throws <see cref="InvalidDataException"/> for what is no frame, before anything is set aside for it.</summary>
    public static async Task<ReadingFrame?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var head = new byte[5];
        if (await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation) < head.Length)
        {
            return null;
        }

        var (kind, length) = ((FrameKind)head[0], BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1)));
        if (!Enum.IsDefined(kind) || length is < 0 or > Longest)
        {
            throw new InvalidDataException("No frame begins so.");
        }

        var content = new byte[length];
        return await stream.ReadAtLeastAsync(content, length, throwOnEndOfStream: false, cancellation) < length ? null : new(kind, content);
    }

    private byte[] Head()
    {
        var head = new byte[5];
        head[0] = (byte)Kind;
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(1), Content.Length);
        return head;
    }
}
