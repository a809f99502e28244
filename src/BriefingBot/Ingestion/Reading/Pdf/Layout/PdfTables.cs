namespace BriefingBot.Ingestion;

/// <summary>Tells which lines of a column are a table's rows: three or more below each other with gaps at the same place.</summary>
internal static class PdfTables
{
    private const int FewestRows = 3;

    /// <summary>For each line, whether it is a row.</summary>
    public static bool[] Rows(List<PdfLine> lines)
    {
        var rows = new bool[lines.Count];
        for (var first = 0; first < lines.Count; first++)
        {
            var last = first;
            while (last + 1 < lines.Count && ShareGap(lines[last], lines[last + 1]))
            {
                last++;
            }

            if (last - first + 1 >= FewestRows)
            {
                rows.AsSpan(first, last - first + 1).Fill(true);
            }

            first = last;
        }

        return rows;
    }

    private static bool ShareGap(PdfLine line, PdfLine next)
    {
        var least = 0.6 * line.Size;
        return line.Baseline - next.Baseline < 5 * line.Size
            && Gaps(line).Any(gap => Gaps(next).Any(other => Math.Min(gap.To, other.To) - Math.Max(gap.From, other.From) >= least));
    }

    private static IEnumerable<(double From, double To)> Gaps(PdfLine line)
    {
        for (var i = 1; i < line.Runs.Length; i++)
        {
            var (before, after) = (line.Runs[i - 1], line.Runs[i]);
            yield return before.Left < after.Left ? (before.Right, after.Left) : (after.Right, before.Left);
        }
    }
}
