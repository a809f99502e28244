using System.IO.Compression;
using System.Runtime.InteropServices;

namespace BriefingBot.Ingestion;

/// <summary>The files of a ZIP archive or of a document that is one. Nothing is ever unpacked to a disk.</summary>
internal sealed class ZippedFiles
{
    private const int LocalHeaderLength = 30;
    private const int NotPacked = 0;
    private const int Deflate = 8;

    private readonly ReadOnlyMemory<byte> archive;
    private readonly ReadingBudget budget;
    private readonly Dictionary<string, ZipEntry> byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Throws <see cref="UnreadableInputException"/> where it is no archive that can be read.</summary>
    public ZippedFiles(ReadOnlyMemory<byte> archive, ReadingBudget budget)
    {
        (this.archive, this.budget) = (archive, budget);
        Entries = ZipDirectory.Read(archive.Span);
        foreach (var entry in Entries)
        {
            byName.TryAdd(entry.Name, entry);
        }
    }

    public IReadOnlyList<ZipEntry> Entries { get; }

    /// <summary>The file of this name, whatever its case; null where there is none.</summary>
    public Stream? Open(string name) => byName.TryGetValue(name, out var entry) ? Open(archive, entry, budget) : null;

    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>All of the file of this name; null where there is none.</summary>
    public byte[]? Bytes(string name) => byName.TryGetValue(name, out var entry) ? Bytes(entry) : null;

    public byte[] Bytes(ZipEntry entry) => Unpack(archive, entry, budget);

    /// <summary>All of an entry of these bytes.</summary>
    public static byte[] Unpack(ReadOnlyMemory<byte> archive, ZipEntry entry, ReadingBudget budget)
    {
        using var stream = Open(archive, entry, budget);
        using var bytes = new MemoryStream();
        try
        {
            stream.CopyTo(bytes);
        }
        catch (InvalidDataException fault)
        {
            throw ZipDirectory.Damaged(fault);
        }

        return bytes.ToArray();
    }

    private static BudgetedStream Open(ReadOnlyMemory<byte> archive, ZipEntry entry, ReadingBudget budget)
    {
        if (entry.IsEncrypted)
        {
            throw new UnreadableInputException("it is protected by a password. Pack it again without one");
        }

        if (entry.Length > InputBytes.Largest)
        {
            // What is said to be too large need not be unpacked to know.
            throw ReadingBudget.TooLarge();
        }

        var packed = PackedBytes(archive, entry);
        var stream = new MemoryStream(packed.Array!, packed.Offset, packed.Count, writable: false);
        return entry.Method switch
        {
            NotPacked => new(stream, entry.PackedLength, budget),
            Deflate => new(new DeflateStream(stream, CompressionMode.Decompress), entry.PackedLength, budget),
            _ => throw new UnreadableInputException("it is packed in a way that is not read. Pack it again as a plain ZIP archive (Deflate)"),
        };
    }

    private static ArraySegment<byte> PackedBytes(ReadOnlyMemory<byte> archive, ZipEntry entry)
    {
        var bytes = archive.Span;
        if (entry.Start < 0 || entry.PackedLength < 0 || entry.Start > bytes.Length - LocalHeaderLength || !bytes[(int)entry.Start..].StartsWith("PK\u0003\u0004"u8))
        {
            throw ZipDirectory.Damaged();
        }

        // Its names and extra fields may differ from those of the directory.
        var header = bytes[(int)entry.Start..];
        var start = entry.Start + LocalHeaderLength + (header[26] | (header[27] << 8)) + (header[28] | (header[29] << 8));
        if (entry.PackedLength > bytes.Length - start)
        {
            throw ZipDirectory.Damaged();
        }

        var packed = archive.Slice((int)start, (int)entry.PackedLength);
        return MemoryMarshal.TryGetArray(packed, out var array) ? array : new(packed.ToArray());
    }
}
