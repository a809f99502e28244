using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriefingBot.Ingestion;

/// <summary>The text of a page's article, without what stands around and within it.</summary>
internal static class ArticleContent
{
    // SmartReader asks for an address to make links absolute; it is never opened.
    private const string NoAddress = "https://page.invalid/";

    /// <summary>Takes the page apart: nothing else can be read from it afterwards.</summary>
    /// <param name="page">The page.</param>
    /// <param name="known">Title, author and site, which an article's text does not repeat.</param>
    public static string TextOf(IHtmlDocument page, IReadOnlyCollection<string?> known)
    {
        Furniture.Remove(page);
        var prose = Prose.Of(page);
        var marked = BodyContainers.Find(page, prose) is { } container ? Trimmed((IElement)container.Clone(), known) : "";
        var found = Found(page, known);
        return Mode switch
        {
            0 => found,
            1 => marked.Length > 0 ? marked : found,
            _ => marked.Length >= found.Length * 0.6 ? marked : found,
        };
    }

    public static int Mode = int.Parse(Environment.GetEnvironmentVariable("MODE") ?? "2");

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
