using System.Collections.Immutable;
using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>Finds passages of the current versions. The other half of a store is <see cref="IArticleStore"/>.</summary>
internal interface IPassageIndex
{
    /// <summary>
    /// The passages nearest to a question by vector and by words, each list best first, of the articles that the asker may read.
    /// Sees everything that any process had saved before the call.
    /// </summary>
    Task<PassageRanking> RankAsync(PassageQuery query, CancellationToken cancellation);

    /// <summary>The sources, authors and labels of the articles that the asker may read. Fast enough for a question that may name one.</summary>
    Task<KnownNames> NamesAsync(Asker asker, CancellationToken cancellation);

    /// <summary>Passages with their sentences' vectors, in the order asked; null in the place of one that is no longer indexed.</summary>
    Task<IReadOnlyList<SentenceVectors?>> ReadAsync(IReadOnlyList<PassageKey> keys, CancellationToken cancellation);
}

/// <summary>Names one passage of one version of one article.</summary>
internal readonly record struct PassageKey(string ArticleId, int Version, int Ordinal);

/// <summary>What to look for.</summary>
/// <param name="Vector">The question's vector, of length one.</param>
/// <param name="Terms">The question's terms (<see cref="EnglishTerms"/>), without repetitions.</param>
/// <param name="Asker">Whoever asks: articles that they may not read are not ranked.</param>
/// <param name="Filter">Articles that it does not admit are not ranked either; they count for the terms' weights.</param>
/// <param name="Limit">The length of each list at most.</param>
internal sealed record PassageQuery(ReadOnlyMemory<float> Vector, ImmutableArray<string> Terms, Asker Asker, ArticleFilter Filter, int Limit);

/// <summary>A passage and its score in one list.</summary>
internal readonly record struct RankedPassage(PassageKey Key, double Score);

/// <summary>The two lists, not yet fused.</summary>
/// <param name="Dense">By cosine, −1 to 1.</param>
/// <param name="Lexical">By BM25, above 0; a passage without any of the terms is not in it.</param>
/// <param name="TermWeights">The idf of each of the question's terms among the passages that the asker may read.</param>
internal sealed record PassageRanking(
    ImmutableArray<RankedPassage> Dense, ImmutableArray<RankedPassage> Lexical, ImmutableDictionary<string, double> TermWeights);

/// <summary>A passage to be indexed.</summary>
/// <param name="Passage">Its span and sentences.</param>
/// <param name="Vector">Its vector, of length one.</param>
/// <param name="SentenceVectors">One vector a sentence, of length one.</param>
/// <param name="Terms">Its terms and the title's, with repetitions.</param>
public sealed record IndexedPassage(
    Passage Passage, ReadOnlyMemory<float> Vector, ImmutableArray<ReadOnlyMemory<float>> SentenceVectors, IReadOnlyList<string> Terms);

/// <summary>A passage as read back: one vector a sentence, as precise as sixteen bits are.</summary>
internal sealed record SentenceVectors(Passage Passage, ImmutableArray<ReadOnlyMemory<float>> Vectors);
