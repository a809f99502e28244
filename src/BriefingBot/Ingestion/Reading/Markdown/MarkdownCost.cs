using System.Text.RegularExpressions;

namespace BriefingBot.Ingestion;

/// <summary>
/// Refuses Markdown that the parser would take minutes for: it looks for the end of each link up to the end of the paragraph, and for each
/// definition among all of them, so that its time grows by the square. By trial, 10,000 links without an end in one paragraph take it 2 s,
/// and as many definitions half a second; 100,000 take minutes.
/// </summary>
internal static partial class MarkdownCost
{
    private const int Most = 10_000;

    /// <summary>Throws <see cref="UnreadableInputException"/> before anything is parsed.</summary>
    public static void RefuseBeyondParsing(string markdown)
    {
        markdown = markdown.ReplaceLineEndings("\n");
        var (start, square) = (0, 0L);
        while (start < markdown.Length)
        {
            // What the parser looks through ends at a blank line, as a rule; code is counted in, which does no harm.
            var end = markdown.IndexOf("\n\n", start, StringComparison.Ordinal) is var at and >= 0 ? at + 2 : markdown.Length;
            var open = OpenLinks(markdown.AsSpan(start..end));
            square += open * open;
            start = end;
        }

        if (square > (long)Most * Most || Definition().Count(markdown) > Most)
        {
            throw new UnreadableInputException("it has so many links without an end, or definitions of links, that the Markdown cannot be read in time. Save it as .txt to have it read as it is");
        }
    }

    private static long OpenLinks(ReadOnlySpan<char> paragraph)
    {
        long starts = paragraph.Count("](") + paragraph.Count("<![");
        return starts == 0 ? 0 : starts - WholeLink().Count(paragraph);
    }

    [GeneratedRegex("""\[[^\[\]]{0,1000}\]\((?>[^()\s"'<]|\([^()\s"'<]{0,500}\)){0,2000}(?: "[^"\n]{0,1000}")?\)""", RegexOptions.CultureInvariant)]
    private static partial Regex WholeLink();

    [GeneratedRegex("""^ {0,3}\[[^\[\]]{1,1000}\]:""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();
}
