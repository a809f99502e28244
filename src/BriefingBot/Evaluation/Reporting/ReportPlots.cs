namespace BriefingBot.Evaluation;

/// <summary>The plots of a report. What they show stands in the tables beside them as well; empty where it was not measured.</summary>
internal static class ReportPlots
{
    public static string Hits(RankingComparison ranking)
    {
        if (ranking is not { Fused: { } fused, Bm25: { } bm25, Dense: { } dense })
        {
            return "";
        }

        var lowest = new[] { fused, bm25, dense }.Min(list => list.HitAt1);
        var plot = new Plot(
            "hits",
            "hit@k by list",
            $"Fused rises from {Figures.Percent(fused.HitAt1)} at k = 1 to {Figures.Percent(fused.HitAt10)} at 10, BM25 alone from {Figures.Percent(bm25.HitAt1)} to {Figures.Percent(bm25.HitAt10)}, dense alone from {Figures.Percent(dense.HitAt1)} to {Figures.Percent(dense.HitAt10)}.",
            new("first k articles", 1, RankedArticles.Depth, [.. Enumerable.Range(1, RankedArticles.Depth).Select(k => ((double)k, $"{k}"))]),
            PlotAxis.Percent("questions", Math.Min(0.9, Math.Floor(lowest * 10) / 10)));
        plot.Line("third", Points(dense), marked: true).Line("second", Points(bm25), marked: true).Line("first", Points(fused), marked: true);
        return Figure("hit@k: questions with a relevant article among the first k", plot, ("first", "fused"), ("second", "BM25 alone"), ("third", "dense alone"));

        static (double, double)[] Points(RankingMeasures list) => [.. list.Hits.Select((share, index) => (index + 1.0, share))];
    }

    public static string RiskCoverage(RiskCoverage measured)
    {
        if (measured.Curve.IsEmpty)
        {
            return "";
        }

        var plot = new Plot(
            "risk",
            "Risk by coverage",
            $"Wrong answers are {Figures.Percent(1 - measured.AccuracyAt50)} when the more confident half is given, {Figures.Percent(1 - measured.AccuracyAt80)} at 80 %, and {Figures.Percent(1 - measured.AccuracyAt100)} when all are.",
            PlotAxis.Percent("answers given, the most confident first", 0),
            PlotAxis.Percent("wrong", 0));
        plot.Line("first", [.. measured.Curve.Select(point => (point.Coverage, 1 - point.Accuracy))], marked: false);
        return Figure("Risk and coverage: wrong answers among those given", plot, ("first", "wrong among the answers given"));
    }

    public static string Calibration(Calibration measured)
    {
        if (measured.Bins.IsEmpty)
        {
            return "";
        }

        var plot = new Plot(
            "calibration",
            "Right answers by confidence",
            $"On the diagonal confidence would be the share that is right. The mean distance from it is {Figures.Fraction(measured.Ece)}.",
            PlotAxis.Percent("confidence", 0),
            PlotAxis.Percent("right", 0));
        foreach (var bin in measured.Bins)
        {
            plot.Bar("soft", bin.From, bin.To, bin.Accuracy, $"{Figures.Percent(bin.Accuracy)} of {Figures.Whole(bin.Questions)} right at {Figures.Percent(bin.Confidence)}");
        }

        plot.Line("ideal", [(0, 0), (1, 1)], marked: false).Line("first", [.. measured.Bins.Select(bin => (bin.Confidence, bin.Accuracy))], marked: true);
        return Figure("Calibration: right answers by confidence", plot, ("first", "right"), ("ideal", "what confidence claims"));
    }

    public static string Latency(Latency measured)
    {
        var width = measured.Bins.Select(bin => bin.ToMs - bin.FromMs).OfType<double>().FirstOrDefault(1);
        var plot = new Plot(
            "latency",
            "Questions by time to answer",
            $"Half of the questions take at most {Figures.Milliseconds(measured.MedianMs)}, 95 % at most {Figures.Milliseconds(measured.P95Ms)}, the longest {Figures.Milliseconds(measured.MaxMs)}.",
            PlotAxis.UpTo("milliseconds; the last bar: longer", measured.Bins.Max(bin => bin.ToMs ?? bin.FromMs + width), mostSteps: 8),
            PlotAxis.UpTo("questions", measured.Bins.Max(bin => bin.Questions), mostSteps: 5));
        foreach (var bin in measured.Bins)
        {
            plot.Bar(bin.ToMs is null ? "second" : "first", bin.FromMs, bin.ToMs ?? bin.FromMs + width, bin.Questions, $"{Figures.Whole(bin.Questions)} from {Figures.Milliseconds(bin.FromMs)}");
        }

        return Figure("Time from question to answer", plot);
    }

    private static string Figure(string caption, Plot plot, params (string Series, string Name)[] legend)
    {
        var items = string.Concat(legend.Select(series =>
            $"<li><svg class=\"key\" viewBox=\"0 0 28 8\" aria-hidden=\"true\"><line class=\"line {series.Series}\" x1=\"1\" x2=\"27\" y1=\"4\" y2=\"4\"/></svg>{series.Name}</li>"));
        return $"<figure><figcaption>{caption}</figcaption>{plot.ToSvg()}{(items.Length > 0 ? $"<ul class=\"legend\">{items}</ul>" : "")}</figure>\n";
    }
}
