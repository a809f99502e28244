using System.Collections.Immutable;
using System.Text;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>Writes the text out of blocks, and notes where each page's begins. What it writes is canonical, so that these places stay right.</summary>
internal sealed class PdfText(int pageCount, PdfHyphens hyphens)
{
    private const int NotYet = -1;

    private readonly StringBuilder text = new();
    private readonly int[] pageStarts = [.. Enumerable.Repeat(NotYet, pageCount)];
    private readonly HashSet<PdfBlock> written = new(ReferenceEqualityComparer.Instance);
    private PdfBlock? last;

    /// <summary>The text of the blocks of all pages, which come in the order of reading, and where in it each page begins.</summary>
    public static (string Text, ImmutableArray<int> Pages) Of(List<PdfBlock> blocks, int pageCount, PdfHyphens hyphens)
    {
        var writer = new PdfText(pageCount, hyphens);
        for (var i = 0; i < blocks.Count; i++)
        {
            // A note at the foot of a page whose last paragraph goes on comes before it: so it stays on its page, and the paragraph in one piece.
            for (var note = i + 1; blocks[i].Continuation is not null && note < blocks.Count && PdfFlow.IsNoteBelow(blocks[i], blocks[note]); note++)
            {
                writer.Write(blocks[note]);
            }

            writer.Write(blocks[i]);
        }

        return (writer.text.ToString(), writer.Pages());
    }

    private void Write(PdfBlock block)
    {
        if (!written.Add(block))
        {
            return;
        }

        if (last is not null)
        {
            text.Append(last.Kind == PdfBlockKind.ListItem && block.Kind == PdfBlockKind.ListItem ? "\n" : "\n\n");
        }

        WriteLines(block, isFirst: true);
        for (last = block; last.Continuation is { } next && written.Add(next); last = next)
        {
            WriteLines(next, isFirst: false);
        }
    }

    private void WriteLines(PdfBlock block, bool isFirst)
    {
        foreach (var line in block.Lines)
        {
            var words = CanonicalText.From(block.IsTable ? line.Cells : line.Text);
            if (words.Length == 0)
            {
                continue;
            }

            if (!isFirst)
            {
                var (drop, between) = block.Kind == PdfBlockKind.Lines ? (0, "\n") : hyphens.Below(EndOfText(), words);
                text.Length -= drop;
                text.Append(between);
            }

            if (pageStarts[block.Page] == NotYet)
            {
                pageStarts[block.Page] = text.Length;
            }

            text.Append(words);
            isFirst = false;
        }
    }

    // Enough for the longest word.
    private string EndOfText() => text.ToString(Math.Max(0, text.Length - 200), Math.Min(200, text.Length));

    /// <summary>A page without text begins where the next one does.</summary>
    private ImmutableArray<int> Pages()
    {
        var next = text.Length;
        for (var page = pageStarts.Length - 1; page >= 0; page--)
        {
            next = pageStarts[page] = pageStarts[page] == NotYet ? next : Math.Min(pageStarts[page], next);
        }

        if (pageStarts.Length > 0)
        {
            pageStarts[0] = 0;
        }

        return [.. pageStarts];
    }
}
