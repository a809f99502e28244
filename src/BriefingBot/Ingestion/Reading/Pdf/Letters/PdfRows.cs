namespace BriefingBot.Ingestion;

/// <summary>Puts a layer's letters into rows by the line that they stand on, and cuts the rows into runs.</summary>
internal static class PdfRows
{
    /// <summary>A gap as wide as this part of the letters' size may be one between columns; what is no such gap is put together again later.</summary>
    public const double WidestBlank = 0.8;

    // What stands higher or lower than its line by up to this part of the line's size is a note's mark, an exponent or an index.
    private const double FarthestScript = 0.55;

    // Letters. What is longer is a text of its own, set smaller.
    private const int LongestScript = 20;

    // A page of prose has 3,000 letters, a page of figures 10,000; beyond this, looking around each of them takes too long.
    private const int MostLettersWithScripts = 40_000;

    public static List<PdfRun> Runs(List<PdfGlyph> glyphs)
    {
        var rows = Rows(glyphs);
        if (glyphs.Count <= MostLettersWithScripts)
        {
            AttachScripts(rows);
        }

        return [.. rows.SelectMany(Pieces).Select(PdfRunText.Of).OfType<PdfRun>()];
    }

    private static List<List<PdfGlyph>> Rows(List<PdfGlyph> glyphs)
    {
        List<List<PdfGlyph>> rows = [];
        foreach (var glyph in glyphs.OrderByDescending(glyph => glyph.Baseline))
        {
            if (rows.Count > 0 && rows[^1][0] is var first && first.Baseline - glyph.Baseline <= 0.1 * Math.Min(first.Size, glyph.Size))
            {
                rows[^1].Add(glyph);
            }
            else
            {
                rows.Add([glyph]);
            }
        }

        return rows;
    }

    /// <summary>Moves small letters into the row that they belong to, so that they are read where they stand.</summary>
    private static void AttachScripts(List<List<PdfGlyph>> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var piece in Pieces(rows[i]).ToList())
            {
                if (piece.Count <= LongestScript && Host(rows, i, piece) is { } host)
                {
                    var line = host.MaxBy(glyph => glyph.Size);
                    var raised = piece[0].Baseline - line.Baseline > 0.15 * line.Size;
                    host.AddRange(raised ? PdfRunText.Raised(piece) : piece);
                    rows[i] = [.. rows[i].Except(piece)];
                }
            }
        }

        rows.RemoveAll(row => row.Count == 0);
    }

    private static List<PdfGlyph>? Host(List<List<PdfGlyph>> rows, int index, List<PdfGlyph> piece)
    {
        var size = piece.Max(glyph => glyph.Size);

        // No further than a few rows: those of neighbouring columns may lie between.
        for (var distance = 1; distance <= 4; distance++)
        {
            foreach (var other in (ReadOnlySpan<int>)[index + distance, index - distance])
            {
                if (other >= 0 && other < rows.Count && rows[other].Exists(glyph => IsHost(glyph, piece, size)))
                {
                    return rows[other];
                }
            }
        }

        return null;
    }

    private static bool IsHost(PdfGlyph glyph, List<PdfGlyph> piece, double size)
    {
        var reach = 0.3 * glyph.Size;
        return glyph.Size * 0.85 > size && glyph.Size * 0.5 <= size && !glyph.IsBlank
            && Math.Abs(glyph.Baseline - piece[0].Baseline) <= FarthestScript * glyph.Size
            && (Math.Abs(piece[0].Left - glyph.Right) <= reach || Math.Abs(glyph.Left - piece[^1].Right) <= reach);
    }

    private static IEnumerable<List<PdfGlyph>> Pieces(List<PdfGlyph> row)
    {
        List<PdfGlyph> piece = [];
        var end = double.NegativeInfinity;
        foreach (var glyph in row.OrderBy(glyph => glyph.Left))
        {
            if (piece.Count > 0 && !glyph.IsBlank && (glyph.Left - end > WidestBlank * Math.Max(glyph.Size, piece[^1].Size) || PdfDropCap.Precedes(piece, glyph)))
            {
                yield return piece;
                piece = [];
            }

            piece.Add(glyph);
            end = glyph.IsBlank ? end : Math.Max(end, glyph.Right);
        }

        if (piece.Count > 0)
        {
            yield return piece;
        }
    }
}
