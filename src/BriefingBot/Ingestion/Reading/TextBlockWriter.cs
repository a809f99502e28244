using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>
/// Writes text out of blocks: remembers the widest gap asked for since the last words and writes it once, before the next ones.
/// </summary>
internal sealed class TextBlockWriter
{
    private readonly StringBuilder text = new();
    private Gap gap;
    private int itemsAround;
    private string marker = "";

    private enum Gap
    {
        None,
        Blank,
        Line,
        Block,
    }

    /// <summary>Text on one line, blanks collapsed.</summary>
    public static string OnOneLine(string text) =>
        string.Join(' ', text.Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What follows is a block: after a blank line, or on a line of its own within a list item.</summary>
    public void Block() => Widen(itemsAround > 0 ? Gap.Line : Gap.Block);

    /// <summary>What follows begins a line.</summary>
    public void Line() => Widen(Gap.Line);

    /// <summary>A line break; two make a blank line.</summary>
    public void Break() => Widen(gap == Gap.Line ? Gap.Block : Gap.Line);

    /// <summary>Writes a list item or the like, whose blocks stay close together: the marker before its first words, if any come.</summary>
    public void Within(string itemMarker, Action write)
    {
        marker = itemMarker;
        itemsAround++;
        write();
        itemsAround--;
        marker = "";
    }

    /// <summary>A table row on a line of its own; one without words is left out.</summary>
    public void Row(IEnumerable<string> cells)
    {
        var texts = cells.Select(OnOneLine).ToList();
        Line();
        if (texts.Exists(text => text.Length > 0))
        {
            Flowing(string.Join(" | ", texts));
        }

        Line();
    }

    /// <summary>Words with their blanks collapsed as HTML does; no-break spaces stay.</summary>
    public void Flowing(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                Widen(Gap.Blank);
            }
            else
            {
                WriteGap();
                text.Append(c);
            }
        }
    }

    /// <summary>Words as they are, without the line ends around them.</summary>
    public void Verbatim(string words)
    {
        words = words.TrimEnd().TrimStart('\n', '\r');
        if (words.Length > 0)
        {
            WriteGap();
            text.Append(words);
        }
    }

    public override string ToString() => text.ToString();

    private void Widen(Gap wanted) => gap = wanted > gap ? wanted : gap;

    private void WriteGap()
    {
        if (text.Length > 0)
        {
            text.Append(gap switch { Gap.Block => "\n\n", Gap.Line => "\n", Gap.Blank => " ", _ => "" });
        }

        text.Append(marker);
        marker = "";
        gap = Gap.None;
    }
}
