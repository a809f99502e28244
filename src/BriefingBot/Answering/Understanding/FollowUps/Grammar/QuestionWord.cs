using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>A word of a question, and where it stands in it.</summary>
/// <param name="Text">As it is written, without a possessive ending.</param>
/// <param name="Start">Its first UTF-16 code unit in the question.</param>
/// <param name="End">Behind the word and its possessive ending.</param>
/// <param name="AfterStop">A comma or another mark stands between it and the word before, or it is the first.</param>
internal sealed partial record QuestionWord(string Text, int Start, int End, bool AfterStop)
{
    public string Lower { get; } = Text.ToLowerInvariant();

    /// <summary>Whether something is said to belong to it: the union's, the drivers'. Of "what's" and "it's" that is not known.</summary>
    public bool IsPossessive => End - Start > Text.Length;

    /// <summary>Written with a capital, which says little of the first word of a sentence.</summary>
    public bool IsName => char.IsUpper(Text[0]) && !EnglishWords.IsFunction(Lower) && !(AfterStop && EnglishWords.IsVerb(Lower));

    /// <summary>A year, a number or a word with a digit in it.</summary>
    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    /// <summary>The words of a question in order.</summary>
    public static QuestionWord[] Of(string question)
    {
        var words = new List<QuestionWord>();
        foreach (Match match in Word().Matches(question))
        {
            var between = words.Count == 0 ? "" : question[words[^1].End..match.Index];
            var stop = words.Count == 0 || between.AsSpan().ContainsAny(",;:?!()\"“”") || between.Contains(". ", StringComparison.Ordinal);
            words.Add(new(match.Groups[1].Value.Replace('’', '\''), match.Index, match.Index + match.Length, stop));
        }

        return [.. words];
    }

    /// <summary>The words without "and", "ok" and the like before them.</summary>
    public static QuestionWord[] WithoutOpeners(QuestionWord[] words) => [.. words.SkipWhile(word => EnglishWords.Openers.Contains(word.Lower))];

    [GeneratedRegex(@"([\p{L}\p{N}]+(?:[.\-/&][\p{L}\p{N}]+|['’](?!(?:s|re|ve|ll|d|m)\b)\p{L}+)*)(?:['’](?:s|re|ve|ll|d|m)\b|(?<=s)['’](?!\p{L}))?")]
    private static partial Regex Word();
}
