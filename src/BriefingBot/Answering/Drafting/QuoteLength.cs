using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Keeps a quote short enough to read out.</summary>
internal static class QuoteLength
{
    /// <summary>The longest quote, in UTF-16 code units.</summary>
    public const int Max = 400;

    private const string ClauseEnds = ",;:—–)";

    /// <summary>
    /// The sentence, or its longest beginning that ends at a clause, or else at a word, and fits. Null where there is no such place, as in a
    /// long text without blanks.
    /// </summary>
    public static (TextSpan Span, bool CutShort)? Limit(string text, TextSpan sentence, int most = Max)
    {
        if (sentence.Length <= most)
        {
            return (sentence, false);
        }

        var end = LastEnd(text, sentence.Start + (most / 2), sentence.Start + most, atClause: true)
            ?? LastEnd(text, sentence.Start + 1, sentence.Start + most, atClause: false);
        return end is null ? null : (new(sentence.Start, end.Value), true);
    }

    /// <summary>The last place behind a word where a quote may end, the signs that only lead on left out.</summary>
    private static int? LastEnd(string text, int from, int to, bool atClause)
    {
        for (var i = to; i > from; i--)
        {
            if (char.IsWhiteSpace(text[i]) && (!atClause || ClauseEnds.Contains(text[i - 1])))
            {
                var end = i;
                while (end > from && (char.IsWhiteSpace(text[end - 1]) || ",;:—–".Contains(text[end - 1])))
                {
                    end--;
                }

                if (end > from && QuoteBorder.BrokenRule(text, end) is null)
                {
                    return end;
                }
            }
        }

        return null;
    }
}
