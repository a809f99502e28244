using AngleSharp.Html.Dom;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>
/// What a page says about itself, in its metadata and in no other place. SmartReader's own dates are not used: it takes a time of day
/// for one of today, and a date without an offset for one in the server's time zone.
/// </summary>
internal sealed record PageMetadata
{
    private static readonly string[] DateNames =
    [
        "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
        "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "pubdate", "publish-date",
        "publish_date", "publication_date", "publicationdate", "citation_publication_date", "date",
    ];

    private static readonly string[] AuthorNames =
        ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl"];

    public string? Title { get; private init; }

    public string? Source { get; private init; }

    public string? Author { get; private init; }

    public PublicationDate? Published { get; private init; }

    public Uri? Url { get; private init; }

    public static PageMetadata Of(IHtmlDocument page)
    {
        var meta = MetaOf(page);
        var linked = LinkedData.Of(page);
        return new()
        {
            Title = FirstName([linked.Headline, Value("og:title"), page.Title, page.QuerySelector("h1")?.TextContent]),
            Source = FirstName([Value("og:site_name"), linked.Publisher, Value("application-name"), Value("dc.publisher"), Value("dcterms.publisher")]),
            Author = FirstName(AuthorNames.SelectMany(Values).Prepend(linked.Author).Select(WithoutBy)),
            Published = FirstDate([linked.Published, .. DateNames.SelectMany(Values), .. TimesOf(page)]),
            Url = FirstAddress([.. page.QuerySelectorAll("link[rel~=canonical]").Select(link => link.GetAttribute("href")), .. Values("og:url")]),
        };

        string? Value(string name) => Values(name).FirstOrDefault(value => value.Length > 0);
        IEnumerable<string> Values(string name) => meta[name];
    }

    private static ILookup<string, string> MetaOf(IHtmlDocument page) => (
        from element in page.QuerySelectorAll("meta[content]")
        from attribute in (string[])["property", "name", "itemprop"]
        let name = element.GetAttribute(attribute)
        where !string.IsNullOrWhiteSpace(name)
        select (name.Trim(), Content: element.GetAttribute("content")!.Trim()))
        .ToLookup(pair => pair.Item1, pair => pair.Content, StringComparer.OrdinalIgnoreCase);

    /// <summary>Times that are marked as the page's own; others may be those of comments or of other articles.</summary>
    private static IEnumerable<string?> TimesOf(IHtmlDocument page) => page
        .QuerySelectorAll("time[pubdate], time[itemprop~=datePublished], [itemprop~=datePublished][datetime]")
        .Select(time => time.GetAttribute("datetime") ?? time.TextContent);

    private static string? FirstName(IEnumerable<string?> names) => names
        .Select(name => CanonicalText.OneLine(name ?? ""))
        // Some pages give a profile's address for a name; nobody's name is this long.
        .FirstOrDefault(name => name.Length is > 0 and <= 500 && !WebAddress.TryParse(name, out _));

    private static PublicationDate? FirstDate(IEnumerable<string?> texts)
    {
        foreach (var text in texts)
        {
            // The first days of two calendars are what software writes when it knows no date.
            if (PublicationDate.TryParse(text, out var date) && date.Day.Year > 1 && date.Moment != DateTimeOffset.UnixEpoch)
            {
                return date;
            }
        }

        return null;
    }

    private static Uri? FirstAddress(IEnumerable<string?> texts) => texts.Select(WebAddress.ParseOrNull).FirstOrDefault(address => address is not null);

    private static string? WithoutBy(string? author) =>
        author is not null && author.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? author["by ".Length..] : author;
}
