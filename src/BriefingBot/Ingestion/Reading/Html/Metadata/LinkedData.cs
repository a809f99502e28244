using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;

namespace BriefingBot.Ingestion;

/// <summary>What a page's JSON-LD says about its article, in the words of https://schema.org/Article. Data that is not sound is passed over.</summary>
internal sealed record LinkedData
{
    private static readonly string[] ArticleTypes = ["Article", "BlogPosting", "Report", "LiveBlogPosting", "SocialMediaPosting"];

    // Written by hand as often as not.
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public string? Headline { get; private init; }

    public ImmutableArray<string> Authors { get; private init; } = [];

    public string? Publisher { get; private init; }

    public string? Published { get; private init; }

    public string? Modified { get; private init; }

    public string? Language { get; private init; }

    public string? Url { get; private init; }

    public static LinkedData Of(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal).Trim().Trim(';'), Lenient);
                if (ArticlesIn(json.RootElement).Select(article => From(article, json.RootElement)).FirstOrDefault() is { } found)
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

    private static LinkedData From(JsonElement article, JsonElement root) => new()
    {
        Headline = NamesAt(article, "headline", root).FirstOrDefault() ?? NamesAt(article, "name", root).FirstOrDefault(),
        Authors = [.. NamesAt(article, "author", root)],
        Publisher = NamesAt(article, "publisher", root).FirstOrDefault(),
        Published = NamesAt(article, "datePublished", root).FirstOrDefault(),
        Modified = NamesAt(article, "dateModified", root).FirstOrDefault(),
        Language = NamesAt(article, "inLanguage", root).FirstOrDefault(),
        Url = NamesAt(article, "url", root).FirstOrDefault(),
    };

    private static IEnumerable<JsonElement> ArticlesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(ArticlesIn),
        JsonValueKind.Object when IsArticle(element) => [element],
        JsonValueKind.Object => new[] { "@graph", "mainEntity" }.Where(name => element.TryGetProperty(name, out _)).SelectMany(name => ArticlesIn(element.GetProperty(name))),
        _ => [],
    };

    /// <summary>By its type, or because it has what articles have, as pages on medicine and others with types of their own do.</summary>
    private static bool IsArticle(JsonElement element) =>
        (element.TryGetProperty("headline", out _) && element.TryGetProperty("datePublished", out _))
        || (element.TryGetProperty("@type", out var type)
            && OneOrSeveral(type).Any(one => one.ValueKind == JsonValueKind.String
                && ArticleTypes.Any(article => one.GetString()!.EndsWith(article, StringComparison.Ordinal))));

    private static IEnumerable<JsonElement> OneOrSeveral(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1);

    /// <summary>Texts, or the names of things; of a thing that stands elsewhere in the data, the name that it has there.</summary>
    private static IEnumerable<string> NamesAt(JsonElement element, string property, JsonElement root) =>
        !element.TryGetProperty(property, out var value) ? [] : OneOrSeveral(value)
            .Select(one => one.ValueKind switch
            {
                JsonValueKind.String => one.GetString(),
                JsonValueKind.Object => NameOf(one) ?? NameOf(Referred(one, root)),
                _ => null,
            })
            .Where(name => !string.IsNullOrWhiteSpace(name))
            .Select(name => WebUtility.HtmlDecode(name!));

    private static string? NameOf(JsonElement thing) =>
        thing.ValueKind == JsonValueKind.Object && thing.TryGetProperty("name", out var name)
            ? OneOrSeveral(name).Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()).FirstOrDefault()
            : null;

    private static JsonElement Referred(JsonElement thing, JsonElement root) =>
        thing.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("@graph", out var graph) && graph.ValueKind == JsonValueKind.Array
            ? graph.EnumerateArray().FirstOrDefault(other => other.ValueKind == JsonValueKind.Object && other.TryGetProperty("@id", out var its) && its.ValueKind == JsonValueKind.String && its.GetString() == id.GetString() && NameOf(other) is not null)
            : default;
}
