using System.Text.RegularExpressions;

namespace BriefingBot.Ingestion;

/// <summary>Tells of which entries a feed has no more than a summary, and where their own pages are.</summary>
internal static partial class FeedPages
{
    // Shorter news than this are rare, and longer summaries too: by the word, a lead of a few sentences.
    private const int FewWords = 120;

    /// <summary>The page to read in an entry's place; null where the feed has its text, or names no page.</summary>
    public static Uri? Of(ReadPart entry) => entry.Article is { } article
        ? IsSummary(article.Text) ? article.Url : null
        : entry.Name.Contains(' ') ? null : WebAddress.ParseOrNull(entry.Name);

    private static bool IsSummary(string text) =>
        text.Split((char[]?)null, FewWords + 1, StringSplitOptions.RemoveEmptyEntries).Length <= FewWords || BreaksOff().IsMatch(text[Math.Max(0, text.Length - 200)..]);

    [GeneratedRegex(@"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|(?:read|continue|more)\s+(?:more|reading|on)\b[^.!?\n]{0,80})\s*(?:[»›→]|&raquo;)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BreaksOff();
}
