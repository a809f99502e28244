using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Takes words out of a question and closes the gap.</summary>
internal static partial class WordCutting
{
    /// <summary>The question without what matched.</summary>
    public static string Without(this string question, Capture match) => question.Without(match.Index, match.Index + match.Length);

    /// <summary>The question without the words from start to end; as it is when no word would be left.</summary>
    public static string Without(this string question, int start, int end)
    {
        var cut = Gap().Replace(question[..start].TrimEnd(' ', ',') + " " + question[end..], "$1").Trim(' ', ',');
        return cut.Any(char.IsLetter) ? cut : question;
    }

    [GeneratedRegex(@"\s+([?!.,;]|\s)")]
    private static partial Regex Gap();
}
