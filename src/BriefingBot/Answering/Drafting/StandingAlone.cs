using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Lets a quote begin where it can be understood.</summary>
internal static class StandingAlone
{
    // Heads that point back at the sentence before. "It" and "this" are left out before "is said that" and the like only at the price
    // of a parser, so they bring their sentence too.
    private static readonly HashSet<string> PointingBack = new(
        ["he", "she", "it", "they", "his", "her", "its", "their", "him", "them", "this", "these", "those", "such", "both"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The sentence, with the one before it where it points back to that and the two are no longer than a quote may be.</summary>
    public static TextSpan Widen(SentenceCandidate candidate)
    {
        var (text, sentence) = (candidate.Passage.Article.Text, candidate.Span);
        if (candidate.Index == 0 || !PointingBack.Contains(FirstWord(text, sentence)))
        {
            return sentence;
        }

        var before = candidate.Passage.Passage.Sentences[candidate.Index - 1];
        var sameParagraph = !text.AsSpan(before.End, sentence.Start - before.End).Contains("\n\n", StringComparison.Ordinal);
        return sameParagraph && sentence.End - before.Start <= QuoteLength.Max ? new(before.Start, sentence.End) : sentence;
    }

    private static string FirstWord(string text, TextSpan sentence)
    {
        var start = sentence.Start;
        while (start < sentence.End && !char.IsLetter(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < sentence.End && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[start..end];
    }
}
