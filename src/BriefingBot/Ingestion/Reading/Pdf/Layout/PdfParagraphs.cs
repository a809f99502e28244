namespace BriefingBot.Ingestion;

/// <summary>Puts the lines of one column together to blocks: by the room between them, their type, their indents and where they end.</summary>
internal sealed class PdfParagraphs
{
    private readonly List<PdfLine> lines;
    private readonly List<bool> rows;
    private readonly double bodySize;
    private readonly double end;
    private readonly double width;
    private readonly Dictionary<double, double> pitches = [];

    private PdfParagraphs(List<(PdfLine Line, bool IsRow)> found, double bodySize)
    {
        lines = found.ConvertAll(line => line.Line);
        rows = found.ConvertAll(line => line.IsRow);
        this.bodySize = bodySize;
        end = lines.Max(line => line.End);
        width = end - lines.Min(line => line.Start);
    }

    /// <summary>The blocks of a column, from the top. <paramref name="bodySize"/> is the size of most of the document's text.</summary>
    public static List<PdfBlock> Blocks(List<PdfLine> column, int page, int columnNumber, double bodySize)
    {
        var paragraphs = new PdfParagraphs(PdfTables.Find(column), bodySize);
        var lines = paragraphs.lines;
        List<PdfBlock> blocks = [];
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && paragraphs.GoesOn(blocks[^1], i))
            {
                blocks[^1].Lines.Add(lines[i]);
            }
            else
            {
                blocks.Add(new(paragraphs.KindOf(i), page, columnNumber, [lines[i]]) { IsTable = paragraphs.rows[i] });
            }
        }

        return blocks;
    }

    private PdfBlockKind KindOf(int index)
    {
        var line = lines[index];
        if (KeepsItsEnd(index))
        {
            return PdfBlockKind.Lines;
        }

        if (PdfListMarker.Begins(line.Text))
        {
            return PdfBlockKind.ListItem;
        }

        return line.IsBold || line.Size > bodySize * 1.12 ? PdfBlockKind.Heading : PdfBlockKind.Paragraph;
    }

    private bool KeepsItsEnd(int index) => rows[index] || lines[index].IsMonospaced || lines[index].IsLeader;

    private bool GoesOn(PdfBlock block, int index)
    {
        var (before, line) = (lines[index - 1], lines[index]);
        if (rows[index] != block.IsTable || (block.Kind == PdfBlockKind.Lines) != KeepsItsEnd(index))
        {
            return false;
        }

        var drop = before.LastBaseline - line.Baseline;
        var pitch = PitchOf(line.Size);
        if (drop > Math.Max(1.3 * pitch, 1.1 * line.Size) || drop > 2.4 * Math.Max(line.Size, before.Size))
        {
            // Rows and code may have room between them.
            return block.Kind == PdfBlockKind.Lines && drop < 3 * Math.Max(line.Size, pitch);
        }

        return block.Kind == PdfBlockKind.Lines || (IsOfOneType(before, line) && !IsItem(before, line) && !Begins(block, before, line, index));
    }

    /// <summary>A number with a dot at the head of a line is no marker where a sentence goes on from a full line above, right below it.</summary>
    private bool IsItem(PdfLine before, PdfLine line) => PdfListMarker.Begins(line.Text)
        && (!PdfListMarker.IsDotted(line.Text) || Math.Abs(line.Start - before.Start) > 0.7 * line.Size || before.End < end - (1.5 * line.Size)
            || (PdfFlow.IsAtStop(before.Text) && !char.IsDigit(before.Text[^Math.Min(2, before.Text.Length)])));

    private static bool IsOfOneType(PdfLine before, PdfLine line) =>
        Math.Abs(before.Size - line.Size) <= 0.12 * Math.Max(before.Size, line.Size) && before.IsBold == line.IsBold && before.IsRightToLeft == line.IsRightToLeft;

    private bool Begins(PdfBlock block, PdfLine before, PdfLine line, int index)
    {
        var indent = line.Start - before.Start;
        var small = 0.7 * line.Size;
        if (block.Kind == PdfBlockKind.Heading)
        {
            // Large lines belong together however they are centred; bold ones of the text's size are headings each, unless one had no more room.
            return line.Size <= 1.12 * bodySize && before.Right - before.Left + line.FirstWordWidth < 0.8 * width;
        }

        if (block.Kind == PdfBlockKind.ListItem)
        {
            // An item goes on below its marker or below its words; what is left of both, or ends before it had to, is something else.
            return line.Start < block.Lines[0].Start - small || (block.Lines.Count > 1 && indent > small) || (EndsEarly(before, line) && line.Start < block.Lines[0].Start + small);
        }

        // The second line of a paragraph that hangs is indented as well, and the third no longer is.
        var hangs = block.Lines.Count == 1 && index + 1 < lines.Count && Math.Abs(lines[index + 1].Start - line.Start) < small;
        return (indent > small && !hangs) || EndsEarly(before, line) || (indent < -small && block.Lines.Count > 1);
    }

    /// <summary>Whether a line ends although the next one's first word had room on it, as the last line of a paragraph does.</summary>
    private bool EndsEarly(PdfLine before, PdfLine line) =>
        before.End + line.FirstWordWidth + line.Size < end && (PdfFlow.IsAtStop(before.Text) || !char.IsLower(line.Text[0]));

    /// <summary>How far apart lines of a size are in this column.</summary>
    private double PitchOf(double size)
    {
        if (!pitches.TryGetValue(size, out var pitch))
        {
            var drops = lines.Zip(lines.Skip(1)).Where(pair => Math.Abs(pair.First.Size - size) < 0.06 * size && Math.Abs(pair.Second.Size - size) < 0.06 * size)
                .Select(pair => pair.First.LastBaseline - pair.Second.Baseline).Where(drop => drop > 0 && drop < 2.4 * size).Order().ToList();
            pitches[size] = pitch = drops.Count < 3 ? 1.25 * size : drops[(drops.Count - 1) / 2];
        }

        return pitch;
    }
}
