using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>A byte order mark at the head of some bytes: its length, and the encoding that it names.</summary>
internal readonly record struct ByteOrderMark(int Length, Encoding Encoding)
{
    public static ByteOrderMark? At(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(3, Encoding.UTF8),
        // Before UTF-16, whose mark these begin with as well; a text file does not begin with NUL.
        [0xFF, 0xFE, 0x00, 0x00, ..] => new(4, Encoding.UTF32),
        [0x00, 0x00, 0xFE, 0xFF, ..] => new(4, new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        [0xFF, 0xFE, ..] => new(2, Encoding.Unicode),
        [0xFE, 0xFF, ..] => new(2, Encoding.BigEndianUnicode),
        _ => null,
    };
}
