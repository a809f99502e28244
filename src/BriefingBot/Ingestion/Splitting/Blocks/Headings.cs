namespace BriefingBot.Ingestion;

/// <summary>
/// Tells which blocks are headings: marked as such, or a short line without punctuation at its end that text follows. Many such lines
/// in a row are a list of something: names, captions.
/// </summary>
internal static class Headings
{
    private const int MostWords = 12;
    private const int MostCharacters = 160;
    private const int FewestLetters = 3;

    // A title above a heading, and a date between the two.
    private const int MostInARow = 3;
    private const int MostWithoutBlankLine = 2;

    /// <summary>For each block, whether it is a heading.</summary>
    public static bool[] Among(List<TextBlock> blocks, string text)
    {
        var headings = new bool[blocks.Count];
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            headings[i] = LooksLikeOne(blocks[i], text);
        }

        DropRuns(headings, MostInARow, begins: _ => false);
        DropRuns(headings, MostWithoutBlankLine, begins: i => blocks[i].AfterBlankLine);
        for (var i = 0; i < blocks.Count; i++)
        {
            headings[i] |= blocks[i].Kind == TextBlockKind.MarkedHeading;
        }

        return headings;
    }

    private static void DropRuns(bool[] headings, int most, Func<int, bool> begins)
    {
        for (var start = 0; start < headings.Length;)
        {
            var end = start + 1;
            while (headings[start] && end < headings.Length && headings[end] && !begins(end))
            {
                end++;
            }

            if (end - start > most)
            {
                Array.Clear(headings, start, end - start);
            }

            start = end;
        }
    }

    private static bool LooksLikeOne(TextBlock block, string text)
    {
        var line = text.AsSpan(block.Span.Start, block.Span.Length);
        if (block.Kind != TextBlockKind.Prose || line.Length > MostCharacters || !char.IsLetterOrDigit(line[^1])
            || !(char.IsUpper(line[0]) || char.IsDigit(line[0])) || EndsMidSentence(line))
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
