using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>Ranks sentences by how near they are to a subject. A subject asks nothing, so the reader, which looks for answers, has no say.</summary>
internal static class SubjectSentences
{
    // A logistic curve over the evidence, fitted on newwiki with half of its articles indexed and the questions of all asked; below the first a
    // subject is not there, below the second it is only touched on.
    private const double Slope = 11.8;
    private const double Even = 1.504;
    private const double Something = 0.05;
    private const double Enough = 0.32;

    /// <summary>Every sentence of the passages, best first.</summary>
    public static IReadOnlyList<SentenceCandidate> Rank(Retrieval retrieval)
    {
        var whole = retrieval.TermWeights.Values.Sum();
        return
        [
            .. retrieval.Passages
                .SelectMany(passage => passage.Passage.Sentences.Select((span, index) =>
                {
                    var terms = EnglishTerms.Of(passage.Article.Cut(span)).ToHashSet();
                    var coverage = whole > 0 ? retrieval.TermWeights.Where(term => terms.Contains(term.Key)).Sum(term => term.Value) / whole : 0;
                    return new SentenceCandidate(passage, index, [])
                    {
                        Coverage = coverage,
                        Score = (1.2 * passage.SentenceCosines[index]) + (0.6 * coverage) + (0.25 * passage.Score),
                    };
                }))
                .OrderByDescending(candidate => candidate.Score),
        ];
    }

    /// <summary>0 to 1: how likely the articles report about the subject; 0 when there is no sentence.</summary>
    public static double Confidence(IReadOnlyList<SentenceCandidate> candidates) =>
        candidates.Count == 0 ? 0 : 1 / (1 + Math.Exp(-Slope * (candidates.Max(Evidence) - Even)));

    /// <summary>Why there is nothing to report; null where there is.</summary>
    public static RefusalReason? RefusalFor(double confidence) => confidence switch
    {
        < Something => RefusalReason.NothingFound,
        < Enough => RefusalReason.NotEnough,
        _ => null,
    };

    private static double Evidence(SentenceCandidate candidate)
    {
        var cosine = candidate.Passage.SentenceCosines[candidate.Index];
        return cosine + (candidate.Passage.Cosine ?? cosine) + (0.5 * candidate.Coverage);
    }
}
