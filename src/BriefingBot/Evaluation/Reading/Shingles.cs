using System.Text.RegularExpressions;

namespace BriefingBot.Evaluation;

/// <summary>
/// A text as the multiset of its runs of four words, each <c>\w+</c> with its case kept: the rule of
/// https://github.com/scrapinghub/article-extraction-benchmark. A shorter text is one run of all its words, an empty one has none.
/// </summary>
internal static partial class Shingles
{
    private const int Words = 4;

    public static Dictionary<string, int> Of(string text) => Counted(Runs([.. Word().Matches(text).Select(word => word.Value)]));

    /// <summary>How often each item occurs.</summary>
    public static Dictionary<string, int> Counted(IEnumerable<string> items)
    {
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            counted[item] = counted.GetValueOrDefault(item) + 1;
        }

        return counted;
    }

    private static IEnumerable<string> Runs(string[] words) => words.Length == 0
        ? []
        : Enumerable.Range(0, Math.Max(1, words.Length - Words + 1)).Select(at => string.Join(' ', words.Skip(at).Take(Words)));

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    internal static partial Regex Word();
}
