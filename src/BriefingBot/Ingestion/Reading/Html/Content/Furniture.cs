using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriefingBot.Ingestion;

/// <summary>Clears a page of what stands around and within an article and is not its text: navigation, sharing, adverts, comments, captions.</summary>
internal static class Furniture
{
    /// <summary>What holds more of the page's prose than this is not put aside by its name alone: sites name the whole after a part of it.</summary>
    private const double MostProse = 0.3;

    private const double NearlyAll = 0.9;

    /// <summary>A line about the article is no longer than this; a figure's text may take two.</summary>
    private const int LongestLine = 400;

    /// <summary>Characters beside an element that make a sentence of what it stands in.</summary>
    private const int FewestAround = 40;

    private static readonly HashSet<string> Tags = new(StringComparer.Ordinal) { "nav", "footer", "aside", "dialog", "menu", "form" };

    private static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        "navigation", "complementary", "contentinfo", "search", "banner", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tooltip", "tablist",
    };

    public static void Remove(IHtmlDocument page)
    {
        if (page.Body is not { } body)
        {
            return;
        }

        var prose = Prose.Of(body);
        RemoveWithin(body, prose, prose.Plain(body));
    }

    private static void RemoveWithin(IElement parent, Prose prose, int whole)
    {
        foreach (var child in parent.Children.ToArray())
        {
            if (IsFurniture(child, prose, whole))
            {
                child.Remove();
            }
            else
            {
                RemoveWithin(child, prose, whole);
            }
        }
    }

    private static bool IsFurniture(IElement element, Prose prose, int whole)
    {
        if (IsHidden(element))
        {
            return prose.Plain(element) <= whole * MostProse;
        }

        var named = FurnitureWords.Of(NameWords.Of(element));
        return element.LocalName switch
        {
            "figcaption" => true,
            "figure" => !HoldsText(element) && prose.Length(element) <= LongestLine * 2,
            "table" or "tbody" or "tr" or "td" or "th" or "pre" or "code" or "h1" or "main" => false,
            "nav" => !IsNeeded(element),
            _ when named == Furnishing.Surely => !IsNeeded(element) && prose.Plain(element) <= whole * NearlyAll,
            _ when StandsInSentence(element, prose) => false,
            _ when Tags.Contains(element.LocalName) || Roles.Contains(element.GetAttribute("role") ?? "") || named == Furnishing.Apart =>
                prose.Plain(element) <= whole * MostProse && !IsNeeded(element) && !HoldsParagraphs(element, prose),
            _ => named == Furnishing.WhileShort && prose.Length(element) <= LongestLine && !IsNeeded(element),
        };
    }

    /// <summary>A title's surroundings, a source below a quotation, and what the page itself says to be its text.</summary>
    private static bool IsNeeded(IElement element) =>
        element.QuerySelector("h1, [itemprop~=articleBody]") is not null
        || (element.LocalName is "footer" && element.Closest("blockquote") is not null)
        || (element.GetAttribute("itemprop") ?? "").Contains("articleBody", StringComparison.Ordinal);

    private static bool HoldsText(IElement figure) => figure.QuerySelector("table, pre, blockquote, code, p + p, ul, ol") is not null;

    /// <summary>Words that are taken out of a sentence would make it another one.</summary>
    private static bool StandsInSentence(IElement element, Prose prose) =>
        element.LocalName is "span" or "a" or "em" or "i" or "b" or "strong" or "time" or "abbr" or "cite" or "q" or "mark" or "sup" or "sub" or "small" or "font" or "u"
        && element.ParentElement is { LocalName: "p" or "li" or "dd" or "blockquote" or "td" or "h2" or "h3" or "span" or "em" or "i" or "b" or "strong" or "font" } parent
        && prose.Length(parent) - prose.Length(element) >= FewestAround;

    /// <summary>Three long paragraphs are a part of an article, whatever they are called.</summary>
    private static bool HoldsParagraphs(IElement element, Prose prose) =>
        element.QuerySelectorAll("p").Count(paragraph => prose.Plain(paragraph) >= 100) >= 3;

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));
}
