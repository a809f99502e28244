using AngleSharp.Html.Dom;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>A page's title without its site's name, which many put behind it or in front of it.</summary>
internal static class PageTitle
{
    private static readonly string[] Separators = [" | ", " – ", " — ", " - ", " · ", " • ", " :: ", " » ", " « ", " / ", " : "];

    public static string? Of(IHtmlDocument page, MetaValues meta, LinkedData linked, string? site)
    {
        var headings = page.QuerySelectorAll("h1").Select(heading => CanonicalText.OneLine(heading.TextContent)).Where(heading => heading.Length > 0).ToList();
        string?[] titles = [linked.Headline, meta.First("og:title"), meta.First("twitter:title"), meta.First("dc.title"), meta.First("citation_title"), page.Title, headings.FirstOrDefault()];
        var title = titles.Select(text => CanonicalText.OneLine(text ?? "")).FirstOrDefault(text => text.Length > 0 && !WebAddress.TryParse(text, out _) && !Same(text, site));
        return title is null ? null : Whole(WithoutSite(title, site, headings), headings);
    }

    private static string WithoutSite(string title, string? site, List<string> headings)
    {
        foreach (var separator in Separators)
        {
            var (last, first) = (title.LastIndexOf(separator, StringComparison.Ordinal), title.IndexOf(separator, StringComparison.Ordinal));
            if (last > 0 && IsSite(title[(last + separator.Length)..], title[..last], site, headings))
            {
                return WithoutSite(title[..last].Trim(), site, headings);
            }

            if (first > 0 && IsSite(title[..first], title[(first + separator.Length)..], site, headings))
            {
                return title[(first + separator.Length)..].Trim();
            }
        }

        return title;
    }

    /// <summary>Whether a part is the site's name: by what the page calls itself, or because the rest alone is its heading.</summary>
    private static bool IsSite(string part, string rest, string? site, List<string> headings) =>
        rest.Trim().Length > 0 && (Same(part, site) || headings.Exists(heading => Same(heading, rest)));

    /// <summary>A headline that was cut, as some are at 110 characters, is completed from the heading.</summary>
    private static string Whole(string title, List<string> headings) =>
        title.TrimEnd('.', '…', ' ') is { Length: >= 20 } begun && begun.Length < title.Length && headings.Find(heading => heading.Length > title.Length && heading.StartsWith(begun, StringComparison.OrdinalIgnoreCase)) is { } whole
            ? whole
            : title;

    private static bool Same(string text, string? other) => other is not null && Letters(text) is { Length: > 0 } letters && letters == Letters(other);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
