using System.Text;

namespace BriefingBot.Answering;

/// <summary>
/// A text in which the typographic differences that a quote may have are gone, and from each folded character the way back to where
/// it stands in the text. Letters, digits and all other characters stay themselves.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>For each folded character its offset in the text, and one more entry: the text's length.</summary>
    private readonly int[] _offsets;

    private FoldedText(string characters, int[] offsets)
    {
        Characters = characters;
        _offsets = offsets;
    }

    /// <summary>The folded characters. White space is one blank a run.</summary>
    public string Characters { get; }

    /// <summary>Folds a canonical text, in one pass.</summary>
    public static FoldedText Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length + 1);
        for (int at = 0, next; at < text.Length; at = next)
        {
            next = at + 1;
            switch (text[at])
            {
                case var c when char.IsWhiteSpace(c):
                    while (next < text.Length && char.IsWhiteSpace(text[next]))
                    {
                        next++;
                    }

                    Append(" ");
                    break;
                case var c when Typography.IsSingleQuote(c):
                    // Two of them are how a typewriter, TeX or a wiki writes one double quotation mark.
                    var two = next < text.Length && Typography.IsSingleQuote(text[next]);
                    next += two ? 1 : 0;
                    Append(two ? "\"" : "'");
                    break;
                case '-' when next < text.Length && text[next] == '-':
                    // "--" and "---" are typed dashes; four and more are a rule or a row of a table.
                    next += next + 1 < text.Length && text[next + 1] == '-' ? 2 : 1;
                    Append("-");
                    break;
                case var c when Typography.IsDash(c):
                    Append("-");
                    break;
                case '“' or '”' or '„' or '‟' or '″' or '«' or '»':
                    Append("\"");
                    break;
                case '…':
                    Append("...");
                    break;
                case '\uFB00':
                    Append("ff");
                    break;
                case '\uFB01':
                    Append("fi");
                    break;
                case '\uFB02':
                    Append("fl");
                    break;
                case '\uFB03':
                    Append("ffi");
                    break;
                case '\uFB04':
                    Append("ffl");
                    break;
                case '\uFB05' or '\uFB06':
                    Append("st");
                    break;
                case var c:
                    folded.Append(c);
                    offsets.Add(at);
                    break;
            }

            void Append(string characters)
            {
                folded.Append(characters);
                for (var i = 0; i < characters.Length; i++)
                {
                    offsets.Add(at);
                }
            }
        }

        offsets.Add(text.Length);
        return new(folded.ToString(), [.. offsets]);
    }

    /// <summary>Where the text has the border before a folded character; -1 when that is inside one character, as in a ligature.</summary>
    public int BorderAt(int index) => index > 0 && _offsets[index] == _offsets[index - 1] ? -1 : _offsets[index];
}
