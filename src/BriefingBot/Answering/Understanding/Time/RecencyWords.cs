using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Words that ask for what is newest, or for how things are now.</summary>
internal static partial class RecencyWords
{
    /// <summary>How new the answer should be, and the question without the words that only say so.</summary>
    public static (string Text, Recency Recency) Read(string question) =>
        LatestOn().Match(question) is { Success: true } about ? (question.Without(about), Recency.First)
        : Latest().IsMatch(question) ? (question, Recency.First)
        : Now().IsMatch(question) ? (question, Recency.Preferred)
        : (question, Recency.Any);

    [GeneratedRegex(
        @"^\s*(?:what(?:['’]s|\s+is|\s+are)\s+|(?:give|show|tell)\s+me\s+|is\s+there\s+)?(?:any\s+|the\s+)?(?:latest|newest|most\s+recent)\s+(?:(?:news|developments?|updates?|reports?|articles?|stories|headlines)\s+)?(?:on|about|regarding|concerning|with)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LatestOn();

    [GeneratedRegex(@"(?<!\bat\s+the\s+)\b(?:latest|most\s+recent(?:ly)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Latest();

    // What is now known as something was something else long ago.
    [GeneratedRegex(
        @"\b(?:newest|recently|lately|nowadays|currently|at\s+present|at\s+the\s+moment|these\s+days|now(?!\s+(?:known|called|named)\b))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Now();
}
