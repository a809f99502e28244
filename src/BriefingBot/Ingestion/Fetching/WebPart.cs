namespace BriefingBot.Ingestion;

/// <summary>Gives what was read of a document from the web its address and id.</summary>
internal static class WebPart
{
    // What sites put before their name for the same pages on other screens.
    private static readonly string[] Doors = ["www.", "m.", "mobile.", "amp."];

    /// <summary>
    /// The address is the one that the page calls its own, where that is of the same site, else the one that it was found at; so is the id, unless it brings one. What stands within a
    /// document, as in an archive, has the document's address, and its place in the id.
    /// </summary>
    /// <param name="part">What was read.</param>
    /// <param name="found">Where the document was found.</param>
    /// <param name="entry">What a feed says of the page; null where it comes from none. It counts where the page says nothing.</param>
    public static ReadPart Placed(ReadPart part, Uri found, ReadArticle? entry = null)
    {
        if (part.Article is not { } article)
        {
            return part;
        }

        if (part.Name.Length > 0)
        {
            return article.Url is not null ? part : part with { Article = article with { Id = article.Id ?? $"{found.AbsoluteUri}!{part.Name}", Url = found } };
        }

        return part with
        {
            Article = article with
            {
                Url = article.Url is { } own && IsSamePage(own, found) ? new(own.GetLeftPart(UriPartial.Query)) : found,
                Title = article.Title ?? entry?.Title,
                Source = article.Source ?? entry?.Source,
                Author = article.Author ?? entry?.Author,
                Published = article.Published ?? entry?.Published,
            },
        };
    }

    /// <summary>Another site's word for where a page is at home is not taken, nor that all pages of a site are its first one, which careless sites say.</summary>
    private static bool IsSamePage(Uri own, Uri found) =>
        own.UserInfo.Length == 0 && SiteOf(own).Equals(SiteOf(found), StringComparison.OrdinalIgnoreCase) && (own.PathAndQuery != "/" || found.PathAndQuery == "/");

    private static string SiteOf(Uri address) =>
        Array.Find(Doors, door => address.IdnHost.StartsWith(door, StringComparison.OrdinalIgnoreCase)) is { } door ? address.IdnHost[door.Length..] : address.IdnHost;
}
