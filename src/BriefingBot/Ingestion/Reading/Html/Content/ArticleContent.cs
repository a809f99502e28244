using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriefingBot.Ingestion;

/// <summary>
/// The text of a page's article, without what stands around and within it: the page is cleared of furniture, the article is looked for by
/// SmartReader, which weighs the paragraphs, and by what the page itself marks as its body; what was found is trimmed.
/// </summary>
internal static class ArticleContent
{
    // SmartReader asks for an address to make links absolute; it is never opened.
    private const string NoAddress = "https://page.invalid/";

    /// <summary>
    /// When one finding is this much longer than the other, the marked body is right: SmartReader takes in more and more of a page whose
    /// article is short, and leaves out parts that stand apart from the longest.
    /// </summary>
    private const double TooDifferent = 1.5;

    /// <summary>Shorter ones are teasers.</summary>
    private const int ShortestMarked = 100;

    /// <summary>Takes the page apart: nothing else can be read from it afterwards. Null when there is no article on it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="known">Title, author and site, which an article's text does not repeat.</param>
    public static string? TextOf(IHtmlDocument page, IReadOnlyCollection<string?> known)
    {
        var isArticle = ArticleSigns.In(page);
        Furniture.Remove(page);
        var whole = HtmlText.OfWholePage(page.Body).Length;
        var marked = BodyContainers.Find(page, Prose.Of(page)) is { } container ? Trimmed((IElement)container.Clone(), known) : "";
        var found = Found(page, known);
        var text = marked.Length >= ShortestMarked && (found.Length > marked.Length * TooDifferent || marked.Length > found.Length * TooDifferent) ? marked : found;
        return IsMain(text.Length, whole, isArticle) ? text : null;
    }

    /// <summary>
    /// SmartReader always returns something: of a page without an article, a teaser or one cell of a table. By trial on pages and documents,
    /// 250 characters and a tenth of the cleared page tell these from an article, or half of a shorter page.
    /// </summary>
    private static bool IsMain(int length, int whole, bool isArticle) =>
        length * 2 >= whole || (length >= 250 && length * 10 >= whole) || (isArticle && length >= ShortestMarked);

    private static string Found(IHtmlDocument page, IReadOnlyCollection<string?> known)
    {
        var text = "";
        using var reader = new SmartReader.Reader(NoAddress, page);
        reader.AddCustomOperationEnd(content => text = Trimmed(content, known));
        reader.GetArticle();
        return text;
    }

    private static string Trimmed(IElement content, IReadOnlyCollection<string?> known)
    {
        Trimming.Trim(content, known);
        return HtmlText.Of(content);
    }
}
