using System.Collections.Immutable;

namespace BriefingBot.Evaluation;

/// <summary>How well a list ranks the relevant articles, each 0 to 1.</summary>
/// <param name="Hits">At index k − 1: the share of questions of which one of the first k articles is relevant.</param>
/// <param name="MrrAt10">The mean of one divided by the first relevant article's rank, 0 beyond the tenth.</param>
/// <param name="NdcgAt10">The mean discounted gain of the first ten, as a share of the best possible (Järvelin and Kekäläinen, 2002); every relevant article gains the same.</param>
public sealed record RankingMeasures(ImmutableArray<double> Hits, double MrrAt10, double NdcgAt10)
{
    /// <summary>The share of questions whose first article is relevant.</summary>
    public double HitAt1 => Hits[0];

    /// <summary>The share of questions with a relevant article among the first three.</summary>
    public double HitAt3 => Hits[2];

    /// <summary>The share of questions with a relevant article among the first five.</summary>
    public double HitAt5 => Hits[4];

    /// <summary>The share of questions with a relevant article among the first ten.</summary>
    public double HitAt10 => Hits[9];

    internal static RankingMeasures? Of(IReadOnlyCollection<(ImmutableArray<string> Relevant, ImmutableArray<string> Ranked)> rankings)
    {
        if (rankings.Count == 0)
        {
            return null;
        }

        var firsts = rankings.Select(each => FirstRelevant(each.Relevant, each.Ranked)).ToArray();
        return new(
            [.. Enumerable.Range(1, RankedArticles.Depth).Select(k => firsts.Average(rank => rank <= k ? 1.0 : 0))],
            firsts.Average(rank => 1.0 / rank ?? 0),
            rankings.Average(each => Ndcg(each.Relevant, each.Ranked)));
    }

    private static int? FirstRelevant(ImmutableArray<string> relevant, ImmutableArray<string> ranked) =>
        ranked.Take(RankedArticles.Depth).Index().Where(article => relevant.Contains(article.Item)).Select(article => (int?)article.Index + 1).FirstOrDefault();

    private static double Ndcg(ImmutableArray<string> relevant, ImmutableArray<string> ranked)
    {
        var gained = ranked.Take(RankedArticles.Depth).Index().Where(article => relevant.Contains(article.Item)).Sum(article => Discount(article.Index));
        return gained / Enumerable.Range(0, Math.Min(RankedArticles.Depth, relevant.Distinct().Count())).Sum(Discount);
    }

    private static double Discount(int index) => 1 / Math.Log2(index + 2);
}

/// <summary>The product's list beside its two halves, on the same questions of the same run.</summary>
/// <param name="Questions">How many name their relevant articles; the measures are null when none does.</param>
/// <param name="Fused">The product's own list.</param>
/// <param name="Bm25">BM25 alone.</param>
/// <param name="Dense">The vectors alone.</param>
public sealed record RankingComparison(int Questions, RankingMeasures? Fused, RankingMeasures? Bm25, RankingMeasures? Dense)
{
    internal static RankingComparison Of(IEnumerable<QuestionOutcome> outcomes)
    {
        var labelled = outcomes.Where(outcome => !outcome.Question.Articles.IsEmpty).ToArray();
        return new(labelled.Length, By(articles => articles.Fused), By(articles => articles.Bm25), By(articles => articles.Dense));

        RankingMeasures? By(Func<RankedArticles, ImmutableArray<string>> list) =>
            RankingMeasures.Of([.. labelled.Select(outcome => (outcome.Question.Articles, list(outcome.Articles)))]);
    }
}
