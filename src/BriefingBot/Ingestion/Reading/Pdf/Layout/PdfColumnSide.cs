namespace BriefingBot.Ingestion;

/// <summary>What stands on one side of a gutter, a row each; rows without anything there are empty.</summary>
internal sealed class PdfColumnSide(List<List<PdfRun>> rows)
{
    private readonly List<List<PdfRun>> filled = rows.FindAll(row => row.Count > 0);

    public int Rows => filled.Count;

    private double LettersARow => filled.Average(row => row.Sum(run => run.Letters));

    private double LettersARun => filled.Average(row => row.Average(run => run.Letters));

    private double RunsARow => filled.Average(row => row.Count);

    /// <summary>How much of the side's width an ordinary row covers with letters.</summary>
    private double Fill
    {
        get
        {
            var width = filled.Max(row => row.Max(run => run.Right)) - filled.Min(row => row.Min(run => run.Left));
            var covered = filled.Select(row => row.Sum(run => run.Width)).Order().ToList();
            return width > 0 ? covered[covered.Count / 2] / width : 0;
        }
    }

    // By the shared documents: a line in the narrowest of three columns has some 20 letters, and justified or not they fill more than half of it.
    private bool IsProse => LettersARow >= 15 && Fill >= 0.55;

    private bool IsCells => RunsARow >= 1.5 && LettersARun < 15;

    /// <summary>
    /// Whether two sides are read one after the other. Prose on both is two columns. Otherwise rows that stand on common lines are a table's:
    /// of prose, only numbers and short names beside it have every line in common with it.
    /// </summary>
    public static bool AreColumns(PdfColumnSide left, PdfColumnSide right)
    {
        var common = left.CommonWith(right);
        if (left.IsProse && right.IsProse)
        {
            return !(common >= 0.7 && (left.IsCells || right.IsCells));
        }

        return common < 0.5 && Math.Min(left.Rows, right.Rows) >= 3;
    }

    /// <summary>The part of the rows of the side with fewer that stand on a line with one of the other side.</summary>
    private double CommonWith(PdfColumnSide other)
    {
        var common = rows.Zip(other.AllRows).Count(pair => pair.First.Count > 0 && pair.Second.Count > 0
            && Math.Abs(pair.First[0].Baseline - pair.Second[0].Baseline) < 0.25 * pair.First[0].Size);
        return (double)common / Math.Min(Rows, other.Rows);
    }

    private List<List<PdfRun>> AllRows => rows;
}
