using BriefingBot.Articles;
using BriefingBot.Ingestion;

namespace BriefingBot.Answering;

/// <summary>A quotation as somebody pasted it, made ready to be looked for.</summary>
internal static class GivenQuotation
{
    // As English, German, French and others set them.
    private const string Pairs = "“”„“„”«»»«»»‘’‚‘‚’‹››‹\"\"''``";

    /// <summary>Canonical, without the one pair of quotation marks that holds all of it, and what ends the sentence around it behind them.</summary>
    public static string Words(string pasted)
    {
        var words = CanonicalText.From(pasted).Trim();
        var marked = words.TrimEnd('.', ',', ';', ':', '!', '?', ' ');
        return IsQuotedWhole(marked) ? marked[1..^1].Trim() : words;
    }

    /// <summary>
    /// Its parts: what stands between ellipses, and of that each sentence. A sentence too short to be found by itself stays with the one before
    /// it, or else with the one behind it.
    /// </summary>
    public static IReadOnlyList<string> Parts(string words)
    {
        var parts = new List<string>();
        foreach (var between in QuoteLocator.BetweenEllipses(words))
        {
            var first = parts.Count;
            TextSpan? open = null;
            foreach (var sentence in SentenceSplitter.Split(between))
            {
                var span = new TextSpan(open?.Start ?? sentence.Span.Start, sentence.Span.End);
                open = QuoteLocator.AreTooFew(between[span.Start..span.End]) ? span : null;
                if (open is null)
                {
                    parts.Add(between[span.Start..span.End]);
                }
            }

            if (open is { } rest)
            {
                var last = between[rest.Start..rest.End];
                if (parts.Count > first)
                {
                    parts[^1] = between[(rest.Start - Gap(between, rest.Start) - parts[^1].Length)..rest.End];
                }
                else
                {
                    parts.Add(last);
                }
            }
        }

        return parts;
    }

    private static int Gap(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return end - start;
    }

    private static bool IsQuotedWhole(string words)
    {
        for (var pair = 0; pair < Pairs.Length && words.Length > 2; pair += 2)
        {
            if (words[0] == Pairs[pair] && words[^1] == Pairs[pair + 1])
            {
                // In “No,” he said, “never.” the first mark and the last are of two quotations.
                return !words.AsSpan(1, words.Length - 2).ContainsAny(Pairs[pair], Pairs[pair + 1]);
            }
        }

        return false;
    }
}
