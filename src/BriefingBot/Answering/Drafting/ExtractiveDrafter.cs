namespace BriefingBot.Answering;

/// <summary>Drafts without a language model: the sentences that answer best, as they stand.</summary>
internal static class ExtractiveDrafter
{
    private const string Name = "extractive";
    private const int MaxQuotes = 3;

    // A sentence further below the best is on another subject more often than not: at this distance answers have 2.4 quotes instead of
    // 3.0, and of 100 questions on newwiki, squad2dev and clapnq 0.1 to 0.6 lose the quote that answered.
    private const double FurthestBelow = 0.4;

    public static DraftAnswer Draft(Retrieval retrieval)
    {
        var ranked = SentenceCandidate.Rank(retrieval);
        var chosen = new List<Excerpt>(MaxQuotes);
        foreach (var excerpt in ranked.Select(Excerpt.Of).OfType<Excerpt>().Where(excerpt => excerpt.IsLongEnough && !chosen.Exists(excerpt.Repeats)))
        {
            if (chosen.Count > 0 && excerpt.Score < chosen[0].Score - FurthestBelow)
            {
                break;
            }

            chosen.Add(excerpt);
            if (chosen.Count == MaxQuotes)
            {
                break;
            }
        }

        return new([.. chosen.Select(excerpt => new DraftStatement([excerpt.Proposal]))], chosen.Count == 0 ? 0 : Confidence.Of(ranked), Name);
    }
}
