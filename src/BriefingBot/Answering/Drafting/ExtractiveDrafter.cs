using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>Drafts without a language model: the sentences that answer best, as they stand.</summary>
internal static class ExtractiveDrafter
{
    private const string Name = "extractive";
    internal const int MaxQuotes = 3;

    // As many as are looked at for others that disagree with the best.
    private const int MaxCompared = 8;

    // A sentence less likely than this answers so seldom that it only distracts; but a correction says "and not …", which the likeliest sentence does not.
    private const double LeastProbability = 0.005;

    /// <param name="question">What was asked.</param>
    /// <param name="retrieval">Its passages, read.</param>
    public static DraftAnswer Draft(string question, Retrieval retrieval)
    {
        var ranked = TrainedWeights.Carried.Rank(SentenceEvidence.Of(retrieval));
        if (ranked.Count == 0)
        {
            return new([], 0, Name) { Subject = 0 };
        }

        var evidence = AnswerEvidence.Of(ranked, SentenceEvidence.ReadingsOf(retrieval));
        var subject = TrainedWeights.Carried.SubjectOf(evidence);
        var (excerpts, disagreement) = Choose(question, ranked);

        // Who only names a subject wants to read of it, and the reader looks for an answer.
        var confidence = !BareSubject.IsOne(question) ? TrainedWeights.Carried.ConfidenceOf(evidence)
            : BareSubject.StandsIn(question, retrieval.Passages, excerpts) ? subject
            : 0;
        return new([.. excerpts.Select(excerpt => new DraftStatement([excerpt.Proposal]))], confidence, Name) { Subject = subject, Disagreement = disagreement };
    }

    private static (ImmutableArray<Excerpt> Excerpts, bool Disagreement) Choose(string question, IReadOnlyList<SentenceCandidate> ranked)
    {
        var distinct = Distinct(ranked);
        var standing = Disagreement.Corrected(distinct);

        // A correction that corrects nothing here is one sentence among others.
        Excerpt[] excerpts = [.. standing.Count < distinct.Count ? standing : distinct.Where((excerpt, index) => index == 0 || excerpt.Probability >= LeastProbability)];
        var disagreeing = Disagreement.Among(question, excerpts, MaxQuotes);
        return ([.. disagreeing.Union(excerpts).Take(MaxQuotes)], !disagreeing.IsEmpty);
    }

    /// <summary>The best excerpts, no two of which say the same.</summary>
    private static List<Excerpt> Distinct(IReadOnlyList<SentenceCandidate> ranked)
    {
        var chosen = new List<Excerpt>(MaxCompared);
        foreach (var candidate in ranked.Where(candidate => candidate.Probability >= LeastProbability || Corrections.TakesBack(candidate)))
        {
            if (chosen.Count == MaxCompared)
            {
                break;
            }

            if (Excerpt.Of(candidate, ranked) is { IsProse: true } excerpt && (Corrections.TakesBack(candidate) || !chosen.Exists(excerpt.Repeats)))
            {
                chosen.Add(excerpt);
            }
        }

        return chosen;
    }
}
