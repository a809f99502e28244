namespace BriefingBot.Ingestion;

/// <summary>Finds where a paragraph goes on in the next column or on the next page, past notes, tables and captions.</summary>
internal static class PdfFlow
{
    // A page has no more blocks than this before its text goes on; beyond them a sentence is not looked for.
    private const int FarthestBlock = 15;

    /// <summary>Whether a text ends as a sentence does, closing marks aside.</summary>
    public static bool IsAtStop(string text)
    {
        var last = text.AsSpan().TrimEnd("\"'”’»)]").TrimEnd("⁰¹²³⁴⁵⁶⁷⁸⁹");
        return last.Length > 0 && last[^1] is '.' or '!' or '?' or ':' or ';' or '…' or '。' or '؟' or '۔' or '！' or '？';
    }

    /// <summary>Sets <see cref="PdfBlock.Continuation"/>.</summary>
    /// <param name="blocks">Of all pages, in the order of reading.</param>
    public static void Connect(List<PdfBlock> blocks)
    {
        var isTaken = new HashSet<PdfBlock>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (IsText(blocks[i]) && EndsColumn(blocks, i) && !IsAtStop(blocks[i].Lines[^1].Text) && Following(blocks, i) is { } next && isTaken.Add(next))
            {
                blocks[i].Continuation = next;
            }
        }
    }

    /// <summary>Whether nothing but notes in smaller type is below it in its column.</summary>
    public static bool IsNoteBelow(PdfBlock text, PdfBlock below) => below.Column == text.Column && below.Size < 0.95 * text.Size;

    private static bool IsText(PdfBlock block) => block.Kind is PdfBlockKind.Paragraph or PdfBlockKind.ListItem;

    private static bool EndsColumn(List<PdfBlock> blocks, int index)
    {
        var next = index + 1;
        while (next < blocks.Count && IsNoteBelow(blocks[index], blocks[next]))
        {
            next++;
        }

        return next < blocks.Count && blocks[next].Column != blocks[index].Column;
    }

    private static PdfBlock? Following(List<PdfBlock> blocks, int index)
    {
        var block = blocks[index];
        for (var i = index + 1; i < blocks.Count && i - index <= FarthestBlock && blocks[i].Page <= block.Page + 1; i++)
        {
            var isElsewhere = blocks[i].Column != block.Column;
            if (isElsewhere && blocks[i].Kind == PdfBlockKind.Paragraph && Math.Abs(blocks[i].Size - block.Size) <= 0.05 * block.Size)
            {
                if (GoesOn(block, blocks[i].Lines[0].Text))
                {
                    return blocks[i];
                }

                // A caption may be set as the text is; any other paragraph that begins a sentence ends the search.
                if (!IsCaption(blocks[i].Lines[0].Text))
                {
                    return null;
                }
            }
            else if (isElsewhere && blocks[i].Kind == PdfBlockKind.Heading && blocks[i].Size >= 0.95 * block.Size)
            {
                return null;
            }
        }

        return null;
    }

    private static bool GoesOn(PdfBlock block, string next)
    {
        var last = block.Lines[^1];
        if (char.IsLower(next[0]) || last.Text[^1] is '-' or '‐' or '\u00AD' or ',')
        {
            return true;
        }

        // Before a name or a figure, only a line that was full up to its end goes on.
        var isFull = block.Lines.Count > 1 && last.End > block.Lines.Max(line => line.End) - (1.5 * last.Size);
        return isFull && char.IsLetterOrDigit(next[0]) && !IsCaption(next);
    }

    // "Figure 3", "Table 2:", "Tab. IV": a word with a number after it.
    private static bool IsCaption(string text)
    {
        var words = text.Split(' ', 3);
        return words.Length > 1 && words[0].Length > 0 && char.IsUpper(words[0][0]) && words[1].Trim('.', ':') is { Length: > 0 and <= 6 } number
            && (char.IsDigit(number[0]) || number.All(c => "IVX".Contains(c)));
    }
}
