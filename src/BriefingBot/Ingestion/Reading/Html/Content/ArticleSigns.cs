using AngleSharp.Html.Dom;

namespace BriefingBot.Ingestion;

/// <summary>Tells pages with an article among other things from documents that were saved as HTML, which are read whole.</summary>
internal static class ArticleSigns
{
    private const string Marks = "meta[property='og:type'][content~=article], meta[property^='article:'], [itemprop~=articleBody], article";

    /// <summary>A page of a site has tens of links around its article; a document that is saved as HTML has those of its text.</summary>
    private const int FewLinks = 10;

    /// <summary>Whether the page itself says that it is an article.</summary>
    public static bool In(IHtmlDocument page) => page.QuerySelector(Marks) is not null;

    public static bool IsDocument(IHtmlDocument page) => !In(page) && page.Links.Length < FewLinks;
}
