using System.Collections.Immutable;

namespace BriefingBot.Ingestion;

/// <summary>A line of one column: its runs in the order of reading.</summary>
internal sealed record PdfLine(ImmutableArray<PdfRun> Runs)
{
    // An index goes on with its page number after a row of dots.
    private const string Leader = "....";

    public string Text { get; } = PdfListMarker.WithBullet(PdfHyphens.Beside(Runs));

    /// <summary>What the lines below put into the cells of this row.</summary>
    public ImmutableArray<PdfRun> Below { get; init; } = [];

    /// <summary>Whether it is one of a table of contents.</summary>
    public bool IsLeader => char.IsLetterOrDigit(Text[^1]) && Text.Replace(" ", "", StringComparison.Ordinal).Contains(Leader, StringComparison.Ordinal);

    public double Left { get; } = Runs.Min(run => run.Left);

    public double Right { get; } = Runs.Max(run => run.Right);

    public double Baseline { get; } = Runs.MaxBy(run => run.Letters)!.Baseline;

    public double Size { get; } = Runs.MaxBy(run => run.Letters)!.Size;

    public bool IsBold { get; } = Runs.All(run => run.Typeface.IsBold);

    public bool IsMonospaced { get; } = Runs.All(run => run.Typeface.IsMonospaced);

    public bool IsRightToLeft { get; } = Runs.Sum(run => run.IsRightToLeft ? run.Letters : -run.Letters) > 0;

    /// <summary>Where reading begins, growing in the direction of reading.</summary>
    public double Start => IsRightToLeft ? -Right : Left;

    /// <summary>Where reading ends, growing in the direction of reading.</summary>
    public double End => IsRightToLeft ? -Left : Right;

    /// <summary>About how much room its first word takes, with a blank before it.</summary>
    public double FirstWordWidth
    {
        get
        {
            var end = Text.IndexOf(' ', StringComparison.Ordinal);
            return (Right - Left) * ((end < 0 ? Text.Length : end) + 1) / Text.Length;
        }
    }

    /// <summary>The baseline of the lowest line in it.</summary>
    public double LastBaseline => Below.IsEmpty ? Baseline : Below.Min(run => run.Baseline);

    /// <summary>The cells of a table's row.</summary>
    public string Cells => string.Join(" | ", Runs.Select(run => PdfHyphens.Beside([run, .. Below.Where(below => CellOf(below) == run)])));

    /// <summary>The cell that a run on a line below belongs to: the one that begins where it does, or else that it stands under.</summary>
    public PdfRun? CellOf(PdfRun below) => Runs.FirstOrDefault(run => Math.Abs(run.Left - below.Left) < 0.5 * run.Size)
        ?? Runs.FirstOrDefault(run => below.Left >= run.Left && below.Right <= run.Right);

    /// <summary>A column's lines, from the top.</summary>
    public static List<PdfLine> Of(List<PdfRun> column)
    {
        var rightToLeft = column.Sum(run => run.IsRightToLeft ? run.Letters : -run.Letters) > 0;
        return [.. PdfColumns.Rows(column).Select(row => new PdfLine(rightToLeft ? [.. row.AsEnumerable().Reverse()] : [.. row])).Where(line => line.Text is not ("" or "•"))];
    }
}
