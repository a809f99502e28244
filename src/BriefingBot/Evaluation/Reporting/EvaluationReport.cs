using BriefingBot.Answering;

namespace BriefingBot.Evaluation;

/// <summary>An evaluation as one HTML page, which needs no script and no other file.</summary>
public static class EvaluationReport
{
    private static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>The whole page.</summary>
    /// <param name="summary">The figures.</param>
    /// <param name="misses">What was missed.</param>
    /// <param name="unmeasured">The questions that failed.</param>
    public static string Render(EvaluationSummary summary, WorstMisses misses, params IReadOnlyList<TriedQuestion> unmeasured) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>Evaluation of {HtmlRendering.Escape(Path.GetFileName(summary.Run.QuestionFile))}</title>
        <style>{Style.Value}</style>
        </head>
        <body>
        <main>
        <h1>Evaluation</h1>
        <section>
        {ReportTables.Run(summary)}{ReportTables.Unmeasured(unmeasured)}</section>
        <section>
        <h2>Articles found</h2>
        {ReportTables.Ranking(summary.Ranking)}{ReportPlots.Hits(summary.Ranking)}</section>
        <section>
        <h2>Quotes</h2>
        {ReportTables.Quotes(summary.Quotes)}</section>
        <section>
        <h2>Refusals</h2>
        {ReportTables.Refusals(summary.Refusals)}{ReportTables.RiskCoverage(summary.RiskCoverage)}{ReportPlots.RiskCoverage(summary.RiskCoverage)}</section>
        <section>
        <h2>Confidence</h2>
        {ReportTables.Calibration(summary.Calibration)}{ReportPlots.Calibration(summary.Calibration)}</section>
        {Drafting(summary.Drafting)}{Time(summary.Latency)}{Misses(misses)}</main>
        </body>
        </html>

        """;

    private static string Drafting(DraftingMeasures? drafting) => drafting is null ? "" : $"<section>\n<h2>Language model</h2>\n{ReportTables.Drafting(drafting)}</section>\n";

    private static string Time(Latency? measured) => measured is null ? "" :
        $"""
        <section>
        <h2>Time</h2>
        {ReportTables.Latency(measured)}{ReportPlots.Latency(measured)}</section>

        """;

    private static string Misses(WorstMisses misses) =>
        (misses.Missed.Count == 0 ? "" : ReportMisses.Render(
            "The worst misses", "Questions whose quotes do not hold the answering words (or, where these are not known, whose ranking has no relevant article), the most confident first.", misses.Missed))
        + (misses.AnsweredWrongly.Count == 0 ? "" : ReportMisses.Render(
            "Answered without an answer", "Questions that the articles do not answer and a person would have been answered, the most confident first.", misses.AnsweredWrongly));

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(EvaluationReport).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
