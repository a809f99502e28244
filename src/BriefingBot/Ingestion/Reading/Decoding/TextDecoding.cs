using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace BriefingBot.Ingestion;

/// <summary>
/// Finds the encoding of bytes that do not name it, and decodes them. Bytes that are no text at all are refused with
/// <see cref="UnreadableInputException"/>.
/// </summary>
internal static class TextDecoding
{
    /// <summary>
    /// By the byte order mark; else UTF-16 by its pattern of NULs; else UTF-8 where the bytes are valid, or all but; else what
    /// UTF.Unknown sees in them, and Windows-1252 where it sees too little.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        BinaryContent.RefuseBySignature(bytes);
        return BinaryContent.RefuseByControls(Encoded(bytes));
    }

    private static string Encoded(ReadOnlySpan<byte> bytes)
    {
        if (ByteOrderMark.At(bytes) is { } mark)
        {
            return mark.Encoding.GetString(bytes[mark.Length..]);
        }

        if (UnmarkedUtf16.Of(bytes) is { } utf16)
        {
            return utf16.GetString(bytes);
        }

        return IsAsGoodAsUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : Detected(bytes).GetString(bytes);
    }

    /// <summary>
    /// Valid UTF-8, or UTF-8 with damage: a file cut in the middle of a character, or with a stray byte pasted in. Text in another encoding hardly ever
    /// yields ten sound sequences of several bytes for each unsound one.
    /// </summary>
    public static bool IsAsGoodAsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return true;
        }

        var (sound, unsound) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            sound += length > 1 && status == System.Buffers.OperationStatus.Done ? 1 : 0;
            unsound += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            bytes = bytes[length..];
        }

        return sound >= 10 * unsound;
    }

    private static Encoding Detected(ReadOnlySpan<byte> bytes)
    {
        var found = CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected;
        return found is null || Encodings.Find(found.EncodingName) is not { } encoding || !IsSure(found.Confidence, bytes)
            ? Encodings.Windows1252
            : encoding;
    }

    /// <summary>
    /// Text in Latin letters with a few accents gives the detector next to nothing to tell code pages apart by: it is trusted there only
    /// when it is all but certain. The thresholds are by trial on sentences in ten encodings, see TextDecodingTests.
    /// </summary>
    private static bool IsSure(float confidence, ReadOnlySpan<byte> bytes)
    {
        var accents = bytes.Length - bytes.CountAsciiBytes();
        var isLatin = accents * 3 < bytes.Length;
        return confidence > (isLatin ? 0.9 : 0.3) || (isLatin && accents >= 20 && confidence > 0.5);
    }

    private static int CountAsciiBytes(this ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
        {
            count += b < 0x80 ? 1 : 0;
        }

        return count;
    }
}
