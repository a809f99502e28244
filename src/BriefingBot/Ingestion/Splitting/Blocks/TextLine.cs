using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>One line of a text.</summary>
/// <param name="Span">Trimmed of white space; empty when the line is blank.</param>
/// <param name="Kind">What its first characters, or its cells, make it.</param>
/// <param name="FirstWord">Length of its first word.</param>
/// <param name="EndsAtStop">Whether it ends with a terminator, closing marks aside.</param>
internal readonly record struct TextLine(TextSpan Span, TextBlockKind Kind, int FirstWord, bool EndsAtStop)
{
    private const int LongestMarker = 6;

    /// <summary>Reads the line between two line breaks.</summary>
    public static TextLine Read(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var line = text.AsSpan(start, end - start);
        var word = line.IndexOfAny(' ', '\t', '\u00A0');
        var last = line.TrimEnd("\"'”’»)]");
        return new(new(start, end), KindOf(line), word < 0 ? line.Length : word, last.Length > 0 && Characters.IsTerminator(last[^1]));
    }

    /// <summary>Whether the first word of the next line had no room left on this one.</summary>
    public bool Overflows(TextLine next, int width) => Span.Length + 1 + next.FirstWord > width && width > 0;

    private static bool HasMarker(ReadOnlySpan<char> line)
    {
        var end = line[..Math.Min(line.Length, LongestMarker + 1)].IndexOfAny(' ', '\t', '\u00A0');
        return end > 0 && IsMarker(line[..end]);
    }

    private static TextBlockKind KindOf(ReadOnlySpan<char> line)
    {
        if (line.Length == 0)
        {
            return TextBlockKind.Prose;
        }

        var hashes = line.IndexOfAnyExcept('#');
        if (hashes is > 0 and <= 6 && line[hashes] == ' ')
        {
            return TextBlockKind.MarkedHeading;
        }

        if (line[0] == '|' || line.Contains(" | ", StringComparison.Ordinal))
        {
            return TextBlockKind.Row;
        }

        if (HasMarker(line))
        {
            return TextBlockKind.ListItem;
        }

        return line.Contains('\t') ? TextBlockKind.Row : TextBlockKind.Prose;
    }

    // "-" "•"; "1." "12)" "2.1."; "(a)" "(iv)" "(3)"; "a)". "A." is an initial more often than a marker.
    private static bool IsMarker(ReadOnlySpan<char> word)
    {
        if (word.Length == 1)
        {
            return word[0] is '-' or '*' or '•' or '–' or '‣' or '◦' or '▪' or '●' or '○' or '·' or '➢' or '✓' or '+';
        }

        if (word[^1] is not ('.' or ')'))
        {
            return false;
        }

        var inBrackets = word[0] == '(';
        var body = inBrackets ? word[1..^1] : word[..^1];
        if (body.Length == 0 || (inBrackets && word[^1] == '.'))
        {
            return false;
        }

        if (body.IndexOfAnyExcept("0123456789.") < 0)
        {
            // "1990." at the head of a wrapped line is a year.
            return char.IsAsciiDigit(body[0]) && (body.Contains('.') || body.Length <= 3);
        }

        return word[^1] == ')' && ((body.Length == 1 && char.IsAsciiLetter(body[0])) || body.IndexOfAnyExcept("ivx") < 0);
    }
}
