using System.Buffers;
using System.Text;

namespace BriefingBot.Answering;

/// <summary>
/// Article text made safe to stand in a line of ours. A control character, such as the ESC that drives a terminal, is drawn as its
/// control picture (U+2400 to U+241F, U+2421) or, from C1, as U+FFFD. A line that could change the direction of what stands around it
/// is isolated. Line ends and tabs stay.
/// </summary>
public static class VisibleText
{
    private const char FirstStrongIsolate = '\u2068', PopIsolate = '\u2069', PopEmbedding = '\u202C';

    private static readonly SearchValues<char> Drawn = SearchValues.Create([.. Enumerable.Range(0, '\u00A0').Select(c => (char)c).Where(IsDrawn)]);

    /// <summary>The same text with its control characters drawn.</summary>
    public static string Of(string text) => !text.AsSpan().ContainsAny(Drawn) ? text : string.Create(text.Length, text, static (drawn, text) =>
    {
        for (var i = 0; i < drawn.Length; i++)
        {
            drawn[i] = !IsDrawn(text[i]) ? text[i] : text[i] switch
            {
                <= '\u001F' => (char)(text[i] + '\u2400'),
                '\u007F' => '\u2421',
                _ => '\uFFFD',
            };
        }
    });

    /// <summary>A name or title: <see cref="Of"/> on one line.</summary>
    public static string OneLine(string text) => Of(text).Replace('\n', ' ').Replace('\t', ' ').Trim();

    /// <summary>
    /// What has to stand before and behind a line so that its right-to-left letters and its unclosed embeddings, overrides and isolates
    /// (Unicode Standard Annex 9) move nothing else. Both are empty for a line that has none. A line end closes everything by itself.
    /// </summary>
    public static (string Before, string Behind) Isolation(string line)
    {
        if (!line.Any(IsDirectional))
        {
            return ("", "");
        }

        var open = new Stack<char>([PopIsolate]);
        foreach (var c in line)
        {
            switch (c)
            {
                case '\u202A' or '\u202B' or '\u202D' or '\u202E':
                    open.Push(PopEmbedding);
                    break;
                case '\u2066' or '\u2067' or FirstStrongIsolate:
                    open.Push(PopIsolate);
                    break;
                case PopEmbedding when open.TryPeek(out var innermost) && innermost == PopEmbedding:
                    open.Pop();
                    break;
                case PopIsolate when open.Contains(PopIsolate):
                    while (open.Pop() != PopIsolate)
                    {
                    }

                    break;
            }
        }

        var behind = new StringBuilder();
        behind.AppendJoin("", open);
        return (FirstStrongIsolate.ToString(), behind.ToString());
    }

    private static bool IsDrawn(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    /// <summary>Right-to-left scripts (Hebrew to Arabic Extended-A, presentation forms, U+10800 to U+10FFF, U+1E800 to U+1EFFF) and controls.</summary>
    private static bool IsDirectional(char c) => c
        is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFE')
        or '\uD802' or '\uD803' or '\uD83A' or '\uD83B'
        or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
