namespace BriefingBot.Ingestion;

/// <summary>Puts an initial that is as high as several lines before the first of them, so that its word is whole and its paragraph one.</summary>
internal static class PdfDropCap
{
    // Times the size of the lines beside it: two lines high at least.
    private const double LeastHeight = 1.9;

    /// <summary>Whether a letter begins a run that the next one is no part of, though they stand on one line.</summary>
    public static bool Precedes(List<PdfGlyph> piece, PdfGlyph next) => piece.Count == 1 && piece[0].Size > LeastHeight * next.Size;

    public static void Join(List<PdfRun> runs)
    {
        foreach (var initial in runs.FindAll(run => run.Text.Length == 1 && char.IsUpper(run.Text[0])))
        {
            var beside = runs.FindAll(run => IsBeside(initial, run)).OrderByDescending(run => run.Baseline).ToList();
            if (beside.Count >= 2 && char.IsLetter(beside[0].Text[0]))
            {
                runs.Remove(initial);
                foreach (var run in beside)
                {
                    runs[runs.IndexOf(run)] = run with { Left = initial.Left, Text = run == beside[0] ? initial.Text + run.Text : run.Text };
                }
            }
        }
    }

    private static bool IsBeside(PdfRun initial, PdfRun run) => initial.Size > LeastHeight * run.Size
        && run.Left > initial.Right - (0.3 * run.Size) && run.Left < initial.Right + (1.2 * run.Size)
        && run.Baseline > initial.Baseline - (0.3 * run.Size) && run.Baseline < initial.Baseline + (0.8 * initial.Size);
}
