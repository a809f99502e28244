using System.Globalization;
using AngleSharp.Dom;

namespace BriefingBot.Ingestion;

/// <summary>
/// The text of HTML as a reader sees it: blocks apart by a blank line, list items and table rows on lines of their own, cells joined by
/// <c> | </c>, blanks collapsed but in <c>pre</c>. Calls itself once a level: <see cref="HtmlDepth"/> first.
/// </summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "head", "title", "figcaption", "nav", "iframe", "object", "embed", "audio", "video",
        "canvas", "svg", "button", "input", "select", "textarea", "dialog", "menu",
    };

    private static readonly HashSet<string> AroundTheContent = new(StringComparer.OrdinalIgnoreCase) { "header", "footer", "aside" };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "details", "dialog", "div", "dl", "fieldset", "figure",
        "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "p", "search", "section", "summary",
    };

    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase) { "li", "dt", "dd" };

    private readonly TextBlockWriter writer = new();
    private readonly bool wholePage;
    private RowSpans spans = new();

    private HtmlText(bool wholePage) => this.wholePage = wholePage;

    /// <summary>Everything readable within.</summary>
    public static string Of(INode content) => Of(content, wholePage: false);

    /// <summary>The body of a page without what stands around its content.</summary>
    public static string OfWholePage(IElement? body) => body is null ? "" : Of(body, wholePage: true);

    private static string Of(INode content, bool wholePage)
    {
        var text = new HtmlText(wholePage);
        text.Children(content);
        return text.writer.ToString();
    }

    private void Children(INode parent)
    {
        // Not by NextSibling, which looks for itself among its siblings each time.
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText words:
                    writer.Flowing(words.Data);
                    break;
                case IElement element when IsRead(element):
                    Element(element);
                    break;
            }
        }
    }

    private bool IsRead(IElement element) =>
        !Unread.Contains(element.LocalName)
        && !(wholePage && AroundTheContent.Contains(element.LocalName) && element.Closest("article, main") is null)
        && !(element.LocalName == "form" && element.QuerySelector("p, h1, h2, article, main") is null)
        && !element.HasAttribute("hidden");

    private void Element(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                writer.Break();
                break;
            case "pre":
                writer.Block();
                writer.Verbatim(element.TextContent);
                writer.Block();
                break;
            case "ol" or "ul":
                writer.Block();
                List(element);
                writer.Block();
                break;
            case "table":
                writer.Block();
                Table(element);
                writer.Block();
                break;
            case "tr" when HtmlTable.HoldsData(element):
                writer.Row(spans.Filled(HtmlTable.CellsOf(element).Select(cell => (cell, Of(cell)))));
                break;
            case "td" or "th":
                writer.Block();
                Children(element);
                writer.Block();
                break;
            case var name when Blocks.Contains(name):
                writer.Block();
                Children(element);
                writer.Block();
                break;
            case var name when Lines.Contains(name):
                writer.Line();
                writer.Within("", () => Children(element));
                writer.Line();
                break;
            default:
                Children(element);
                break;
        }
    }

    private void Table(IElement table)
    {
        var around = spans;
        spans = new();
        Children(table);
        spans = around;
    }

    private void List(IElement list)
    {
        var number = int.TryParse(list.GetAttribute("start"), out var start) ? (long)start : 1;
        foreach (var child in list.Children.Where(IsRead))
        {
            if (child.LocalName != "li")
            {
                Element(child);
                continue;
            }

            var marker = list.LocalName == "ol" ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            writer.Line();
            writer.Within(marker, () => Children(child));
            writer.Line();
        }
    }
}
