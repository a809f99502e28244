using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>Tells kinds of text apart: by the markup or the headers that they begin with, else by the name.</summary>
internal static class TextKinds
{
    // Licences and comments stand before the first element of some pages. A multiple of four, so that no encoding is cut in a character.
    private const int LookedAt = 64 * 1024;

    private const int LongestFrontMatter = 200;

    public static InputFormat Of(string name, ReadOnlySpan<byte> bytes)
    {
        var head = HeadOf(bytes);
        var ending = FileEnding.Of(name);
        return MarkupRoot.FormatOf(head)
            ?? (MailHeaders.Begin(head, ending) ? InputFormat.Mail : HasFrontMatter(head) ? InputFormat.Markdown : OfEnding(ending));
    }

    private static InputFormat OfEnding(string ending) => ending switch
    {
        "" or ".txt" or ".text" => InputFormat.PlainText,
        ".md" or ".markdown" => InputFormat.Markdown,
        ".html" or ".htm" or ".xhtml" => InputFormat.Html,
        _ => InputFormat.Unsupported,
    };

    /// <summary>Good for the ASCII in it, which markup and headers are.</summary>
    private static string HeadOf(ReadOnlySpan<byte> bytes)
    {
        var mark = ByteOrderMark.At(bytes);
        var text = bytes[(mark?.Length ?? 0)..];
        var head = text[..Math.Min(text.Length, LookedAt)];
        return (mark?.Encoding ?? UnmarkedUtf16.Of(head) ?? Encoding.Latin1).GetString(head);
    }

    /// <summary>Lines between two of three dashes, one of them a name with a colon; what stands between two rules of a text has none.</summary>
    private static bool HasFrontMatter(string head)
    {
        var (line, named) = (0, false);
        foreach (var text in head.AsSpan().EnumerateLines())
        {
            var isRule = text.TrimEnd() is "---" or "...";
            if (line == 0 ? text.TrimEnd() is not "---" : isRule || line > LongestFrontMatter)
            {
                return line > 0 && isRule && named;
            }

            named |= text.IndexOf(':') is > 0 and var colon && char.IsAsciiLetter(text[0]) && text[..colon].IndexOfAny("\"'.,;!?") < 0;
            line++;
        }

        return false;
    }
}
