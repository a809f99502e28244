using AngleSharp.Dom;

namespace BriefingBot.Ingestion;

/// <summary>Repeats a cell that spans several rows in each of them, so that a row says what it is about when it is read alone.</summary>
internal sealed class RowSpans
{
    /// <summary>Longer cells are not what rows are named by, and would be repeated at length.</summary>
    private const int LongestRepeated = 200;

    private readonly List<(int Column, int Width, int RowsLeft, string Text)> carried = [];

    /// <summary>The texts of the next row's cells, with those of rows before that reach into it, in their columns.</summary>
    public List<string> Filled(IEnumerable<(IElement Cell, string Text)> cells)
    {
        var (texts, begun, column) = (new List<string>(), new List<(int, int, int, string)>(), 0);
        foreach (var (cell, text) in cells)
        {
            Carried();
            texts.Add(text);
            var (width, rows) = (Span(cell, "colspan"), Span(cell, "rowspan"));
            if (rows > 1 && text.Length <= LongestRepeated)
            {
                begun.Add((column, width, rows, text));
            }

            column += width;
        }

        Carried();
        carried.AddRange(begun);
        for (var at = carried.Count - 1; at >= 0; at--)
        {
            carried[at] = carried[at] with { RowsLeft = carried[at].RowsLeft - 1 };
            if (carried[at].RowsLeft == 0)
            {
                carried.RemoveAt(at);
            }
        }

        return texts;

        void Carried()
        {
            while (carried.Find(cell => cell.Column == column) is { Width: > 0 } above)
            {
                texts.Add(above.Text);
                column += above.Width;
            }
        }
    }

    // As the standard caps them: https://html.spec.whatwg.org/multipage/tables.html#attr-tdth-colspan.
    private static int Span(IElement cell, string name) => int.TryParse(cell.GetAttribute(name), out var span) ? Math.Clamp(span, 1, 1_000) : 1;
}
