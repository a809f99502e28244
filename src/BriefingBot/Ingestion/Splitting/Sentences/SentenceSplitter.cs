using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>
/// Splits a text into sentences: trimmed, in order, never overlapping, never empty, and together covering every character that is not
/// white space. Linear in the length of the text.
/// </summary>
/// <remarks>
/// Three layers: <see cref="TextBlocks"/> finds the paragraphs, headings, list items and table rows; <see cref="Enclosures"/> pairs
/// quotation marks and brackets within a block; <see cref="StopReader"/> and <see cref="StopRules"/> decide at each . ? ! whether a sentence ends there.
/// </remarks>
internal static class SentenceSplitter
{
    /// <summary>Raised whenever the same text may be split differently than before: an index made by another revision is rebuilt.</summary>
    public const int Revision = 1;

    // A longer row is a layout table's prose rather than data.
    private const int LongestWholeRow = 400;

    /// <summary>The sentences of a text, canonical or not; none when it is white space.</summary>
    public static IReadOnlyList<Sentence> Split(string text)
    {
        var blocks = TextBlocks.Of(text);
        var headings = Headings.Among(blocks, text);
        var enclosures = new Enclosures(text);
        var sentences = new List<Sentence>();
        for (var number = 0; number < blocks.Count; number++)
        {
            var block = blocks[number];
            if (block.Kind == TextBlockKind.MarkedHeading || (block.Kind == TextBlockKind.Row && block.Span.Length <= LongestWholeRow))
            {
                sentences.Add(new(block.Span, number, headings[number]));
                continue;
            }

            SplitBlock(text, block.Span, number, enclosures, sentences);
            if (headings[number] && sentences[^1].Span == block.Span)
            {
                sentences[^1] = sentences[^1] with { IsHeading = true };
            }
        }

        return sentences;
    }

    private static void SplitBlock(string text, TextSpan block, int number, Enclosures enclosures, List<Sentence> sentences)
    {
        enclosures.Read(block);
        var reader = new StopReader(text, block, enclosures);
        var rules = new StopRules(text, block, enclosures);
        var start = block.Start;
        var hasWords = false;
        for (var i = block.Start; i < block.End;)
        {
            if (!Characters.IsTerminator(text[i]))
            {
                hasWords |= char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]);
                i++;
                continue;
            }

            var stop = reader.Read(i);
            i = stop.End;
            if (hasWords && i < block.End && !enclosures.Hold(i) && rules.EndsSentence(stop, start))
            {
                sentences.Add(new(new(start, i), number));
                start = Characters.SkipBlanks(text, i, block.End);
                i = start;
                hasWords = false;
            }
        }

        // Marks left over after the last sentence belong to it.
        if (!hasWords && start > block.Start)
        {
            sentences[^1] = new(new(sentences[^1].Span.Start, block.End), number);
        }
        else
        {
            sentences.Add(new(new(start, block.End), number));
        }
    }
}
