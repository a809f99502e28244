namespace BriefingBot.Ingestion;

/// <summary>A cell of a table in a document.</summary>
/// <param name="Text">Its blocks.</param>
/// <param name="Paragraphs">How many they are.</param>
/// <param name="HasTable">Whether there is a table in it.</param>
internal readonly record struct TableCell(string Text, int Paragraphs = 0, bool HasTable = false)
{
    // Several paragraphs of together more than this are no entry of a table. By judgement.
    private const int LongestEntry = 500;

    /// <summary>Tables that only lay out a page have tables or long texts in their cells, which are read one after the other.</summary>
    private bool IsLayout => HasTable || (Paragraphs > 1 && Text.Length > LongestEntry);

    /// <summary>Writes a row on a line, or cell by cell where it is no row of data.</summary>
    public static void WriteRow(TextBlockWriter writer, IReadOnlyCollection<TableCell> cells)
    {
        if (!cells.Any(cell => cell.IsLayout))
        {
            writer.Row(cells.Select(cell => cell.Text));
            return;
        }

        foreach (var cell in cells)
        {
            writer.Block();
            writer.Verbatim(cell.Text);
            writer.Block();
        }
    }
}
