using System.Text;

namespace BriefingBot.Articles;

/// <summary>
/// Makes canonical text: Unicode NFC, <c>\n</c> line ends, no soft hyphen (U+00AD), zero-width space (U+200B), word joiner (U+2060),
/// byte order mark (U+FEFF) or NUL, and U+FFFD in the place of a lone surrogate or of U+FFFE. Joiners (U+200C, U+200D) stay, and so do all blanks.
/// </summary>
/// <remarks>Applied once, when an article is read. Applying it again changes nothing.</remarks>
public static class CanonicalText
{
    /// <summary>The canonical form of any UTF-16 text, well-formed or not.</summary>
    public static string From(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            switch (c)
            {
                case '\0' or '\u00AD' or '\u200B' or '\u2060' or '\uFEFF':
                    break;
                case '\r':
                    text.Append('\n');
                    if (i + 1 < raw.Length && raw[i + 1] == '\n')
                    {
                        i++;
                    }

                    break;
                case '\u0085' or '\u2028' or '\u2029':
                    text.Append('\n');
                    break;
                case var _ when char.IsHighSurrogate(c) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1]):
                    text.Append(c).Append(raw[++i]);
                    break;
                // No character, and normalisation throws on it: it is what a byte order mark read the wrong way round looks like.
                case '\uFFFE':
                case var _ when char.IsSurrogate(c):
                    text.Append('\uFFFD');
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Canonical text on one line, blanks collapsed and trimmed: for titles and names, never for an article's text.</summary>
    public static string OneLine(string raw) =>
        string.Join(' ', From(raw).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
