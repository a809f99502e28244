using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>
/// Article text written in CommonMark, so that a reader sees exactly it and none of it acts: no link, image, mention, heading, list,
/// table, code or emphasis. Plain prose stays readable where Markdown is shown raw.
/// </summary>
public static partial class MarkdownText
{
    /// <summary>
    /// The text escaped. A line end between two lines becomes a hard break, one blank line a paragraph; what CommonMark would drop
    /// (blanks at the ends of a line, more blank lines) becomes a character reference. Each further line starts with the prefix.
    /// </summary>
    public static string Escape(string text, string linePrefix = "")
    {
        var lines = text.Split('\n');
        var escaped = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                escaped.Append(Break(lines, ref i, linePrefix));
            }

            var (before, behind) = VisibleText.Isolation(lines[i]);
            escaped.Append(before).Append(Line(VisibleText.Of(lines[i]))).Append(behind);
        }

        return escaped.ToString();
    }

    /// <summary>A web address as a link's destination: nothing in it can end the link or be read as a character reference.</summary>
    public static string Destination(Uri url) => EntityLike().Replace(
        url.AbsoluteUri.Replace("(", "%28").Replace(")", "%29").Replace("<", "%3C").Replace(">", "%3E").Replace("\\", "%5C"),
        "&amp;");

    /// <summary>What stands between line i − 1 and the next line with something on it, to which i is moved.</summary>
    private static string Break(string[] lines, ref int i, string linePrefix)
    {
        var blankLines = 0;
        while (i < lines.Length - 1 && lines[i].Length == 0)
        {
            blankLines++;
            i++;
        }

        return blankLines == 0
            ? $"  \n{linePrefix}"
            : $"\n{linePrefix.TrimEnd()}\n{linePrefix}{string.Concat(Enumerable.Repeat("&#10;", blankLines - 1))}";
    }

    private static string Line(string line)
    {
        // Blanks of any kind: some renderers strip more than the two that CommonMark names.
        var start = line.Length - line.AsSpan().TrimStart().Length;
        var end = Math.Max(start, line.AsSpan().TrimEnd().Length);
        var escaped = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '\t' || i < start || i >= end)
            {
                escaped.Append($"&#{(int)c};");
                continue;
            }

            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '|' or '{' or '}' => escaped.Append('\\').Append(c),
                '!' when i + 1 < end && line[i + 1] == '[' => escaped.Append("\\!"),
                _ when StartsBlock(line, start, i) || StartsAddress(line, i) => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A mark that starts a heading, list, rule or definition at the start of a line: # + - = : and the stop of 1. and 1).</summary>
    private static bool StartsBlock(string line, int start, int i) => line[i] switch
    {
        '#' or '+' or '-' or '=' or ':' => i == start,
        '.' or ')' => i > start && i - start <= 9 && (i + 1 == line.Length || char.IsWhiteSpace(line[i + 1]))
            && line.AsSpan(start, i - start).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };

    /// <summary>
    /// The colon of https: or mailto:, the stop of www. and the sign of an e-mail address. Many clients link a bare address by
    /// themselves; an escape keeps those that go by the Markdown source from it, and the reader sees none.
    /// </summary>
    private static bool StartsAddress(string line, int i) => i > 0 && i + 1 < line.Length && line[i] switch
    {
        ':' => char.IsAsciiLetter(line[i - 1]) && !char.IsWhiteSpace(line[i + 1]),
        '.' => i >= 3 && line.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        '@' => char.IsAsciiLetterOrDigit(line[i - 1]) && char.IsAsciiLetterOrDigit(line[i + 1]),
        _ => false,
    };

    [GeneratedRegex("&(?=#?[0-9A-Za-z]+;)")]
    private static partial Regex EntityLike();
}
