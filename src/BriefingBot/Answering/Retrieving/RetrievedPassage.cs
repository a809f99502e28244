using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>A passage that came back for a question, with what a drafter needs to choose words from it.</summary>
/// <param name="Article">The article, whole, in the version that was retrieved.</param>
/// <param name="Passage">Where in it.</param>
/// <param name="Score">The fused score, 0 to 1: it ranks the passages of one question and means nothing between questions.</param>
/// <param name="Cosine">The passage's cosine to the question, where the vector search returned it.</param>
/// <param name="SentenceCosines">Each sentence's cosine to the question.</param>
internal sealed record RetrievedPassage(Article Article, Passage Passage, double Score, double? Cosine, ImmutableArray<double> SentenceCosines)
{
    /// <summary>What the reader made of it; null until it was read.</summary>
    public PassageReading? Reading { get; init; }
}

/// <summary>What one search brought.</summary>
/// <param name="Passages">Best first.</param>
/// <param name="TermWeights">The idf of each of the question's terms in the index.</param>
internal sealed record Retrieval(ImmutableArray<RetrievedPassage> Passages, ImmutableDictionary<string, double> TermWeights)
{
    /// <summary>The rankings that the passages were taken from; null where they were made otherwise.</summary>
    public RankedLists? Lists { get; init; }
}

/// <summary>The whole rankings of a search, each best first, so that what its parts are worth can be measured.</summary>
internal sealed record RankedLists(ImmutableArray<RankedPassage> Fused, ImmutableArray<RankedPassage> Lexical, ImmutableArray<RankedPassage> Dense);
