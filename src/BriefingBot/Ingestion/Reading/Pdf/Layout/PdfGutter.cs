namespace BriefingBot.Ingestion;

/// <summary>White space that runs down between two columns of text, over the rows from <paramref name="First"/> to <paramref name="Last"/>.</summary>
internal sealed record PdfGutter(int First, int Last, double Left, double Right)
{
    /// <summary>What is out of place by less, in points, is in place.</summary>
    public const double Slack = 0.01;

    /// <summary>The gutter beside most lines; null when there is none.</summary>
    public static PdfGutter? Find(List<List<PdfRun>> rows)
    {
        PdfGutter? best = null;
        var bestLines = 0;
        HashSet<PdfGutter> tried = [];
        for (var i = 0; i < rows.Count; i++)
        {
            // Columns need not stand on common lines, so that the two sides of a gutter may be in rows next to each other.
            var runs = i + 1 < rows.Count ? [.. rows[i], .. rows[i + 1]] : rows[i];
            var end = double.PositiveInfinity;
            foreach (var run in runs.OrderBy(run => run.Left))
            {
                var isKnown = best is not null && best.First <= i && i <= best.Last && best.Left < run.Left && end < best.Right;
                if (run.Left - end >= PdfRows.WidestBlank * run.Size && !isKnown)
                {
                    var gutter = Extend(rows, i, end, run.Left, PdfRows.WidestBlank * run.Size);
                    if (tried.Add(gutter) && gutter.LinesBeside(rows) is var lines && lines > bestLines)
                    {
                        (best, bestLines) = (gutter, lines);
                    }
                }

                end = double.IsInfinity(end) ? run.Right : Math.Max(end, run.Right);
            }
        }

        return best;
    }

    private static PdfGutter Extend(List<List<PdfRun>> rows, int row, double left, double right, double least)
    {
        var (first, last) = (row, row);
        while (last + 1 < rows.Count && Narrow(rows[last + 1], ref left, ref right, least))
        {
            last++;
        }

        while (first > 0 && Narrow(rows[first - 1], ref left, ref right, least))
        {
            first--;
        }

        return new(first, last, left, right);
    }

    /// <summary>Narrows the gutter to what a row leaves free of it; false when that is too little.</summary>
    private static bool Narrow(List<PdfRun> row, ref double left, ref double right, double least)
    {
        var (from, to) = (left, right);
        foreach (var run in row)
        {
            if (run.Right > from + Slack && run.Left < to - Slack)
            {
                // It reaches in from the side that its middle is on.
                if (run.Left + run.Right < from + to)
                {
                    from = run.Right;
                }
                else
                {
                    to = run.Left;
                }
            }
        }

        if (to - from < least)
        {
            return false;
        }

        (left, right) = (from, to);
        return true;
    }

    /// <summary>How many lines there are on the side with fewer; none where the sides are no columns.</summary>
    private int LinesBeside(List<List<PdfRun>> rows)
    {
        var within = rows[First..(Last + 1)];
        var left = new PdfColumnSide(within.ConvertAll(row => row.FindAll(run => run.Right <= Left + Slack)));
        var right = new PdfColumnSide(within.ConvertAll(row => row.FindAll(run => run.Right > Left + Slack)));
        var lines = Math.Min(left.Rows, right.Rows);
        return lines >= 2 && PdfColumnSide.AreColumns(left, right) ? lines : 0;
    }
}
