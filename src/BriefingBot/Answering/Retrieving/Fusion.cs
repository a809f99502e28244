using System.Collections.Immutable;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>
/// Fuses the two ranked lists of a question into one: each list's scores are spread over 0 to 1 and added by weight. A passage that a
/// list does not have scores 0 there. A list of one, or of equal scores, gives each of its passages 1.
/// </summary>
internal static class Fusion
{
    /// <summary>The share of the vector search; the rest is BM25's.</summary>
    public const double DenseShare = 0.6;

    public static IReadOnlyList<RankedPassage> Fuse(PassageRanking ranking)
    {
        var scores = new Dictionary<PassageKey, double>();
        AddSpread(ranking.Dense, DenseShare);
        AddSpread(ranking.Lexical, 1 - DenseShare);
        return
        [
            .. scores.Select(pair => new RankedPassage(pair.Key, pair.Value))
                .OrderByDescending(passage => passage.Score)
                .ThenBy(passage => passage.Key.ArticleId, StringComparer.Ordinal)
                .ThenBy(passage => passage.Key.Ordinal),
        ];

        void AddSpread(ImmutableArray<RankedPassage> list, double share)
        {
            if (list.IsEmpty)
            {
                return;
            }

            var (highest, lowest) = (list[0].Score, list[^1].Score);
            foreach (var (key, score) in list)
            {
                var spread = highest > lowest ? (score - lowest) / (highest - lowest) : 1;
                scores[key] = scores.GetValueOrDefault(key) + (share * spread);
            }
        }
    }
}
