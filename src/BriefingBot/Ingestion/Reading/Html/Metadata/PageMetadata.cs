using AngleSharp.Html.Dom;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>
/// What a page says about itself. Each value is the first that is sound, in this order of trust: JSON-LD of an article, which is written for
/// machines and seldom by hand; then <c>meta</c> of OpenGraph and of others; then microdata; then what readers see, where its markup says what it
/// is (a title in the only <c>h1</c>, a byline, a dated <c>time</c>).
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>title: JSON-LD headline, <c>og:title</c>, other <c>meta</c>, <c>title</c>, <c>h1</c>; without the site's name (<see cref="PageTitle"/>)</item>
/// <item>source: <c>og:site_name</c>, which is the name that people know, JSON-LD publisher, other <c>meta</c></item>
/// <item>author: JSON-LD, <c>meta</c>, microdata and <c>rel=author</c>, a byline; names alone (<see cref="AuthorNames"/>)</item>
/// <item>published, modified: JSON-LD, <c>meta</c>, microdata, a marked <c>time</c> or line (<see cref="PageDates"/>); never from an address or from today</item>
/// <item>URL: <c>link rel=canonical</c>, <c>og:url</c>, JSON-LD</item>
/// <item>language: <c>html lang</c>, JSON-LD, <c>og:locale</c>, <c>content-language</c> (<see cref="PageLanguage"/>)</item>
/// </list>
/// SmartReader's own metadata is not used: it takes a time of day for one of today, and a date without an offset for one in the server's zone.
/// </remarks>
internal sealed record PageMetadata
{
    public string? Title { get; private init; }

    public string? Source { get; private init; }

    public string? Author { get; private init; }

    public PublicationDate? Published { get; private init; }

    public PublicationDate? Modified { get; private init; }

    public Uri? Url { get; private init; }

    public string? Language { get; private init; }

    public static PageMetadata Of(IHtmlDocument page)
    {
        var meta = new MetaValues(page);
        var linked = LinkedData.Of(page);
        var source = FirstName([meta.First("og:site_name"), linked.Publisher, meta.First("application-name"), meta.First("dc.publisher"), meta.First("dcterms.publisher"), meta.First("citation_journal_title")]);
        var published = PageDates.Published(page, meta, linked);
        return new()
        {
            Title = PageTitle.Of(page, meta, linked, source),
            Source = source,
            Author = AuthorNames.Of(page, meta, linked),
            Published = published,
            Modified = PageDates.Modified(page, meta, linked, published),
            Url = FirstAddress([.. page.QuerySelectorAll("link[rel~=canonical]").Select(link => link.GetAttribute("href")), .. meta.All("og:url"), linked.Url]),
            Language = PageLanguage.Of(page, meta, linked),
        };
    }

    private static string? FirstName(IEnumerable<string?> names) => names
        .Select(name => CanonicalText.OneLine(name ?? ""))
        // Some pages give an address for a name; no name is this long.
        .FirstOrDefault(name => name.Length is > 0 and <= 500 && !WebAddress.TryParse(name, out _));

    private static Uri? FirstAddress(IEnumerable<string?> texts) => texts.Select(WebAddress.ParseOrNull).FirstOrDefault(address => address is not null);
}
