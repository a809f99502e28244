using BriefingBot.Evaluation;

namespace BriefingBot.Cli.Output;

/// <summary>The line of <c>evaluate-reading</c>.</summary>
internal static class ReadingLine
{
    public static object Of(ReadingEvaluation evaluation, int misses) => new
    {
        Pages = evaluation.Extractors.Select(score => new { score.Name, score.Precision, score.Recall, score.F1, Pages = score.Pages.Length }),
        WorstPages = evaluation.WorstPages(misses).Select(page => new { page.Id, page.Overlap.Precision, page.Overlap.Recall, page.Overlap.Extra, page.Overlap.Missed }),
        Documents = evaluation.Formats.Select(score => new
        {
            score.Format,
            Files = score.Documents.Length,
            score.Read,
            score.Recall,
            score.Precision,
            Misses = score.Misses.Select(miss => new { miss.Name, miss.Overlap!.Recall, miss.Overlap.Precision }),
            Failures = score.Failed.Select(failed => new { failed.Name, failed.Problem }),
            Unmeasured = score.Unmeasured.Select(left => new { left.Name, Reason = left.Problem }),
        }),
    };
}
