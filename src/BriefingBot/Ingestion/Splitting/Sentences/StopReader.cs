using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>Reads a terminator of one block together with the closing marks and references that belong to it.</summary>
internal sealed class StopReader(string text, TextSpan block, Enclosures enclosures)
{
    private const int LongestReference = 20;

    /// <summary>Reads the terminator at a position, with all that belongs to it.</summary>
    public Stop Read(int start)
    {
        var i = start;
        var dots = 0;
        while (i < block.End && (Characters.IsTerminator(text[i]) || IsSpacedDot(i)))
        {
            i += text[i] == ' ' ? 1 : 0;
            dots += text[i] == '.' ? 1 : text[i] == '…' ? 3 : 0;
            i++;
        }

        var stop = new Stop(start, i, i, dots, ClosesQuotation: false, ClosesBracket: false);
        while (true)
        {
            var end = AfterClosers(ref stop);
            if (end == stop.End)
            {
                return stop;
            }

            stop = stop with { End = end };
        }
    }

    private bool IsSpacedDot(int i) =>
        text[i] == ' ' && i > block.Start && text[i - 1] == '.' && i + 1 < block.End && text[i + 1] == '.'
        && (i + 2 == block.End || !char.IsLetterOrDigit(text[i + 2]));

    private int AfterClosers(ref Stop stop)
    {
        var i = stop.End;
        if (i >= block.End)
        {
            return i;
        }

        var c = text[i];
        if (Characters.IsCloser(c) || enclosures.Closes(i) || (Characters.IsStraightQuote(c) && IsLeftOver(i)))
        {
            var isBracket = c is ')' or ']' or '}' or '）';
            stop = stop with { ClosesQuotation = stop.ClosesQuotation || !isBracket, ClosesBracket = stop.ClosesBracket || isBracket };
            return i + 1;
        }

        if (c is '²' or '³' or '¹' || (Characters.IsTerminator(c) && i > stop.MarksEnd))
        {
            return i + 1;
        }

        if (c == '[')
        {
            return AfterReference(i);
        }

        if (c == ':')
        {
            return AfterPages(i);
        }

        var next = Characters.SkipBlanks(text, i, block.End);
        if (next == i || next == block.End)
        {
            return i;
        }

        if (text[next] == '[')
        {
            var end = AfterReference(next);
            return end == next ? i : end;
        }

        // Tokenised text sets closing marks apart.
        return enclosures.Closes(next) && IsApart(next) ? next : i;
    }

    private bool IsLeftOver(int i) => !enclosures.Opens(i) && IsApart(i);

    private bool IsApart(int i) => i + 1 == block.End || !char.IsLetterOrDigit(text[i + 1]);

    // ":212–219", as Wikipedia sets the pages of a reference whose number was left out.
    private int AfterPages(int start)
    {
        var end = start;
        while (end < block.End && end - start <= LongestReference && (char.IsDigit(text[end]) || text[end] is ':' or '–' or '-' or ','))
        {
            end++;
        }

        return end > start + 1 && char.IsDigit(text[end - 1]) && (end == block.End || char.IsWhiteSpace(text[end])) ? end : start;
    }

    // [12], [a], [note 3], [citation needed]: short, and nothing but letters, digits and blanks.
    private int AfterReference(int start)
    {
        var end = start + 1;
        while (end < block.End && end - start <= LongestReference
            && (char.IsLetterOrDigit(text[end]) || char.IsWhiteSpace(text[end]) || text[end] is ',' or '–' or '-'))
        {
            end++;
        }

        // "[S]he" and "[I] hope" are words that an editor fitted in.
        if (end >= block.End || text[end] != ']' || (end + 1 < block.End && char.IsLower(text[end + 1])))
        {
            return start;
        }

        var body = text.AsSpan(start + 1, end - start - 1);
        var isReference = (body.Length == 1 && char.IsLower(body[0])) || (body.Length > 0 && char.IsDigit(body[0]))
            || body.StartsWith("note ", StringComparison.OrdinalIgnoreCase) || body.EndsWith("needed");
        return isReference ? end + 1 : start;
    }
}
