using System.Buffers.Binary;

namespace BriefingBot.Ingestion;

/// <summary>
/// The directory at the end of a ZIP archive: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 to 4.3.16. Read here, and
/// not by the runtime's own reader, to be refused before a million entries are in memory.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int HeaderLength = 46;
    private const uint InExtraField = 0xFFFFFFFF;
    private const int Most = 100_000;

    /// <summary>The entries in the order of the directory, folders included. Throws <see cref="UnreadableInputException"/> where there is no sound directory.</summary>
    public static List<ZipEntry> Read(ReadOnlySpan<byte> archive)
    {
        var entries = new List<ZipEntry>();
        var (at, shift) = Start(archive);
        while (at + HeaderLength <= archive.Length && archive[(int)at..].StartsWith("PK\u0001\u0002"u8))
        {
            var header = archive[(int)at..];
            var (nameLength, extraLength, commentLength) = (UInt16(header, 28), UInt16(header, 30), UInt16(header, 32));
            if (HeaderLength + nameLength + extraLength > header.Length || entries.Count == Most)
            {
                throw Damaged();
            }

            entries.Add(Entry(header, header.Slice(HeaderLength, nameLength), header.Slice(HeaderLength + nameLength, extraLength), shift));
            at += HeaderLength + nameLength + extraLength + commentLength;
        }

        return entries;
    }

    public static UnreadableInputException Damaged(Exception? cause = null) =>
        new("it is a ZIP archive, or a document packed as one, that is damaged or was cut short. Copy or download it again, or save it anew", cause);

    /// <summary>Where the directory begins, and how far all offsets are off, as they are when something was put before the archive.</summary>
    private static (long At, long Shift) Start(ReadOnlySpan<byte> archive)
    {
        // A comment of up to 65,535 bytes may follow.
        var tail = Math.Max(0, archive.Length - EndLength - 65_535);
        var end = archive[tail..].LastIndexOf("PK\u0005\u0006"u8) + tail;
        if (end < tail || end + EndLength > archive.Length)
        {
            throw Damaged();
        }

        long length = UInt32(archive, end + 12);
        long start = UInt32(archive, end + 16);
        var directoryEnd = end;
        if (start == InExtraField || length == InExtraField)
        {
            directoryEnd = archive[..end].LastIndexOf("PK\u0006\u0006"u8);
            if (directoryEnd < 0 || directoryEnd + 56 > end)
            {
                throw Damaged();
            }

            (length, start) = (Int64(archive, directoryEnd + 40), Int64(archive, directoryEnd + 48));
        }

        var at = directoryEnd - length;
        if (start >= 0 && start < end && archive[(int)start..].StartsWith("PK\u0001\u0002"u8))
        {
            return (start, 0);
        }

        return at >= 0 && length >= 0 && start >= 0 && start <= at ? (at, at - start) : throw Damaged();
    }

    private static ZipEntry Entry(ReadOnlySpan<byte> header, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra, long shift)
    {
        var flags = UInt16(header, 8);
        long packed = UInt32(header, 20);
        long length = UInt32(header, 24);
        long start = UInt32(header, 42);
        if (packed == InExtraField || length == InExtraField || start == InExtraField)
        {
            var large = LargeNumbers(extra);
            length = length == InExtraField ? Next(ref large) : length;
            packed = packed == InExtraField ? Next(ref large) : packed;
            start = start == InExtraField ? Next(ref large) : start;
        }

        // The upper half holds Unix's mode where a Unix wrote it; a link's is 0120000.
        var isLink = (UInt32(header, 38) >> 28) == 0xA;
        return new(ZipEntryName.Decode(name, isUtf8: (flags & 0x800) != 0), start + shift, packed, length, UInt16(header, 10), (flags & 1) != 0, isLink);
    }

    private static ReadOnlySpan<byte> LargeNumbers(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var length = Math.Min(UInt16(extra, 2), extra.Length - 4);
            if (UInt16(extra, 0) == 1)
            {
                return extra.Slice(4, length);
            }

            extra = extra[(4 + length)..];
        }

        return [];
    }

    private static long Next(ref ReadOnlySpan<byte> numbers)
    {
        if (numbers.Length < 8)
        {
            throw Damaged();
        }

        var number = Int64(numbers, 0);
        numbers = numbers[8..];
        return number;
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long Int64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
