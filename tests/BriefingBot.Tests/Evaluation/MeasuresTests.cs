using BriefingBot.Answering;
using BriefingBot.Evaluation;

namespace BriefingBot.Tests.Evaluation;

/// <summary>Each measure on a few questions, reckoned by hand.</summary>
public sealed class MeasuresTests
{
    private const int Digits = 12;

    [Fact]
    public void Hits_and_reciprocal_ranks_go_by_the_first_relevant_article()
    {
        // First at 1, at 4, and nowhere.
        var measured = RankingMeasures.Of([(["a"], ["a", "b"]), (["d", "e"], ["a", "b", "c", "d", "e"]), (["z"], ["a"])])!;
        Assert.Equal([1 / 3.0, 1 / 3.0, 1 / 3.0, 2 / 3.0, 2 / 3.0], measured.Hits.Take(5), (one, other) => Math.Abs(one - other) < 1e-12);
        Assert.Equal((1 / 3.0, 1 / 3.0, 2 / 3.0, 2 / 3.0), (measured.HitAt1, measured.HitAt3, measured.HitAt5, measured.HitAt10));
        Assert.Equal((1 + 0.25) / 3, measured.MrrAt10, Digits);
    }

    [Fact]
    public void Discounted_gain_is_a_share_of_the_best_that_the_relevant_articles_allow()
    {
        // Relevant at ranks 1 and 3 of two: (1/log2(2) + 1/log2(4)) / (1/log2(2) + 1/log2(3)).
        var measured = RankingMeasures.Of([(["a", "c", "a"], ["a", "b", "c"])])!;
        Assert.Equal(1.5 / (1 + (1 / Math.Log2(3))), measured.NdcgAt10, Digits);
    }

    [Fact]
    public void Articles_beyond_the_tenth_do_not_count()
    {
        string[] ranked = [.. Enumerable.Range(0, 11).Select(i => $"{i}")];
        var measured = RankingMeasures.Of([(["10"], [.. ranked])])!;
        Assert.Equal((0, 0, 0), (measured.HitAt10, measured.MrrAt10, measured.NdcgAt10));
    }

    [Fact]
    public void Area_under_the_curve_counts_ties_half()
    {
        // Of six pairs: 0.9 wins two and 0.5 ties one and wins one; 0.2 wins none, and ties one.
        Assert.Equal((2 + 0.5 + 1 + 0.5) / 6, Auroc.Of([0.9, 0.5, 0.2], [0.5, 0.2])!.Value, Digits);
        Assert.Equal(1, Auroc.Of([0.9], [0.1]));
        Assert.Null(Auroc.Of([0.9], []));
        Assert.Null(Auroc.Of([], [0.9]));
    }

    [Fact]
    public void Risk_is_the_mean_over_all_coverages()
    {
        // Accuracies 1/1, 2/2, 2/3, 2/4.
        var measured = RiskCoverage.Of([(0.1, false), (0.9, true), (0.8, true), (0.4, false)]);
        Assert.Equal((0 + 0 + (1 / 3.0) + 0.5) / 4, measured.Area!.Value, Digits);
        Assert.Equal((1, 0.5, 0.5), (measured.AccuracyAt50, measured.AccuracyAt80, measured.AccuracyAt100));
        Assert.Equal(100, measured.Curve.Length);
        Assert.Equal(new CoveragePoint(0.75, 2 / 3.0), measured.Curve[74]);
    }

    [Fact]
    public void Answers_of_equal_confidence_count_alike_whatever_their_order()
    {
        var measured = RiskCoverage.Of([(0.5, true), (0.5, false)]);
        Assert.Equal(measured.Area, RiskCoverage.Of([(0.5, false), (0.5, true)]).Area);
        Assert.Equal(0.5, measured.AccuracyAt50);
    }

    [Fact]
    public void Calibration_error_weighs_the_bins_by_their_questions()
    {
        // 0.0 to 0.1: confidence 0.05, right 1/2. 0.9 to 1.0 (1 among them): confidence 0.95, right 2/2.
        var measured = Calibration.Of([(0.04, true), (0.06, false), (0.9, true), (1, true)]);
        Assert.Equal([(0, 2), (0.9, 2)], measured.Bins.Select(bin => (bin.From, bin.Questions)));
        Assert.Equal(((2 * 0.45) + (2 * 0.05)) / 4, measured.Ece!.Value, Digits);
    }

