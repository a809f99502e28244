using System.Collections.Immutable;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>
/// How rare each of a question's terms is among the passages that the asker may read. A server from 1.19 on scores by that itself; an older one
/// counts everything, and what it returns is scored anew here, so that what somebody may not read shows in no number.
/// </summary>
internal abstract class TermRarity
{
    // Beyond as many passages a term is common, whatever their number.
    private const int MostCounted = 10_000;

    /// <summary>What finds the passages that have any of the terms.</summary>
    public abstract QueryPoints Ranking(string collection, PassageQuery query, int limit);

    /// <summary>What tells how rare one term is.</summary>
    public abstract QueryPoints Probe(string collection, PassageQuery query, string term);

    /// <summary>A term's idf, from its probe's result among so many passages.</summary>
    public abstract double IdfOf(string term, BatchResult probed, long passages);

    /// <summary>What a passage that was found scores.</summary>
    public abstract double ScoreOf(ScoredPoint found, ImmutableDictionary<string, double> idf);

    public static TermRarity By(Version server) => server >= new Version(1, 19) ? new ByServer() : new ByOurselves();

    private static QueryPoints Searching(string collection, PassageQuery query, IEnumerable<string> terms, Filter filter, int limit) => new()
    {
        CollectionName = collection,
        Query = terms.Select(PassagePoints.Dimension).Distinct().Select(dimension => (1f, dimension)).ToArray(),
        Using = QdrantCollections.Lexical,
        Filter = filter,
        Limit = (ulong)limit,
        WithPayload = new() { Enable = false },
    };

    private static WithVectorsSelector Weights => new() { Include = new() { Names = { QdrantCollections.Lexical } } };

    private static double WeightOf(string term, ScoredPoint point)
    {
        var sparse = point.Vectors.Vectors.Vectors[QdrantCollections.Lexical].Sparse;
        var place = sparse.Indices.IndexOf(PassagePoints.Dimension(term));
        return place < 0 ? 0 : sparse.Values[place];
    }

    private sealed class ByServer : TermRarity
    {
        public override QueryPoints Ranking(string collection, PassageQuery query, int limit)
        {
            var ranking = Searching(collection, query, query.Terms, QdrantFilters.Readable(query.Asker).And(query.Filter), limit);
            ranking.Params = AmongReadable(query);
            ranking.WithPayload = PassagePoints.Key;
            return ranking;
        }

        /// <summary>The passage in which the term weighs most: its score by its own weight is the idf, as the server has it.</summary>
        public override QueryPoints Probe(string collection, PassageQuery query, string term)
        {
            var heaviest = Searching(collection, query, [term], QdrantFilters.Readable(query.Asker), limit: 1);
            heaviest.Params = AmongReadable(query);
            heaviest.WithVectors = Weights;
            return heaviest;
        }

        public override double IdfOf(string term, BatchResult probed, long passages) =>
            probed.Result is [var heaviest, ..] ? heaviest.Score / WeightOf(term, heaviest) : Bm25.Idf(passages, 0);

        public override double ScoreOf(ScoredPoint found, ImmutableDictionary<string, double> idf) => found.Score;

        private static SearchParams AmongReadable(PassageQuery query) => new() { Idf = new() { Corpus = QdrantFilters.Readable(query.Asker) } };
    }

    private sealed class ByOurselves : TermRarity
    {
        public override QueryPoints Ranking(string collection, PassageQuery query, int limit)
        {
            var ranking = Searching(collection, query, query.Terms, QdrantFilters.Readable(query.Asker).And(query.Filter), limit);
            ranking.WithPayload = PassagePoints.Key;
            ranking.WithVectors = Weights;
            return ranking;
        }

        /// <summary>Every passage that has the term.</summary>
        public override QueryPoints Probe(string collection, PassageQuery query, string term) =>
            Searching(collection, query, [term], QdrantFilters.Readable(query.Asker), MostCounted);

        public override double IdfOf(string term, BatchResult probed, long passages) => Bm25.Idf(passages, Math.Min(passages, probed.Result.Count));

        public override double ScoreOf(ScoredPoint found, ImmutableDictionary<string, double> idf) => idf.Sum(term => term.Value * WeightOf(term.Key, found));
    }
}
