using System.Globalization;
using BriefingBot.Evaluation;

namespace BriefingBot.Cli.Output;

/// <summary>The figures of an evaluation as a person reads them on a terminal. What was not measured is a dash.</summary>
internal static class SummaryTable
{
    public static string Of(EvaluationSummary summary)
    {
        var (ranking, quotes, refusals, risk, latency) = (summary.Ranking, summary.Quotes, summary.Refusals, summary.RiskCoverage, summary.Latency);
        return string.Join('\n',
            $"{summary.Questions} questions, {refusals.Answerable} answerable and {refusals.Unanswerable} not{(summary.Unmeasured > 0 ? $", {summary.Unmeasured} failed and not measured" : "")}",
            "",
            $"{"articles",-14}{"hit@1",8}{"hit@3",9}{"hit@5",9}{"hit@10",9}{"MRR@10",9}{"nDCG@10",9}",
            List("fused", ranking.Fused),
            List("BM25 alone", ranking.Bm25),
            List("dense alone", ranking.Dense),
            "",
            $"quote@1       {Percent(quotes.QuoteAt1)}   of {quotes.Questions}",
            $"quote@3       {Percent(quotes.QuoteAt3)}",
            $"first quote   {Number(quotes.MeanFirstLength, "0")}   characters; {Number(quotes.MeanQuotes, "0.0").Trim()} quotes",
            "",
            $"AUROC         {Number(refusals.Auroc, "0.000")}",
            $"refused       {Percent(refusals.Shipped.Unanswerable)}   of the unanswerable, {Percent(refusals.Shipped.Answerable).Trim()} of the answerable",
            $"              {Percent(refusals.AtTenPercent?.Unanswerable)}   of the unanswerable where it is {Percent(refusals.AtTenPercent?.Answerable).Trim()}",
            $"right         {Percent(risk.AccuracyAt50)}   of the surest half, {Percent(risk.AccuracyAt80).Trim()} of 80 %, {Percent(risk.AccuracyAt100).Trim()} of all",
            $"risk area     {Number(risk.Area, "0.000")}",
            $"ECE           {Number(summary.Calibration.Ece, "0.000")}",
            "",
            $"time          {Number(latency?.MedianMs, "0.0")}   ms median, {Number(latency?.P95Ms, "0.0").Trim()} ms p95, {Number(latency?.MaxMs, "0.0").Trim()} ms longest") + Drafting(summary.Drafting);
    }

    private static string Drafting(DraftingMeasures? drafting) => drafting is null ? "" : string.Join('\n',
        "",
        "",
        $"model         {drafting.Model}, prompts {drafting.Prompts}; {drafting.Drafted} statements for {drafting.Asked} questions",
        $"citations     {Percent(drafting.CitationRecall)}   recall, {Percent(drafting.CitationPrecision).Trim()} precision, by the product's own checks",
        $"withheld      {Percent(drafting.WithheldShare)}   of the statements",
        $"fall-back     {Percent(drafting.FallBackShare)}   of the questions",
        $"tokens        {drafting.TokensSent,8:0}   sent, {drafting.TokensReceived:0} received in {drafting.Calls} calls; cost {drafting.Cost.ToString("0.####", CultureInfo.InvariantCulture)}");

    private static string List(string name, RankingMeasures? list) =>
        $"{name,-14}{Percent(list?.HitAt1),8} {Percent(list?.HitAt3),8} {Percent(list?.HitAt5),8} {Percent(list?.HitAt10),8} {Number(list?.MrrAt10, "0.000"),8} {Number(list?.NdcgAt10, "0.000"),8}";

    private static string Percent(double? share) => share is { } value ? $"{(value * 100).ToString("0.0", CultureInfo.InvariantCulture),6} %" : Number(null, "");

    private static string Number(double? value, string format) => $"{value?.ToString(format, CultureInfo.InvariantCulture) ?? "–",8}";
}
