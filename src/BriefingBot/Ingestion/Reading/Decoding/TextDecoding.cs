using System.Globalization;
using System.Text;
using UtfUnknown;

namespace BriefingBot.Ingestion;

/// <summary>
/// Finds the encoding of bytes that do not name it, and decodes them. Bytes that are no text at all are refused with
/// <see cref="UnreadableInputException"/>.
/// </summary>
internal static class TextDecoding
{
    /// <summary>
    /// By the byte order mark; else UTF-16 by its pattern of NULs; else UTF-8 where the bytes are valid; else what UTF.Unknown sees in them,
    /// and Windows-1252 where it sees too little. Bytes that are UTF-8 in part are refused.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        BinaryContent.RefuseBySignature(bytes);
        return BinaryContent.RefuseByControls(Encoded(bytes));
    }

    /// <summary>Valid UTF-8, or UTF-8 with damage.</summary>
    public static bool IsAsGoodAsUtf8(ReadOnlySpan<byte> bytes) => Utf8Damage.Of(bytes) is not { IsAllBut: false };

    private static string Encoded(ReadOnlySpan<byte> bytes)
    {
        if (ByteOrderMark.At(bytes) is { } mark)
        {
            var text = bytes[mark.Length..];
            return mark.Encoding is UTF8Encoding && Utf8Damage.Of(text) is { } broken ? throw Mixed(mark.Length + broken.At) : mark.Encoding.GetString(text);
        }

        if (UnmarkedUtf16.Of(bytes) is { } utf16)
        {
            return utf16.GetString(bytes);
        }

        return Utf8Damage.Of(bytes) switch
        {
            null => Encoding.UTF8.GetString(bytes),
            // To show U+FFFD, or letters that nobody wrote, would be to show other words than the article's.
            { IsAllBut: true } damage => throw Mixed(damage.At),
            { Telling: > 0 } damage when IsLatin(damage.Accents, bytes.Length) => throw Mixed(damage.At),
            _ => Detected(bytes).GetString(bytes),
        };
    }

    private static UnreadableInputException Mixed(int at) => new(string.Create(
        CultureInfo.InvariantCulture, $"a part of it is UTF-8 and another is not, the first at byte {at + 1}. Open it in an editor, correct the text there, and save all of it as UTF-8"));

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
        var isLatin = IsLatin(accents, bytes.Length);
        return confidence > (isLatin ? 0.9 : 0.3) || (isLatin && accents >= 20 && confidence > 0.5);
    }

    private static bool IsLatin(int accents, int length) => accents * 3 < length;

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
