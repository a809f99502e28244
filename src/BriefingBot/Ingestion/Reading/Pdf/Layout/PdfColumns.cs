namespace BriefingBot.Ingestion;

/// <summary>
/// Puts a page's runs into regions of one column each, in the order of reading. Where a gutter runs down between two columns of text, what
/// stands above it comes first, then the columns, then what is below. A gap between the columns of a table is no gutter: its rows belong together.
/// </summary>
internal static class PdfColumns
{
    // The search takes time by the square and more; a page of a newspaper has some hundreds of runs.
    private const int MostRuns = 2_000;
    private const int Deepest = 12;

    public static List<List<PdfRun>> Regions(List<PdfRun> runs)
    {
        List<List<PdfRun>> regions = [];
        var rightToLeft = runs.Sum(run => run.IsRightToLeft ? run.Letters : -run.Letters) > 0;
        Split(runs, runs.Count > MostRuns ? Deepest : 0, rightToLeft, regions);
        return regions;
    }

    /// <summary>The runs by the line that they stand on, from the top; within a line from the left.</summary>
    public static List<List<PdfRun>> Rows(IEnumerable<PdfRun> runs)
    {
        List<List<PdfRun>> rows = [];
        foreach (var run in runs.OrderByDescending(run => run.Baseline))
        {
            if (rows.Count > 0 && rows[^1][0] is { } first && first.Baseline - run.Baseline <= 0.3 * Math.Min(first.Size, run.Size))
            {
                rows[^1].Add(run);
            }
            else
            {
                rows.Add([run]);
            }
        }

        rows.ForEach(row => row.Sort((a, b) => a.Left.CompareTo(b.Left)));
        return rows;
    }

    private static void Split(List<PdfRun> runs, int depth, bool rightToLeft, List<List<PdfRun>> regions)
    {
        if (runs.Count == 0)
        {
            return;
        }

        var rows = Rows(runs);
        if (depth >= Deepest || PdfGutter.Find(rows) is not { } gutter)
        {
            regions.Add(runs);
            return;
        }

        var within = rows[gutter.First..(gutter.Last + 1)].SelectMany(row => row).ToList();
        var left = within.FindAll(run => run.Right <= gutter.Left + PdfGutter.Slack);
        var right = within.FindAll(run => run.Right > gutter.Left + PdfGutter.Slack);
        Split([.. rows[..gutter.First].SelectMany(row => row)], depth + 1, rightToLeft, regions);
        Split(rightToLeft ? right : left, depth + 1, rightToLeft, regions);
        Split(rightToLeft ? left : right, depth + 1, rightToLeft, regions);
        Split([.. rows[(gutter.Last + 1)..].SelectMany(row => row)], depth + 1, rightToLeft, regions);
    }
}
