using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BriefingBot.Ingestion;

/// <summary>Reads the main content of a web page, and what the page says about itself.</summary>
internal static class HtmlReader
{
    /// <summary>
    /// SmartReader's time grows by the square with the paragraphs side by side: 9,000 take it 2 s. A page of more elements than this is
    /// a book or a trap, and is read whole; pages of news have a few thousand at most.
    /// </summary>
    private const int MostElements = 20_000;

    public static ReadArticle Read(string html)
    {
        try
        {
            HtmlDepth.RefuseBeyondParsing(html);
            return ReadPage(html);
        }
        catch (Exception e) when (e is not UnreadableInputException and not OutOfMemoryException)
        {
            // A page that breaks a parser of others is a bad article, not a fault of the host.
            throw new UnreadableInputException("the page cannot be made sense of. Save its text as .txt or .md", e);
        }
    }

    /// <summary>The text of a piece of HTML, for HTML within another format.</summary>
    public static string TextOfFragment(string html)
    {
        HtmlDepth.RefuseBeyondParsing(html);
        return HtmlText.OfWholePage(Parse(html).Body);
    }

    private static ReadArticle ReadPage(string html)
    {
        var page = Parse(html);
        var metadata = PageMetadata.Of(page);
        var whole = HtmlText.OfWholePage(page.Body);
        var main = ArticleSigns.IsDocument(page) || page.All.Length > MostElements ? null : ArticleContent.TextOf(page, [metadata.Title, metadata.Author, metadata.Source]);
        return new ReadArticle(main ?? whole)
        {
            Title = metadata.Title,
            Source = metadata.Source,
            Author = metadata.Author,
            Published = metadata.Published,
            Modified = metadata.Modified,
            Url = metadata.Url,
            Language = metadata.Language,
        };
    }

    private static IHtmlDocument Parse(string html)
    {
        // As a browser with scripts on: what stands in noscript is for others.
        var page = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(html);
        HtmlDepth.RefuseBeyondReading(page);
        return page;
    }
}
