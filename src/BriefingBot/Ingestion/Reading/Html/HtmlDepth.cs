using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriefingBot.Ingestion;

/// <summary>
/// Refuses pages nested so deep that reading them would end the process: the parser walks up all open elements at each tag, which takes
/// time by the square, and what reads its tree calls itself once a level, until the stack overflows, which nothing can catch.
/// </summary>
internal static class HtmlDepth
{
    /// <summary>Browsers stop nesting at 512 (https://source.chromium.org, kMaximumHTMLParserDOMTreeDepth).</summary>
    private const int DeepestRead = 500;

    /// <summary>Far more than a page with unclosed tags leaves open by mistake, few enough for the parser.</summary>
    private const int DeepestParsed = 2_000;

    private const string Message = "the page is nested too deep to be read. Save its text as .txt or .md";

    /// <summary>Counts tags, roughly: elements that end without an end tag are left out, since thousands may follow one another.</summary>
    public static void RefuseBeyondParsing(string html)
    {
        var open = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/')
            {
                open = Math.Max(0, open - (EndsByItself(html, at + 2) ? 0 : 1));
            }
            else if (char.IsAsciiLetter(html[at + 1]) && !EndsByItself(html, at + 1) && ++open > DeepestParsed)
            {
                throw new UnreadableInputException(Message);
            }
        }
    }

    public static void RefuseBeyondReading(IHtmlDocument page)
    {
        var left = new Stack<(INode Node, int Depth)>([(page, 0)]);
        while (left.TryPop(out var at))
        {
            if (at.Depth > DeepestRead)
            {
                throw new UnreadableInputException(Message);
            }

            foreach (var child in at.Node.ChildNodes)
            {
                left.Push((child, at.Depth + 1));
            }
        }
    }

    private static bool EndsByItself(string html, int at)
    {
        var end = at;
        while (end < html.Length && end - at < 10 && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }

        return html[at..end].ToUpperInvariant() is "P" or "LI" or "DT" or "DD" or "TR" or "TD" or "TH" or "THEAD" or "TBODY" or "TFOOT"
            or "COLGROUP" or "OPTION" or "OPTGROUP" or "RB" or "RT" or "RTC" or "RP"
            or "AREA" or "BASE" or "BR" or "COL" or "EMBED" or "HR" or "IMG" or "INPUT" or "LINK" or "META" or "PARAM" or "SOURCE" or "TRACK"
            or "WBR" or "PATH" or "RECT" or "CIRCLE" or "LINE" or "POLYGON" or "USE" or "STOP";
    }
}
