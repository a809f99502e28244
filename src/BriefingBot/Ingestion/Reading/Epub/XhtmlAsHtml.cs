using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Ingestion;

/// <summary>
/// Writes XHTML so that it means the same as HTML: there an empty element that ends itself, such as <c>&lt;title/&gt;</c>, only begins, and would hide
/// all that follows.
/// </summary>
internal static partial class XhtmlAsHtml
{
    private const string DataStart = "<![CDATA[";
    private const string DataEnd = "]]>";

    public static string Of(string xhtml) => EndsItself().Replace(WithoutCharacterData(xhtml), "<${name}${attributes}></${name}>");

    /// <summary>What stands in these brackets is text in XML, and a comment in HTML.</summary>
    private static string WithoutCharacterData(string xhtml)
    {
        if (!xhtml.Contains(DataStart, StringComparison.Ordinal))
        {
            return xhtml;
        }

        var (html, done) = (new StringBuilder(), 0);
        while (xhtml.IndexOf(DataStart, done, StringComparison.Ordinal) is var start and >= 0
            && xhtml.IndexOf(DataEnd, start, StringComparison.Ordinal) is var end and >= 0)
        {
            html.Append(xhtml, done, start - done).Append(WebUtility.HtmlEncode(xhtml[(start + DataStart.Length)..end]));
            done = end + DataEnd.Length;
        }

        return html.Append(xhtml, done, xhtml.Length - done).ToString();
    }

    // Elements that are always empty are so in HTML as well.
    [GeneratedRegex(
        """<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)(?<name>(?>[A-Za-z][\w:.-]*))(?<attributes>(?>(?:[^<>"'/]|"[^"<]*"|'[^'<]*'|/(?!>))*))/>""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EndsItself();
}
