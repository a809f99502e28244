namespace BriefingBot.Ingestion;

/// <summary>Finds a document's title: the one that its properties give, unless it is a file's name, or else the headline of its first page.</summary>
internal static class PdfTitle
{
    private const int LongestHeadline = 250;

    private static readonly string[] FileEndings =
    [
        ".doc", ".docx", ".dot", ".rtf", ".odt", ".wpd", ".md", ".txt", ".html", ".htm", ".ppt", ".pptx", ".odp", ".xls", ".xlsx", ".pdf", ".ps", ".eps",
        ".indd", ".qxd", ".qxp", ".pub", ".pmd", ".p65", ".fm", ".ai", ".tex", ".dvi", ".tmp", ".jpg", ".tif", ".tiff", ".png",
    ];

    private static readonly string[] NamesOfNothing =
    [
        "untitled", "unbenannt", "unknown", "title", "document", "dokument", "presentation", "powerpoint presentation", "powerpoint-präsentation",
        "slide", "folie", "no slide title", "no title", "scan", "print", "none", "null", "(anonymous)",
    ];

    /// <summary>Null when what the properties give is no title.</summary>
    public static string? OfProperties(string? given)
    {
        var title = Articles.CanonicalText.OneLine(given ?? "");
        return IsTitle(title) ? title : null;
    }

    /// <summary>The largest text in the upper part of the first page that has any, where it is larger than the rest and no longer than a headline.</summary>
    public static string? OfPage(List<PdfBlock> blocks, double bodySize, PdfHyphens hyphens)
    {
        var page = blocks.Count == 0 ? [] : blocks.FindAll(block => block.Page == blocks[0].Page);
        if (page.Count == 0)
        {
            return null;
        }

        var (top, bottom) = (page.Max(block => block.Lines[0].Baseline), page.Min(block => block.Lines[^1].Baseline));
        var headlines = page.FindAll(block => block.Kind == PdfBlockKind.Heading && block.Size > 1.12 * bodySize && block.Lines[0].Baseline >= bottom + (0.4 * (top - bottom)));
        if (headlines.FindAll(block => IsHeadline(TextOf(block, hyphens))).MaxBy(block => block.Size) is not { } largest)
        {
            return null;
        }

        // A headline may be of several blocks, set apart by its leading.
        var at = page.IndexOf(largest);
        var parts = page.Skip(at).TakeWhile(block => block.Kind == PdfBlockKind.Heading && Math.Abs(block.Size - largest.Size) < 0.05 * largest.Size).Select(block => TextOf(block, hyphens));
        var whole = string.Join(' ', parts);
        return whole.Length <= LongestHeadline ? whole : TextOf(largest, hyphens);
    }

    private static string TextOf(PdfBlock block, PdfHyphens hyphens) => PdfText.Of([new(block.Kind, 0, 0, block.Lines)], 1, hyphens).Text;

    private static bool IsHeadline(string text) => text.Length is >= 4 and <= LongestHeadline && text.Count(char.IsLetter) * 2 > text.Length;

    private static bool IsTitle(string title) =>
        title.Length > 0 && title.Any(char.IsLetter) && !title.Contains('\uFFFD', StringComparison.Ordinal)
        && !title.StartsWith("Microsoft ", StringComparison.OrdinalIgnoreCase)
        && !Array.Exists(FileEndings, ending => title.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && !NamesOfNothing.Contains(title.TrimEnd("0123456789 ".ToCharArray()), StringComparer.OrdinalIgnoreCase)
        && !title.StartsWith("file:", StringComparison.OrdinalIgnoreCase)

        // "report_final_2" is a file's name, "Floods" may be a title.
        && (title.Contains(' ', StringComparison.Ordinal) || !title.Any(c => c is '_' or '\\' or '/' || char.IsAsciiDigit(c)));
}
