using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>A word, a number or a mark of a text, to be compared with another text's.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Folded">Its letters without the differences of type that a quote may have.</param>
internal readonly record struct WordOfText(TextSpan Span, string Folded)
{
    /// <summary>What it counts for when likeness is measured: a short word stands everywhere, and a mark means nothing by itself.</summary>
    public int Weight => !char.IsLetterOrDigit(Folded[0]) ? 0 : Folded.Length > 3 || char.IsDigit(Folded[0]) || char.IsUpper(Folded[0]) ? 3 : 1;
}

/// <summary>Reads a text word by word.</summary>
internal static partial class WordsOfText
{
    /// <summary>Every word, number and mark in order. An apostrophe, a hyphen and a decimal point stay in what they join.</summary>
    public static WordOfText[] Of(string text)
    {
        var folded = FoldedText.Of(text);
        return [.. Word().Matches(folded.Characters).Select(word => new WordOfText(Span(folded, word), word.Value))];
    }

    private static TextSpan Span(FoldedText folded, Match word) => new(Border(folded, word.Index), Border(folded, word.Index + word.Length));

    // Four dots may be one and an ellipsis, of which three are no three characters of the text.
    private static int Border(FoldedText folded, int index)
    {
        while (folded.BorderAt(index) < 0)
        {
            index++;
        }

        return folded.BorderAt(index);
    }

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+(?:['.,\-][\p{L}\p{N}\p{M}]+)*|\.{3}|(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\S)[\p{M}\u200D\uFE0F]*")]
    private static partial Regex Word();
}
