using AngleSharp.Html.Dom;

namespace BriefingBot.Ingestion;

/// <summary>What the <c>meta</c> elements of a page say, by the name that each gives itself in any of the ways there are.</summary>
internal sealed class MetaValues(IHtmlDocument page)
{
    private readonly ILookup<string, string> values = (
        from element in page.QuerySelectorAll("meta[content]")
        from attribute in (string[])["property", "name", "itemprop", "http-equiv"]
        let name = element.GetAttribute(attribute)
        where !string.IsNullOrWhiteSpace(name)
        select (Name: name.Trim(), Content: element.GetAttribute("content")!.Trim()))
        .ToLookup(pair => pair.Name, pair => pair.Content, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whatever the name's case, in the page's order.</summary>
    public IEnumerable<string> All(string name) => values[name].Where(value => value.Length > 0);

    public IEnumerable<string> All(IEnumerable<string> names) => names.SelectMany(All);

    public string? First(string name) => All(name).FirstOrDefault();
}
