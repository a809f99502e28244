using System.Text.Json;
using AngleSharp.Html.Dom;

namespace BriefingBot.Ingestion;

/// <summary>What a page's JSON-LD says about its article, in the words of https://schema.org/Article. Data that is not sound is passed over.</summary>
internal sealed record LinkedData
{
    private static readonly string[] ArticleTypes = ["Article", "BlogPosting", "Report", "LiveBlogPosting", "SocialMediaPosting"];

    public string? Headline { get; private init; }

    public string? Author { get; private init; }

    public string? Publisher { get; private init; }

    public string? Published { get; private init; }

    public static LinkedData Of(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent.Trim());
                if (ArticlesIn(json.RootElement).Select(From).FirstOrDefault() is { } found)
                {
                    return found;
                }
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Not JSON, or text that is not Unicode in it: the page has other ways to name these.
            }
        }

        return new();
    }

    private static LinkedData From(JsonElement article) => new()
    {
        Headline = NamesAt(article, "headline") ?? NamesAt(article, "name"),
        Author = NamesAt(article, "author"),
        Publisher = NamesAt(article, "publisher"),
        Published = NamesAt(article, "datePublished"),
    };

    private static IEnumerable<JsonElement> ArticlesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(ArticlesIn),
        JsonValueKind.Object when IsArticle(element) => [element],
        JsonValueKind.Object when element.TryGetProperty("@graph", out var graph) => ArticlesIn(graph),
        _ => [],
    };

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out var type)
        && OneOrSeveral(type)
            .Any(one => one.ValueKind == JsonValueKind.String
                && ArticleTypes.Any(article => one.GetString()!.EndsWith(article, StringComparison.Ordinal)));

    private static IEnumerable<JsonElement> OneOrSeveral(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1);

    /// <summary>A text, a thing's name, or several of them joined by commas.</summary>
    private static string? NamesAt(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
        {
            return null;
        }

        var names = OneOrSeveral(value)
            .Select(one => one.ValueKind switch
            {
                JsonValueKind.String => one.GetString(),
                JsonValueKind.Object when one.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String => name.GetString(),
                _ => null,
            })
            .Where(name => !string.IsNullOrWhiteSpace(name));
        return string.Join(", ", names) is { Length: > 0 } joined ? joined : null;
    }
}
