using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Ingestion;

/// <summary>
/// Decodes a web page: by its byte order mark; as UTF-8 where it is valid UTF-8 and more than ASCII, whatever it declares, since pages
/// are saved again more often than their declarations are; by the declared charset; else as any text.
/// </summary>
internal static partial class HtmlDecoding
{
    // Browsers look at 1,024 bytes; pages with long comments at their head declare it later.
    private const int DeclarationWithin = 8 * 1024;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        BinaryContent.RefuseBySignature(bytes);
        if (ByteOrderMark.At(bytes) is not null || UnmarkedUtf16.Of(bytes) is not null)
        {
            return TextDecoding.Decode(bytes);
        }

        var moreThanAscii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) >= 0;
        return Declared(bytes) is { } declared && !(moreThanAscii && TextDecoding.IsAsGoodAsUtf8(bytes))
            ? BinaryContent.RefuseByControls(declared.GetString(bytes))
            : TextDecoding.Decode(bytes);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWithin)]);
        foreach (Match match in Declaration().Matches(head))
        {
            // A page that was read this far in single bytes is not UTF-16, and one that is not valid UTF-8 is not that either.
            if (Encodings.Find(match.Groups["name"].Value) is { CodePage: not (65001 or 1200 or 1201 or 12000 or 12001) } encoding)
            {
                return encoding;
            }
        }

        return null;
    }

    [GeneratedRegex("""(?:<meta\s[^>]{0,400}?\bcharset|<\?xml\s[^>]{0,200}?\bencoding)\s*=\s*["']?\s*(?<name>[\w.:-]{1,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
