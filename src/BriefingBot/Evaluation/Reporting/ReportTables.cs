using System.Globalization;
using System.Text;
using System.Text.Json;
using BriefingBot.Answering;

namespace BriefingBot.Evaluation;

/// <summary>The tables of a report.</summary>
internal static class ReportTables
{
    // Where one article is damaged, every question that comes near it may fail.
    private const int MostUnmeasured = 50;

    public static string Run(EvaluationSummary summary)
    {
        var run = summary.Run;
        return Table(
            "What was run",
            ["", ""],
            [
                ["command", run.Command],
                ["date", run.Date.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)],
                ["product", run.Version],
                run.Articles is null ? ["store", run.Store ?? ""] : ["articles", $"{run.Articles} ({Figures.Whole(run.ArticlesIndexed)} indexed, {Figures.Whole(run.ArticlesFailed)} failed)"],
                ["questions", $"{run.QuestionFile} ({Figures.Whole(summary.Questions)} asked: {Figures.Whole(summary.Refusals.Answerable)} answerable, {Figures.Whole(summary.Refusals.Unanswerable)} not{(summary.Unmeasured > 0 ? $"; {Figures.Whole(summary.Unmeasured)} failed, and are in no measure" : "")})"],
                ["index", $"model {run.Index.Model}, analyzer {run.Index.Analyzer}, splitter {run.Index.Splitter}"],
            ]);
    }

    /// <summary>The first questions that failed, with the reasons; empty where none did.</summary>
    public static string Unmeasured(IReadOnlyList<TriedQuestion> failed) => failed.Count == 0 ? "" : Table(
        failed.Count > MostUnmeasured ? $"Questions that failed, the first {MostUnmeasured} of {Figures.Whole(failed.Count)}" : "Questions that failed",
        ["line", "question", "reason"],
        [.. failed.Take(MostUnmeasured).Select(tried => new[] { Figures.Whole(tried.Question.Line), tried.Question.Text, tried.Failure ?? "" })]);

    public static string Ranking(RankingComparison ranking)
    {
        return Table(
            $"Articles, each ranked by its best passage; {Figures.Whole(ranking.Questions)} questions name the relevant ones",
            ["list", "hit@1", "hit@3", "hit@5", "hit@10", "MRR@10", "nDCG@10"],
            [Row("fused", ranking.Fused), Row("BM25 alone", ranking.Bm25), Row("dense alone", ranking.Dense)]);

        static string[] Row(string list, RankingMeasures? measured) =>
        [
            list, Figures.Percent(measured?.HitAt1), Figures.Percent(measured?.HitAt3), Figures.Percent(measured?.HitAt5), Figures.Percent(measured?.HitAt10),
            Figures.Fraction(measured?.MrrAt10), Figures.Fraction(measured?.NdcgAt10),
        ];
    }

    public static string Quotes(QuoteMeasures quotes) => Table(
        $"Quotes, without refusing; {Figures.Whole(quotes.Questions)} questions have gold words",
        ["quote@1", "quote@3", "mean length of the first", "mean number"],
        [[Figures.Percent(quotes.QuoteAt1), Figures.Percent(quotes.QuoteAt3), Figures.Whole(quotes.MeanFirstLength), Figures.OneDecimal(quotes.MeanQuotes)]]);

    public static string Refusals(RefusalMeasures refusals)
    {
        return Table(
            $"Refused; area under the ROC curve {Figures.Fraction(refusals.Auroc)}",
            ["", $"of {Figures.Whole(refusals.Unanswerable)} unanswerable", $"of {Figures.Whole(refusals.Answerable)} answerable"],
            [
                Shares("as shipped", refusals.Shipped),
                Shares($"below confidence {Figures.Fraction(refusals.AtTenPercent?.Threshold)}", refusals.AtTenPercent),
                .. refusals.Reasons.Select(reason => new[] { $"{JsonNamingPolicy.SnakeCaseLower.ConvertName($"{reason.Reason}")} (questions)", Figures.Whole(reason.Unanswerable), Figures.Whole(reason.Answerable) }),
            ]);

        static string[] Shares(string what, RefusedShares? shares) => [what, Figures.Percent(shares?.Unanswerable), Figures.Percent(shares?.Answerable)];
    }

    public static string RiskCoverage(RiskCoverage measured) => Table(
        $"Right answers when only the most confident are given; {Figures.Whole(measured.Questions)} questions",
        ["50 % given", "80 % given", "all given", "area under the risk"],
        [[Figures.Percent(measured.AccuracyAt50), Figures.Percent(measured.AccuracyAt80), Figures.Percent(measured.AccuracyAt100), Figures.Fraction(measured.Area)]]);

    public static string Calibration(Calibration measured) => Table(
        $"Calibration; expected calibration error {Figures.Fraction(measured.Ece)}",
        ["confidence", "questions", "mean confidence", "right"],
        [.. measured.Bins.Select(bin => new[] { $"{Figures.OneDecimal(bin.From)} to {Figures.OneDecimal(bin.To)}", Figures.Whole(bin.Questions), Figures.Percent(bin.Confidence), Figures.Percent(bin.Accuracy) })]);

    public static string Drafting(DraftingMeasures measured) => Table(
        $"Statements of {measured.Model} with the prompts {measured.Prompts}, by the product's own checks; asked for {Figures.Whole(measured.Asked)} questions",
        ["", ""],
        [
            ["statements drafted, and shown", $"{Figures.Whole(measured.Drafted)}, {Figures.Whole(measured.Shown)}"],
            ["citation recall: supported as drafted", Figures.Percent(measured.CitationRecall)],
            ["citation precision: quotes that are needed", $"{Figures.Percent(measured.CitationPrecision)} of {Figures.Whole(measured.Citations)}"],
            ["withheld", Figures.Percent(measured.WithheldShare)],
            ["answered without it", Figures.Percent(measured.FallBackShare)],
            .. measured.FallBacks.Select(reason => new[] { $"{JsonNamingPolicy.SnakeCaseLower.ConvertName($"{reason.Reason}")} (questions)", Figures.Whole(reason.Questions) }),
            ["calls", Figures.Whole(measured.Calls)],
            ["tokens sent, and received", $"{Figures.Whole(measured.TokensSent)}, {Figures.Whole(measured.TokensReceived)}"],
            ["cost, by the configured prices", measured.Cost.ToString("0.####", CultureInfo.InvariantCulture)],
        ]);

    public static string Latency(Latency measured) => Table(
        "Time from question to answer",
        ["median", "p95", "longest"],
        [[Figures.Milliseconds(measured.MedianMs), Figures.Milliseconds(measured.P95Ms), Figures.Milliseconds(measured.MaxMs)]]);

    /// <summary>Where there are several rows, the first cell of each is its header.</summary>
    private static string Table(string caption, string[] headings, string[][] rows)
    {
        var html = new StringBuilder($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{HtmlRendering.Escape(caption)}\"><table><caption>{HtmlRendering.Escape(caption)}</caption>");
        if (headings.Any(heading => heading.Length > 0))
        {
            html.Append($"<thead><tr>{string.Concat(headings.Select(heading => heading.Length == 0 ? "<td></td>" : $"<th scope=\"col\">{HtmlRendering.Escape(heading)}</th>"))}</tr></thead>");
        }

        var hasRowHeaders = rows.Length > 1;
        html.Append("<tbody>");
        foreach (var row in rows)
        {
            html.Append($"<tr>{string.Concat(row.Select((cell, index) => hasRowHeaders && index == 0 ? $"<th scope=\"row\">{HtmlRendering.Escape(cell)}</th>" : $"<td>{HtmlRendering.Escape(cell)}</td>"))}</tr>");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }
}
