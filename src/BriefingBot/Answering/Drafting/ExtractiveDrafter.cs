namespace BriefingBot.Answering;

/// <summary>Drafts without a language model: the sentences that answer best, as they stand.</summary>
internal static class ExtractiveDrafter
{
    private const string Name = "extractive";
    private const int MaxQuotes = 3;

    public static DraftAnswer Draft(Retrieval retrieval)
    {
        var ranked = SentenceCandidate.Rank(retrieval);
        var chosen = new List<Excerpt>(MaxQuotes);
        foreach (var excerpt in ranked.Select(Excerpt.Of).OfType<Excerpt>().Where(excerpt => excerpt.IsLongEnough && !chosen.Exists(excerpt.Repeats)))
        {
            chosen.Add(excerpt);
            if (chosen.Count == MaxQuotes)
            {
                break;
            }
        }

        return new([.. chosen.Select(excerpt => new DraftStatement([excerpt.Proposal]))], chosen.Count == 0 ? 0 : Confidence.Of(ranked), Name);
    }
}
