using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>What a block is, as far as its first characters say.</summary>
internal enum TextBlockKind
{
    Prose,
    ListItem,
    Row,
    MarkedHeading,
}

/// <summary>A paragraph, heading, list item or table row.</summary>
/// <param name="Span">Trimmed of white space, never empty.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="AfterBlankLine">Whether a blank line, or nothing at all, stands before it.</param>
internal readonly record struct TextBlock(TextSpan Span, TextBlockKind Kind, bool AfterBlankLine);

/// <summary>
/// Finds the blocks of a text. Blank lines separate blocks; list items, table rows and marked headings are blocks wherever they stand.
/// Any other line break is a mere blank where the lines look hard-wrapped, and a border where they do not.
/// </summary>
internal static class TextBlocks
{
    // A line shorter than this was not wrapped by any customary width; a longer one is a paragraph in itself.
    private const int NarrowestWrap = 40;
    private const int WidestWrap = 110;

    // Two lines say little about a width: the first must be this long, or the second begin in lower case.
    private const int SureWrapOfTwoLines = 60;

    /// <summary>The blocks in order; together they cover every character that is not white space.</summary>
    public static List<TextBlock> Of(string text)
    {
        var blocks = new List<TextBlock>();
        var paragraph = new List<TextLine>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029'))
            {
                continue;
            }

            var line = TextLine.Read(text, start, i);
            if (line.Span.Length > 0)
            {
                paragraph.Add(line);
            }
            else if (i == text.Length || text[i] != '\n' || i == 0 || text[i - 1] != '\r')
            {
                AddParagraph(text, paragraph, blocks);
            }

            start = i + 1;
        }

        AddParagraph(text, paragraph, blocks);
        return blocks;
    }

    private static void AddParagraph(string text, List<TextLine> lines, List<TextBlock> blocks)
    {
        var hasItems = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == TextBlockKind.ListItem && i > 0 && !hasItems && IsNoItem(text, lines, i))
            {
                lines[i] = lines[i] with { Kind = TextBlockKind.Prose };
            }

            hasItems |= lines[i].Kind == TextBlockKind.ListItem;
        }

        var first = true;
        for (var i = 0; i < lines.Count;)
        {
            var next = i + 1;
            if (lines[i].Kind is TextBlockKind.Prose or TextBlockKind.ListItem)
            {
                while (next < lines.Count && lines[next].Kind == TextBlockKind.Prose)
                {
                    next++;
                }
            }

            AddRun(text, lines.GetRange(i, next - i), first, blocks);
            first = false;
            i = next;
        }

        lines.Clear();
    }

    private static void AddRun(string text, List<TextLine> run, bool afterBlankLine, List<TextBlock> blocks)
    {
        var width = LooksWrapped(text, run) ? run.Max(line => line.Span.Length) : 0;
        var start = 0;
        for (var i = 0; i < run.Count; i++)
        {
            if (i + 1 < run.Count && (run[i].Overflows(run[i + 1], width) || IsBroken(text, run, i, start)))
            {
                continue;
            }

            blocks.Add(new(new(run[start].Span.Start, run[i].Span.End), run[start].Kind, afterBlankLine && start == 0));
            start = i + 1;
        }
    }

    // A long line that stops in mid-sentence, and the next begins in lower case: a stray line break, whatever the width.
    private static bool IsBroken(string text, List<TextLine> run, int i, int start) =>
        run[i].Span.Length >= NarrowestWrap && char.IsLower(text[run[i + 1].Span.Start]) && !char.IsLower(text[run[start].Span.Start])
        && IsUnfinished(text, run[i]);

    private static bool IsUnfinished(string text, TextLine line) => text[line.Span.End - 1] is var c && (char.IsLetterOrDigit(c) || c == ',');

    // "… between 99 and" / "137. Aside from that": a list does not begin in mid-sentence with another number than the first.
    private static bool IsNoItem(string text, List<TextLine> lines, int i) =>
        text.AsSpan(lines[i].Span.Start, lines[i].FirstWord).Trim("().") is not ("1" or "a" or "A" or "i") and [var c, ..] && char.IsLetterOrDigit(c)
        && lines[i - 1].Span.Length >= NarrowestWrap && IsUnfinished(text, lines[i - 1]);

    // Wrapped lines are full: the first word of the next would not have fitted. And they end wherever the width says, rarely at a stop.
    private static bool LooksWrapped(string text, List<TextLine> run)
    {
        if (run.Count < 2)
        {
            return false;
        }

        var width = run.Max(line => line.Span.Length);
        if (width is < NarrowestWrap or > WidestWrap)
        {
            return false;
        }

        var continues = char.IsLower(text[run[1].Span.Start]);
        if (run.Count == 2)
        {
            return run[0].Overflows(run[1], width) && (continues || (width >= SureWrapOfTwoLines && !run[0].EndsAtStop));
        }

        var full = 0;
        var stopped = 0;
        for (var i = 0; i + 1 < run.Count; i++)
        {
            if (run[i].Overflows(run[i + 1], width))
            {
                full++;
                stopped += run[i].EndsAtStop && !char.IsLower(text[run[i + 1].Span.Start]) ? 1 : 0;
            }
        }

        return full * 3 >= (run.Count - 1) * 2 && stopped * 4 < full * 3;
    }
}
