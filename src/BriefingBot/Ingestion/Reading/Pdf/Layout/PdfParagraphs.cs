namespace BriefingBot.Ingestion;

/// <summary>Puts the lines of one column together to blocks: by the room between them, their type, their indents and where they end.</summary>
internal sealed class PdfParagraphs
{
    private readonly List<PdfLine> lines;
    private readonly bool[] rows;
    private readonly double bodySize;
    private readonly double pitch;
    private readonly double end;

    private PdfParagraphs(List<PdfLine> lines, double bodySize)
    {
        this.lines = lines;
        this.bodySize = bodySize;
        rows = PdfTables.Rows(lines);
        pitch = OrdinaryPitch();
        end = lines.Max(line => line.End);
    }

    /// <param name="bodySize">The size of most of the document's text.</param>
    public static List<PdfBlock> Blocks(List<PdfLine> lines, int page, int column, double bodySize)
    {
        var paragraphs = new PdfParagraphs(lines, bodySize);
        List<PdfBlock> blocks = [];
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && paragraphs.GoesOn(blocks[^1], i))
            {
                blocks[^1].Lines.Add(lines[i]);
            }
            else
            {
                blocks.Add(new(paragraphs.KindOf(i), page, column, [lines[i]]) { IsTable = paragraphs.rows[i] });
            }
        }

        return blocks;
    }

    private PdfBlockKind KindOf(int index)
    {
        var line = lines[index];
        if (rows[index] || line.IsMonospaced)
        {
            return PdfBlockKind.Lines;
        }

        if (PdfListMarker.Begins(line.Text))
        {
            return PdfBlockKind.ListItem;
        }

        return line.IsBold || line.Size > bodySize * 1.12 ? PdfBlockKind.Heading : PdfBlockKind.Paragraph;
    }

    private bool GoesOn(PdfBlock block, int index)
    {
        var (before, line) = (lines[index - 1], lines[index]);
        if (rows[index] != block.IsTable || (block.Kind == PdfBlockKind.Lines) != (rows[index] || line.IsMonospaced))
        {
            return false;
        }

        var drop = before.Baseline - line.Baseline;
        if (drop > Math.Max(1.3 * pitch, 1.1 * line.Size) || drop > 2.4 * Math.Max(line.Size, before.Size))
        {
            // Rows and code may have room between them.
            return block.Kind == PdfBlockKind.Lines && drop < 3 * Math.Max(line.Size, pitch);
        }

        return block.Kind == PdfBlockKind.Lines || (IsOfOneType(before, line) && !PdfListMarker.Begins(line.Text) && !Begins(block, before, line, index));
    }

    private static bool IsOfOneType(PdfLine before, PdfLine line) =>
        Math.Abs(before.Size - line.Size) <= 0.12 * Math.Max(before.Size, line.Size) && before.IsBold == line.IsBold && before.IsRightToLeft == line.IsRightToLeft;

    private bool Begins(PdfBlock block, PdfLine before, PdfLine line, int index)
    {
        var indent = line.Start - before.Start;
        var small = 0.7 * line.Size;
        if (block.Kind == PdfBlockKind.Heading)
        {
            return false;
        }

        if (block.Kind == PdfBlockKind.ListItem)
        {
            // An item goes on below its marker or below its words; what is left of both, or ends before it had to, is something else.
            return line.Start < block.Lines[0].Start - small || (EndsEarly(before, line) && line.Start < block.Lines[0].Start + small);
        }

        // The second line of a paragraph that hangs is indented as well, and the third no longer is.
        var hangs = block.Lines.Count == 1 && index + 1 < lines.Count && Math.Abs(lines[index + 1].Start - line.Start) < small;
        return (indent > small && !hangs) || EndsEarly(before, line) || (indent < -small && block.Lines.Count > 1);
    }

    /// <summary>Whether a line ends although the next one's first word had room on it, as the last line of a paragraph does.</summary>
    private bool EndsEarly(PdfLine before, PdfLine line) =>
        before.End + line.FirstWordWidth + line.Size < end && (PdfFlow.IsAtStop(before.Text) || !char.IsLower(line.Text[0]));

    private double OrdinaryPitch()
    {
        var drops = lines.Zip(lines.Skip(1)).Where(pair => Math.Abs(pair.First.Size - pair.Second.Size) < 0.1 * pair.First.Size)
            .Select(pair => pair.First.Baseline - pair.Second.Baseline).Where((drop, i) => drop > 0 && drop < 2.4 * lines[i].Size).Order().ToList();
        return drops.Count == 0 ? 1.2 * lines[0].Size : drops[(drops.Count - 1) / 2];
    }
}
