using BriefingBot.Articles;
using BriefingBot.Texts;

namespace BriefingBot.Answering;

/// <summary>Where a quote comes from, as every channel names it. None of it is escaped for a channel yet.</summary>
/// <param name="Title">The article's title, on one line.</param>
/// <param name="Details">
/// Source, author, day, day of correction, page and how many other articles carry it, as far as they are known: <c>The Valley Post, Ann Reed, 4 January 2019, corrected on 6 January 2019, p. 4, also in 3 others</c>, in the words of the reader's language.
/// </param>
/// <param name="Link">Where the article can be read: http or https, or null.</param>
public sealed record SourceLine(string Title, string Details, Uri? Link)
{
    /// <summary>The source of a quote.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="address">Where articles are read instead of at their publisher's, whole addresses.</param>
    public static SourceLine Of(VerifiedQuote quote, ArticleAddress? address = null)
    {
        var article = quote.Article;
        string?[] details = [article.Source, article.Author, Day(article.Published), Correction(article), Pages(article.PagesOf(quote.Span)), quote.AlsoIn > 0 ? ReaderText.Counted("Answer_AlsoIn", quote.AlsoIn) : null];
        return new(
            VisibleText.OneLine(article.Title),
            string.Join(", ", details.Where(detail => !string.IsNullOrWhiteSpace(detail)).Select(detail => VisibleText.OneLine(detail!))),
            Address(address?.Invoke(article.Id, article.Version, quote.Span), article.Url));
    }

    /// <summary>An article that is named without a quote.</summary>
    public static SourceLine Of(ClosestArticle article, ArticleAddress? address = null) =>
        new(VisibleText.OneLine(article.Title), Day(article.Published) ?? "", Address(address?.Invoke(article.ArticleId, article.Version, null), article.Url));

    private static Uri? Address(string? ours, Uri? publisher) => ours is not null ? new Uri(ours, UriKind.Absolute) : Safe(publisher);

    private static string? Day(PublicationDate? published) => published is { } known ? ReaderDay.Of(known.Day) : null;

    /// <summary>That another text stood in its place before, with the day that the article gives for its last change, or else that on which this text was taken in.</summary>
    private static string? Correction(Article article) => article.Corrected is not { } stored ? null
        : ReaderText.Of("Answer_Corrected", ReaderDay.Of(article.Modified is { } modified && !(modified.Day < article.Published?.Day) ? modified.Day : DateOnly.FromDateTime(stored.UtcDateTime)));

    private static string? Pages((int First, int Last)? pages) => pages switch
    {
        null => null,
        var (first, last) when first == last => ReaderText.Of("Answer_Page", first),
        var (first, last) => ReaderText.Of("Answer_Pages", first, last),
    };

    // An article's URL promises to be a web address; a link that runs a script would be too high a price for a broken promise.
    private static Uri? Safe(Uri? url) => url is { IsAbsoluteUri: true, Scheme: "http" or "https" } ? url : null;
}
