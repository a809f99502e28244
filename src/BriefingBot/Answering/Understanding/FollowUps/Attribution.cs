using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Finds, around a quote, the sentences that say whose words it is.</summary>
internal static partial class Attribution
{
    // Speech runs on over a few sentences; a verb of speech further away is another's.
    private const int Nearby = 2;

    /// <summary>
    /// Whole sentences of the passage, in order: one run where the speaker's name and the verb of speech are near each other, else two. None
    /// where the article says the words itself.
    /// </summary>
    public static ImmutableArray<TextSpan> Around(string text, ImmutableArray<TextSpan> sentences, TextSpan quote)
    {
        var quoted = Enumerable.Range(0, sentences.Length).Where(i => sentences[i].Overlaps(quote)).ToArray();
        if (quoted.Length == 0)
        {
            return [];
        }

        var near = Enumerable.Range(0, sentences.Length)
            .Where(i => i >= quoted[0] - Nearby && i <= quoted[^1] + Nearby && InOneParagraph(text, sentences, i, quoted[0]))
            .OrderBy(i => quoted.Contains(i) ? 0 : Math.Abs(i - quoted[0]));
        foreach (var at in near)
        {
            var told = Untold(text, sentences[at]);
            if (VerbsOfSpeech.Has(told))
            {
                return Name().IsMatch(told) || !PointsBack().IsMatch(told) ? [sentences[at]] : WithName(text, sentences, at);
            }
        }

        return [];
    }

    /// <summary>"She said" with the sentence before it that names her.</summary>
    private static ImmutableArray<TextSpan> WithName(string text, ImmutableArray<TextSpan> sentences, int at)
    {
        for (var before = at - 1; before >= 0 && before >= at - Nearby - 1 && InOneParagraph(text, sentences, before, at); before--)
        {
            if (Name().IsMatch(Untold(text, sentences[before])))
            {
                return sentences[at].End - sentences[before].Start <= QuoteLength.Max
                    ? [new TextSpan(sentences[before].Start, sentences[at].End)]
                    : [sentences[before], sentences[at]];
            }
        }

        return [sentences[at]];
    }

    private static bool InOneParagraph(string text, ImmutableArray<TextSpan> sentences, int one, int other)
    {
        var (first, last) = (Math.Min(one, other), Math.Max(one, other));
        return !text.AsSpan(sentences[first].Start..sentences[last].End).Contains("\n\n", StringComparison.Ordinal);
    }

    /// <summary>The sentence without what stands in quotation marks, whose verbs and names are the speaker's own.</summary>
    private static string Untold(string text, TextSpan sentence) => Speech().Replace(text[sentence.Start..sentence.End], " ");

    [GeneratedRegex("[“\"][^”\"]*(?:[”\"]|$)")]
    private static partial Regex Speech();

    [GeneratedRegex(@"(?<=\S\s)\p{Lu}\p{Ll}+|^\W*\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:he|she|they|it|I)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PointsBack();
}
