using System.Globalization;

namespace BriefingBot.Ingestion;

/// <summary>Refuses files that pose as text: by how the common formats begin, and by the control characters that no text is full of.</summary>
internal static class BinaryContent
{
    private const string Remedy = "Save it as text first, or give it the ending of what it is";

    public static void RefuseBySignature(ReadOnlySpan<byte> bytes)
    {
        if (UnreadKinds.Of(bytes) is { } kind)
        {
            throw new UnreadableInputException(kind.Refusal);
        }

        if ((FormatDetection.IsZip(bytes) ? "a ZIP archive, or an office document, which is one inside" : bytes.StartsWith("%PDF-"u8) ? "a PDF document" : null) is { } format)
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
