namespace BriefingBot.Ingestion;

/// <summary>
/// Puts together what was apart on the page. Whether a hyphen at a line's end is the word's own is told by the words that stand within lines
/// elsewhere in the document.
/// </summary>
internal sealed class PdfHyphens
{
    private const string HyphenMarks = "-‐\u00AD";

    // Where each half is a word that the document knows and the whole is not, the hyphen is the word's own, unless the first half is one of these.
    private static readonly HashSet<string> Joining = ["over", "under", "some", "any", "every", "with", "there", "where", "here", "fore", "through", "what", "when", "who"];

    // These keep their hyphen before a word of its own.
    private static readonly HashSet<string> Keeping = ["self", "cross", "quasi", "half", "well", "ill", "vice"];

    private readonly HashSet<string> words = [];

    public PdfHyphens(IEnumerable<PdfLine> lines)
    {
        var isBroken = false;
        foreach (var line in lines)
        {
            var tokens = line.Text.Split(' ');
            var endsBroken = HyphenMarks.Contains(line.Text[^1]);
            foreach (var token in tokens[(isBroken ? 1 : 0)..(endsBroken ? Math.Max(tokens.Length - 1, isBroken ? 1 : 0) : tokens.Length)])
            {
                words.Add(Bare(token));
            }

            isBroken = endsBroken;
        }
    }

    /// <summary>Runs of one line, in the order of reading.</summary>
    public static string Beside(IEnumerable<PdfRun> runs)
    {
        var text = "";
        foreach (var run in runs)
        {
            text += (text.Length == 0 ? "" : Blank(text, run.Text)) + run.Text;
        }

        return text;
    }

    /// <summary>How much of the end of <paramref name="before"/> to leave out, and what to put between it and the line after it.</summary>
    public (int Drop, string Between) Below(ReadOnlySpan<char> before, string after)
    {
        var last = before[^1];
        if (before.Length < 2 || char.IsWhiteSpace(before[^2]))
        {
            return (0, Blank(before, after));
        }

        if (HyphenMarks.Contains(last))
        {
            return char.IsLetterOrDigit(after[0]) ? (IsOwnHyphen(before[..^1], after, last) ? 0 : 1, "") : (0, Blank(before, after));
        }

        // A range goes on with its figures, an aside with its word, an address with its next part.
        var goesOn = (last == '–' && char.IsDigit(before[^2]) && char.IsDigit(after[0])) || (last == '—' && char.IsLetter(after[0]))
            || (last is '/' or '_' && before[(before.LastIndexOf(' ') + 1)..].ContainsAny("/:.") && !before[(before.LastIndexOf(' ') + 1)..].SequenceEqual("/"));
        return (0, goesOn ? "" : Blank(before, after));
    }

    /// <summary>A blank, unless the script has none between words.</summary>
    private static string Blank(ReadOnlySpan<char> before, string after) => PdfRunText.AreIdeographs(before[^1], after[0]) ? "" : " ";

    private bool IsOwnHyphen(ReadOnlySpan<char> before, string after, char mark)
    {
        if (mark == '\u00AD')
        {
            return false;
        }

        var first = before[(before.LastIndexOf(' ') + 1)..].ToString();
        var second = after.Split(' ', 2)[0];
        if (!char.IsLower(second[0]) || !char.IsLower(first[^1]) || first.IndexOfAny(['-', '‐', '/', '@', '.']) >= 0)
        {
            return true;
        }

        var (start, end) = (Bare(first), Bare(second));
        if (words.Contains(start + end))
        {
            return false;
        }

        return (Keeping.Contains(start) && end.Length >= 5) || words.Contains($"{start}-{end}") || words.Contains($"{start}‐{end}")
            || (start.Length >= 4 && end.Length >= 4 && words.Contains(start) && words.Contains(end) && !Joining.Contains(start));
    }

    private static string Bare(string token) => token.Trim('.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '"', '\'', '“', '”', '‘', '’').ToLowerInvariant();
}
