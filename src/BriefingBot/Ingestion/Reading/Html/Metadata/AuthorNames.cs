using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>Who wrote a page's article: names, joined by commas, without "By", jobs, dates and addresses that stand beside them.</summary>
internal static partial class AuthorNames
{
    private const int LongestByline = 200;
    private const int LongestName = 80;

    private static readonly string[] MetaNames =
        ["author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.creator.name", "citation_author", "byl", "article.author", "authors", "cxenseparse:author"];

    public static string? Of(IHtmlDocument page, MetaValues meta, LinkedData linked) =>
        Joined(linked.Authors) ?? MetaNames.Select(name => Joined(meta.All(name))).FirstOrDefault(names => names is not null)
        ?? Joined(Marked(page)) ?? Bylines(page).Select(line => Joined([line])).FirstOrDefault(names => names is not null);

    /// <summary>The names in what was written as an author, cleaned; null where nothing of it is a name.</summary>
    internal static string? Joined(IEnumerable<string> texts) =>
        string.Join(", ", texts.SelectMany(NamesIn).Distinct(StringComparer.OrdinalIgnoreCase)) is { Length: > 0 } joined ? joined : null;

    private static IEnumerable<string> NamesIn(string text)
    {
        var line = By().Replace(Address().Replace(CanonicalText.OneLine(text), " "), "");
        var names = Dated().Split(line)[0]
            .Split([" | ", " • ", " · ", " / ", " – ", " — ", " - ", ";", ",", "("], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(part => And().Split(part))
            .Select(name => By().Replace(name.Trim(' ', '.', ':', '|', '-', '–', ')', '*'), ""))
            .ToList();

        // What follows a name is a job or an employer; alone it is the name of who wrote.
        return names.Where((name, at) => IsName(name) && (at == 0 || !Job().IsMatch(name)));
    }

    private static bool IsName(string name) => name.Length is > 1 and <= 120 && name.Any(char.IsLetter) && !NoName().IsMatch(name) && !name.Any(char.IsControl);

    private static IEnumerable<string> Marked(IHtmlDocument page)
    {
        var authors = page.QuerySelectorAll("[itemprop~=author]").Where(author => !InComments(author)).ToList();
        return authors.Count > 0
            ? authors.Select(author => author.QuerySelector("[itemprop~=name]") is { } name ? name.GetAttribute("content") ?? name.TextContent : author.GetAttribute("content") ?? author.TextContent).Where(name => name.Trim().Length is > 1 and <= LongestName)
            : page.QuerySelectorAll("a[rel~=author]").Where(author => !InComments(author)).Take(3).Select(author => author.TextContent).Where(IsLine);
    }

    /// <summary>Lines that are named as bylines, or as authors when they begin as bylines do.</summary>
    private static IEnumerable<string> Bylines(IHtmlDocument page) =>
        from element in page.QuerySelectorAll("p, div, span, address, a, li, h4, h5, h6")
        let words = NameWords.Of(element)
        where words.Any(word => word is "byline" or "author" or "authors" or "authorname") && !InComments(element)
        let text = CanonicalText.OneLine(element.TextContent)
        where IsLine(text) && (By().IsMatch(text) || words is [.., "author" or "name" or "authorname"])
        select text;

    private static bool InComments(IElement element) => element.Ancestors<IElement>().Any(ancestor => NameWords.Of(ancestor).Any(word => word is "comment" or "comments" or "related" or "sidebar"));

    private static bool IsLine(string text) => text.Trim().Length is > 1 and <= LongestByline;

    [GeneratedRegex(@"^\W*(?:(?:written|posted|published|story|words|text|report|reported|review|reviewed)\s+)?(?:by|von|par|por|text|texte|текст|autor|auteur|author|автор)(?:\s*:\s*|\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex(@"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?<=^|\s)@\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s+(?:and|&|und|et|y|и)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@"\W+(?:(?:published|updated|posted|last updated|on|at)\b[:\s]*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+\d|\d{1,4}[./: -]\d|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:published|updated|posted)\b|\d+\s+(?:min|hour|day|week|month|year))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(@"\b(?:writer|reporter|editor|correspondent|columnist|contributor|contributing|producer|journalist|photographer|analyst|critic|staff|bureau|freelance\w*|blogger|director|professor|ph\.?d|m\.?d|r\.?d|jr|news|press|agency|times|post|reuters|afp|ap|bloomberg|dpa|for the|special to|the\b.*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Job();

    [GeneratedRegex(@"^(?:admin(?:istrator)?|web ?master|editor|author|guest|user|unknown|anonymous|null|undefined|none|n/a|by|root|test|staff|view author archive|e-?mail( the author)?|follow.*|\d+)$|[{}<>=]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoName();
}
