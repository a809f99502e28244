namespace BriefingBot.Ingestion;

/// <summary>Tells which lines of a column are a table's rows: three or more below each other with gaps at the same place.</summary>
internal static class PdfTables
{
    private const int FewestRows = 3;

    /// <summary>
    /// The lines, those that belong to the cells of a row above put into it, and for each whether it is a row. A line goes into the row above
    /// when it is close below and has nothing in the first cell.
    /// </summary>
    public static List<(PdfLine Line, bool IsRow)> Find(List<PdfLine> lines)
    {
        List<(PdfLine Line, bool IsRow)> found = [];
        for (var first = 0; first < lines.Count;)
        {
            var (rows, next) = From(lines, first);
            if (rows.Count >= FewestRows)
            {
                found.AddRange(rows.Select(row => (row, true)));
                first = next;
            }
            else
            {
                found.Add((lines[first], false));
                first++;
            }
        }

        return found;
    }

    private static (List<PdfLine> Rows, int Next) From(List<PdfLine> lines, int first)
    {
        List<PdfLine> rows = [lines[first]];
        var next = first + 1;
        for (; next < lines.Count && rows[0].Runs.Length > 1; next++)
        {
            var (row, line) = (rows[^1], lines[next]);
            if (GoesOn(row, line))
            {
                rows[^1] = row with { Below = [.. row.Below, .. line.Runs] };
            }
            else if (ShareGap(row, line))
            {
                rows.Add(line);
            }
            else
            {
                break;
            }
        }

        return (rows, next);
    }

    private static bool GoesOn(PdfLine row, PdfLine line) =>
        row.LastBaseline - line.Baseline < 1.45 * line.Size && line.Runs.Length < row.Runs.Length
        && line.Runs.All(run => row.CellOf(run) is { } cell && cell != row.Runs[0]);

    private static bool ShareGap(PdfLine line, PdfLine next)
    {
        var least = 0.6 * line.Size;
        return line.LastBaseline - next.Baseline < 5 * line.Size
            && Gaps(line).Any(gap => Gaps(next).Any(other => Math.Min(gap.To, other.To) - Math.Max(gap.From, other.From) >= least));
    }

    private static IEnumerable<(double From, double To)> Gaps(PdfLine line)
    {
        // What a list's marker stands before is no cell.
        for (var i = PdfListMarker.IsAlone(line.Runs[0].Text) ? 2 : 1; i < line.Runs.Length; i++)
        {
            var (before, after) = (line.Runs[i - 1], line.Runs[i]);
            yield return before.Left < after.Left ? (before.Right, after.Left) : (after.Right, before.Left);
        }
    }
}