    [Fact]
    public void Times_are_told_by_the_nearest_rank()
    {
        var measured = Latency.Of(Enumerable.Range(1, 20).Select(i => TimeSpan.FromMilliseconds(i)));
        Assert.Equal((10, 19, 20), (measured.MedianMs, measured.P95Ms, measured.MaxMs));
        Assert.Equal(20, measured.Bins.Sum(bin => bin.Questions));
    }

    [Fact]
    public void An_outlier_stands_in_an_open_bin()
    {
        var times = Enumerable.Repeat(5.0, 199).Append(1000).Select(TimeSpan.FromMilliseconds);
        Assert.Equal(1, Latency.Of(times).Bins.Single(bin => bin.ToMs is null).Questions);
    }

    [Fact]
    public void Refused_share_is_told_as_shipped_and_where_a_tenth_of_the_answerable_are_refused()
    {
        QuestionOutcome[] outcomes =
        [
            .. Enumerable.Range(1, 20).Select(i => Outcome(answerable: true, i / 20.0, i <= 3 ? RefusalReason.NotEnough : null)),
            Outcome(answerable: false, 0.01, RefusalReason.NothingFound),
            Outcome(answerable: false, 0.12, RefusalReason.NotEnough),
            Outcome(answerable: false, 0.14, RefusalReason.NotEnough),
            Outcome(answerable: false, 0.8, null),
            Outcome(answerable: null, 0.01, RefusalReason.NothingFound),
        ];
        var measured = RefusalMeasures.Of(outcomes);
        Assert.Equal((20, 4), (measured.Answerable, measured.Unanswerable));
        Assert.Equal(new RefusedShares(null, 0.15, 0.75), measured.Shipped);

        // Two of twenty lie below 0.15.
        Assert.Equal(new RefusedShares(0.15, 0.1, 0.75), measured.AtTenPercent);
        Assert.Equal([new(RefusalReason.NothingFound, 0, 1, 2), new(RefusalReason.NotEnough, 3, 2, 5)], measured.Reasons);
    }

    [Fact]
    public void Quotes_are_scored_where_gold_words_are_known_and_measured_unless_there_is_no_answer()
    {
        var measured = QuoteMeasures.Of(
        [
            Gold(answeredAt: 1, length: 100, quotes: 3),
            Gold(answeredAt: 3, length: 200, quotes: 3),
            Gold(answeredAt: null, length: 300, quotes: 1),
            Gold(answeredAt: null, length: null, quotes: 0),
            Outcome(answerable: true, 0.5, null) with { FirstLength = 400, Quotes = 1 },
            Outcome(answerable: false, 0.5, null) with { FirstLength = 9_999, Quotes = 3 },
        ]);
        Assert.Equal((4, 0.25, 0.5), (measured.Questions, measured.QuoteAt1, measured.QuoteAt3));
        Assert.Equal((250, 1.6), (measured.MeanFirstLength, measured.MeanQuotes));
    }

    [Fact]
    public void What_has_no_labels_is_not_measured()
    {
        var summary = EvaluationSummary.Of(SomeEvaluation.Run, [Outcome(answerable: null, 0.5, null)]);
        Assert.Equal((0, null, null), (summary.Ranking.Questions, summary.Ranking.Fused, summary.Ranking.Bm25));
        Assert.Equal((0, null, null), (summary.Quotes.Questions, summary.Quotes.QuoteAt1, summary.Quotes.QuoteAt3));
        Assert.Equal((null, null), (summary.Refusals.Auroc, summary.Refusals.AtTenPercent));
        Assert.Equal(new RefusedShares(null, null, null), summary.Refusals.Shipped);
        Assert.Equal((null, null), (summary.RiskCoverage.Area, summary.Calibration.Ece));
    }

    private static QuestionOutcome Outcome(bool? answerable, double confidence, RefusalReason? refusal) =>
        new(new("id", "Who?") { Answerable = answerable }) { Confidence = confidence, Refusal = refusal };

    private static QuestionOutcome Gold(int? answeredAt, int? length, int quotes) =>
        new(new("id", "Who?") { Answerable = true, Spans = [new("article", new(0, 3))] }) { AnsweredAt = answeredAt, FirstLength = length, Quotes = quotes };
}
