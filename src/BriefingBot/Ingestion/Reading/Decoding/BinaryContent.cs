using System.Globalization;

namespace BriefingBot.Ingestion;

/// <summary>Refuses files that pose as text: by how the common formats begin, and by the control characters that no text is full of.</summary>
internal static class BinaryContent
{
    private const string Remedy = "Save it as text first, or give it the ending of what it is";

    public static void RefuseBySignature(ReadOnlySpan<byte> bytes)
    {
        var format = bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG image",
            [0xFF, 0xD8, 0xFF, ..] => "a JPEG image",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "a GIF image",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "a PDF document",
            [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => "a ZIP archive, or an office document, which is one inside",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old office document",
            [0x1F, 0x8B, ..] => "a gzip archive",
            [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "a program",
            _ => null,
        };
        if (format is not null)
        {
            throw new UnreadableInputException($"it is {format}, not text. {Remedy}");
        }
    }

    /// <summary>The text, unless it is none.</summary>
    public static string RefuseByControls(string text) => LooksLikeText(text)
        ? text
        : throw new UnreadableInputException($"it is a binary file, not text: it is full of control characters. {Remedy}");

    /// <summary>
    /// At most one character in twenty is a control, unassigned or a replacement for what could not be decoded, and a few always
    /// pass: in random bytes about one in nine is, in text none or a stray one.
    /// </summary>
    public static bool LooksLikeText(string text, int forgiven = 3)
    {
        var (odd, all) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            all++;
            odd += IsOdd(rune.Value, System.Text.Rune.GetUnicodeCategory(rune)) ? 1 : 0;
        }

        return odd <= forgiven || odd * 20 <= all;
    }

    private static bool IsOdd(int rune, UnicodeCategory category) => category switch
    {
        // Tab, line ends, form feed, escape and NEL stand in honest text.
        UnicodeCategory.Control => rune is not (>= '\t' and <= '\r' or 0x1B or 0x85),
        UnicodeCategory.OtherNotAssigned => true,
        _ => rune == 0xFFFD,
    };
}
