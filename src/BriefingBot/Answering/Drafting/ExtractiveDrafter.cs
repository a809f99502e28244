namespace BriefingBot.Answering;

/// <summary>Drafts without a language model: the sentences that answer best, as they stand.</summary>
internal static class ExtractiveDrafter
{
    public const string Name = "extractive";

    private const int MaxQuotes = 3;

    public static DraftAnswer Draft(Retrieval retrieval)
    {
        var ranked = SentenceCandidate.Rank(retrieval);
        var chosen = new List<SentenceCandidate>(MaxQuotes);
        foreach (var candidate in ranked)
        {
            if (chosen.Count == MaxQuotes)
            {
                break;
            }

            if (IsLongEnough(candidate) && !chosen.Exists(candidate.Repeats))
            {
                chosen.Add(candidate);
            }
        }

        return new([.. chosen.Select(ToStatement)], Confidence.Of(ranked), Name);
    }

    private static DraftStatement ToStatement(SentenceCandidate candidate)
    {
        var article = candidate.Passage.Article;
        var (span, cutShort) = QuoteLength.Limit(article.Text, StandingAlone.Widen(candidate));
        return new([new SpanProposal(article.Id, article.Version, span, cutShort)]);
    }

    /// <summary>A heading or a scrap of a list answers nothing by itself.</summary>
    private static bool IsLongEnough(SentenceCandidate candidate)
    {
        var words = candidate.Passage.Article.Cut(candidate.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 3 && candidate.Span.Length >= 15;
    }
}
