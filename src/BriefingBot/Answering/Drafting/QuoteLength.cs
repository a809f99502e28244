using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Keeps a quote short enough to read out.</summary>
internal static class QuoteLength
{
    /// <summary>The longest quote, in UTF-16 code units.</summary>
    public const int Max = 400;

    private const string ClauseEnds = ",;:—–)";

    /// <summary>The sentence, or its longest beginning that ends at a clause, or else at a word, and fits.</summary>
    public static (TextSpan Span, bool CutShort) Limit(string text, TextSpan sentence)
    {
        if (sentence.Length <= Max)
        {
            return (sentence, false);
        }

        var limit = sentence.Start + Max;
        var end = LastBreak(text, sentence.Start + (Max / 2), limit, i => ClauseEnds.Contains(text[i - 1]) && char.IsWhiteSpace(text[i]))
            ?? LastBreak(text, sentence.Start + 1, limit, i => char.IsWhiteSpace(text[i]))
            ?? (char.IsLowSurrogate(text[limit]) ? limit - 1 : limit);
        while (end > sentence.Start + 1 && (char.IsWhiteSpace(text[end - 1]) || ",;:—–".Contains(text[end - 1])))
        {
            end--;
        }

        return (new(sentence.Start, end), true);
    }

    private static int? LastBreak(string text, int from, int to, Func<int, bool> breaksAt)
    {
        for (var i = to; i > from; i--)
        {
            if (breaksAt(i))
            {
                return i;
            }
        }

        return null;
    }
}
