using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>When a page says that its article was published and last changed. A date without a year, or one that can be read as two, is none.</summary>
internal static partial class PageDates
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "article.published", "published-date", "published_at",
        "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "pubdate", "publish-date", "publishdate", "cxenseparse:recs:publishtime",
        "publish_date", "publication_date", "publicationdate", "citation_publication_date", "date",
    ];

    private static readonly string[] ModifiedNames =
        ["article:modified_time", "og:modified_time", "og:updated_time", "article:updated_time", "article.updated", "datemodified", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "revised"];

    /// <summary>What the name of an element that shows an article's date has two of, or one that is enough.</summary>
    private static readonly string[] ShownNames =
        ["pubdate", "pub date", "publish date", "published date", "publication date", "article date", "post date", "entry date", "story date", "byline date", "date published", "date publish", "posted on", "published", "dateline", "article timestamp", "story timestamp"];

    public static PublicationDate? Published(IHtmlDocument page, MetaValues meta, LinkedData linked) =>
        First([linked.Published, .. meta.All(PublishedNames), .. Marked(page, "datePublished")]) ?? Shown(page);

    /// <summary>Null when it is that of publication, or before it.</summary>
    public static PublicationDate? Modified(IHtmlDocument page, MetaValues meta, LinkedData linked, PublicationDate? published) =>
        First([linked.Modified, .. meta.All(ModifiedNames), .. Marked(page, "dateModified")]) is { } modified && !IsNoLater(modified, published) ? modified : null;

    private static bool IsNoLater(PublicationDate modified, PublicationDate? published) =>
        published is { } first && (modified.HasTime && first.HasTime ? modified.Moment <= first.Moment : modified.Day <= first.Day);

    private static IEnumerable<string?> Marked(IHtmlDocument page, string property) => page
        .QuerySelectorAll(property == "datePublished" ? "time[pubdate], [itemprop~=datePublished], article header time[datetime], main header time[datetime]" : "[itemprop~=dateModified]")
        .Select(time => time.GetAttribute("datetime") ?? time.GetAttribute("content") ?? time.TextContent);

    /// <summary>A day among the words of an element that is named as the article's date; other times may be those of comments or of other articles.</summary>
    private static PublicationDate? Shown(IHtmlDocument page)
    {
        var shown = page.QuerySelectorAll("time, span, p, div, li, abbr, small").Where(element => IsNamed(element) && element.TextContent.Length <= 300);
        foreach (var element in shown)
        {
            var times = element.QuerySelectorAll("time[datetime]").Prepend(element).Select(time => time.GetAttribute("datetime"));
            if (First([.. times, .. DaysIn(element.TextContent)]) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static bool IsNamed(IElement element)
    {
        var words = NameWords.Of(element);
        return words.Any(ShownNames.Contains) || Enumerable.Range(1, Math.Max(0, words.Count - 1)).Any(at => ShownNames.Contains($"{words[at - 1]} {words[at]}"));
    }

    /// <summary>English days with a year, in the spelling that dates are read in.</summary>
    private static IEnumerable<string> DaysIn(string text) => Day().Matches(text).Select(day => day.Groups["iso"].Success
        ? day.Value
        : $"{day.Groups["day"].Value.TrimStart('0')} {day.Groups["month"].Value[..3]} {day.Groups["year"].Value}");

    private static PublicationDate? First(IEnumerable<string?> texts)
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

    [GeneratedRegex(@"(?<iso>\b\d{4}-\d{2}-\d{2}\b)|\b(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>(?:19|20)\d{2})|\b(?<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s+(?<year>(?:19|20)\d{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
