using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>A sentence that may answer, with the evidence that it does.</summary>
/// <param name="Passage">The passage that it stands in.</param>
/// <param name="Index">Its place among the passage's sentences.</param>
/// <param name="Coverage">The share of the question's term weight that its terms hold, 0 to 1.</param>
internal sealed record SentenceCandidate(RetrievedPassage Passage, int Index, double Coverage)
{
    public TextSpan Span => Passage.Passage.Sentences[Index];

    public double Cosine => Passage.SentenceCosines[Index];

    // Of thirteen settings tried on newwiki this one put a right sentence first most often (79 % of 1,048 questions).
    public double Score => (1.2 * Cosine) + (0.6 * Coverage) + (0.25 * Passage.Score);

    /// <summary>What speaks for an answer being here at all, comparable between questions: cosines and coverage, nothing normalised.</summary>
    public double Evidence => Cosine + (Passage.Cosine ?? Cosine) + (0.5 * Coverage);

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
                    var covered = retrieval.TermWeights.Where(term => terms.Contains(term.Key)).Sum(term => term.Value);
                    return new SentenceCandidate(passage, index, whole > 0 ? covered / whole : 0);
                }))
                .OrderByDescending(candidate => candidate.Score),
        ];
    }
}
