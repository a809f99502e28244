using System.Globalization;

namespace BriefingBot.Evaluation;

/// <summary>A <see cref="ReadingEvaluation"/> as Markdown tables.</summary>
public static class ReadingReport
{
    /// <summary>Both tables, the N worst pages, and a line for each document that misses, failed or is not measured.</summary>
    public static string Render(ReadingEvaluation evaluation, int misses)
    {
        var parts = new List<IEnumerable<string>>();
        if (!evaluation.Extractors.IsEmpty)
        {
            parts.Add(["| pages | precision | recall | F1 | number |", "|---|---|---|---|---|", .. evaluation.Extractors.Select(ExtractorRow)]);
        }

        if (!evaluation.Formats.IsEmpty)
        {
            parts.Add(["| documents | files | read | recall | precision | failed |", "|---|---|---|---|---|---|", .. evaluation.Formats.Select(FormatRow)]);
        }

        parts.Add(evaluation.WorstPages(misses).Select(page => $"- page {page.Id}: precision {Number(page.Overlap.Precision)}, recall {Number(page.Overlap.Recall)}, {page.Overlap.Extra} extra, {page.Overlap.Missed} missed"));
        parts.Add(evaluation.Formats.SelectMany(Notes));
        return string.Join("\n\n", parts.Select(lines => string.Join('\n', lines)).Where(part => part.Length > 0));
    }

    private static string ExtractorRow(ExtractorScore score) =>
        $"| {score.Name} | {Number(score.Precision)} | {Number(score.Recall)} | {Number(score.F1)} | {score.Pages.Length} |";

    private static string FormatRow(FormatScore score) =>
        $"| {score.Format} | {score.Documents.Length} | {score.Read} | {Number(score.Recall)} | {Number(score.Precision)} | {score.Failed.Count()} |";

    private static IEnumerable<string> Notes(FormatScore score) =>
    [
        .. score.Misses.Select(miss => $"- {score.Format}/{miss.Name}: recall {Number(miss.Overlap!.Recall)}, precision {Number(miss.Overlap.Precision)}"),
        .. score.Failed.Select(failed => $"- {score.Format}/{failed.Name} failed: {failed.Problem}."),
        .. score.Unmeasured.Select(left => $"- {score.Format}/{left.Name} is not measured: it {left.Problem}."),
    ];

    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
}
