using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriefingBot.Ingestion;

/// <summary>The elements that a page itself marks as the body of its article.</summary>
internal static class BodyContainers
{
    private static readonly string[] Names =
    [
        "article body", "story body", "entry content", "post content", "article content", "story content", "post body", "entry body", "article text", "story text",
        "body text", "main text", "post text", "news content", "news body", "blog content", "content body", "page content", "rich text", "body copy",
        "articlebody", "storybody", "articletext", "storytext", "articlecontent", "storycontent", "postcontent", "entrycontent", "postbody",
    ];

    /// <summary>Shorter ones are teasers.</summary>
    private const int ShortestBody = 100;

    /// <summary>The body of the page's own article, of those that are marked in the surest way; null where there is none.</summary>
    public static IElement? Find(IHtmlDocument page, Prose prose) =>
        Best(page.QuerySelectorAll("[itemprop~=articleBody]"), prose)
        ?? Best(page.QuerySelectorAll("div, section, article, main, td").Where(IsNamed), prose)
        ?? Best(page.QuerySelectorAll("article, [role=article]"), prose)
        ?? Best(page.QuerySelectorAll("main, [role=main]"), prose);

    private static bool IsNamed(IElement element)
    {
        var words = NameWords.Of(element);
        return words.Any(Names.Contains) || Enumerable.Range(1, Math.Max(0, words.Count - 1)).Any(at => Names.Contains($"{words[at - 1]} {words[at]}"));
    }

    /// <summary>The one below the page's title: where a page goes on with further articles, the first is its own.</summary>
    private static IElement? Best(IEnumerable<IElement> elements, Prose prose)
    {
        var all = elements.Where(element => prose.Plain(element) >= ShortestBody).ToList();
        if (all.Count == 0 || all[0].Owner!.QuerySelector("h1") is not { } title)
        {
            return all.MaxBy(prose.Plain);
        }

        var below = all.Find(element => element.Contains(title) || title.CompareDocumentPosition(element).HasFlag(DocumentPositions.Following));
        return below is null ? null : all.Where(below.Contains).MaxBy(prose.Plain);
    }
}
