using System.Collections.Immutable;

namespace BriefingBot.Evaluation;

/// <summary>How well files are read, measured against texts that stand for what is to be read.</summary>
/// <param name="Extractors">The extractors of web pages, ours first; empty where there are no pages.</param>
/// <param name="Formats">The formats of documents; empty where there are none.</param>
public sealed record ReadingEvaluation(ImmutableArray<ExtractorScore> Extractors, ImmutableArray<FormatScore> Formats)
{
    private static readonly string[] Pages = ["html/zyte", "zyte", "."];

    /// <summary>Measures what is there of <c>html/zyte</c> and <c>documents</c>. Null where the folder has neither.</summary>
    public static ReadingEvaluation? Of(string folder, CancellationToken cancellation)
    {
        var pages = Pages.Select(below => Path.Combine(folder, below)).FirstOrDefault(place => File.Exists(Path.Combine(place, "ground-truth.json")));
        var documents = Path.Combine(folder, "documents");
        return pages is null && !Directory.Exists(documents)
            ? null
            : new(pages is null ? [] : PageExtraction.Measure(pages, cancellation), Directory.Exists(documents) ? DocumentReading.Measure(documents, cancellation) : []);
    }

    /// <summary>The pages that we read worst, the worst first.</summary>
    public IEnumerable<PageScore> WorstPages(int most) => Extractors is [var ours, ..]
        ? ours.Pages.Where(page => page.F1 < 1).OrderBy(page => page.F1).ThenBy(page => page.Id, StringComparer.Ordinal).Take(most)
        : [];
}
