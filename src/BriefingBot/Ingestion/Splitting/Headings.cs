namespace BriefingBot.Ingestion;

/// <summary>
/// Tells which blocks are headings: marked as such, or a short line without punctuation at its end that text follows. Three such lines
/// or more without a blank line between them are a list of something.
/// </summary>
internal static class Headings
{
    private const int MostWords = 12;
    private const int FewestLetters = 3;
    private const int MostInARow = 2;

    /// <summary>For each block, whether it is a heading.</summary>
    public static bool[] Among(List<TextBlock> blocks, string text)
    {
        var headings = new bool[blocks.Count];
        var run = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            run = blocks[i].AfterBlankLine ? 0 : run;
            var marked = blocks[i].Kind == TextBlockKind.MarkedHeading;
            headings[i] = marked || (i + 1 < blocks.Count && LooksLikeOne(blocks[i], text));
            run = headings[i] && !marked ? run + 1 : 0;
            if (run > MostInARow)
            {
                var tooMany = run == MostInARow + 1 ? run : 1;
                Array.Clear(headings, i + 1 - tooMany, tooMany);
            }
        }

        return headings;
    }

    private static bool LooksLikeOne(TextBlock block, string text)
    {
        var line = text.AsSpan(block.Span.Start, block.Span.Length);
        if (block.Kind != TextBlockKind.Prose || line.Length > MostWords * 15 || !char.IsLetterOrDigit(line[^1]) || !(char.IsUpper(line[0]) || char.IsDigit(line[0]))
            || EndsMidSentence(line))
        {
            return false;
        }

        var words = 1;
        var letters = 0;
        foreach (var c in line)
        {
            words += char.IsWhiteSpace(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters >= FewestLetters && words <= MostWords;
    }

    // "… such as", "… is one of the": a formula or a quotation follows on the next line.
    private static bool EndsMidSentence(ReadOnlySpan<char> line)
    {
        var word = line[(line.LastIndexOf(' ') + 1)..];
        return word.Length <= 3 && char.IsLower(word[0]);
    }
}
