using System.Collections.Immutable;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>A sentence that may answer.</summary>
/// <param name="Passage">The passage that it stands in.</param>
/// <param name="Index">Its place among the passage's sentences.</param>
/// <param name="Numbers">What speaks for it, by the names of <see cref="SentenceEvidence"/>.</param>
internal sealed record SentenceCandidate(RetrievedPassage Passage, int Index, ImmutableArray<double> Numbers)
{
    public TextSpan Span => Passage.Passage.Sentences[Index];

    /// <summary>The share of the question's term weight that its terms and its title's hold, 0 to 1.</summary>
    public double Coverage { get; init; }

    /// <summary>By <see cref="TrainedWeights"/>; only differences within a question mean something.</summary>
    public double Score { get; init; }

    /// <summary>0 to 1: how likely the answer stands in this sentence, if it stands in one of those that were retrieved.</summary>
    public double Probability { get; init; }
}
