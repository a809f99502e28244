using System.Text.Json.Nodes;

namespace BriefingBot.Tests.Support;

/// <summary>Looks into a card.</summary>
internal static class SomeCard
{
    /// <summary>Its paragraphs, each with its runs put together.</summary>
    public static IReadOnlyList<string> Paragraphs(JsonNode card) =>
        [.. Objects(card).Where(part => part.ContainsKey("inlines")).Select(part => string.Concat(part["inlines"]!.AsArray().Select(run => (string?)run!["text"])))];

    /// <summary>Its highlighted words.</summary>
    public static IReadOnlyList<string> Highlighted(JsonNode card) => [.. Objects(card).Where(part => (bool?)part["highlight"] == true).Select(part => (string)part["text"]!)];

    public static IReadOnlyList<JsonObject> Actions(JsonNode card) => [.. Objects(card).Where(part => ((string?)part["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true)];

    public static IReadOnlyList<string> Titles(JsonNode card) => [.. Actions(card).Select(action => (string)action["title"]!)];

    public static JsonObject Action(JsonNode card, string title, int index = 0) => Actions(card).Where(action => (string?)action["title"] == title).ElementAt(index);

    /// <summary>The sentence of a response that has no card.</summary>
    public static string SentenceOf(JsonObject response)
    {
        Assert.Equal(200, (int)response["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)response["type"]);
        return (string)response["value"]!;
    }

    /// <summary>The card of a response.</summary>
    public static JsonObject CardOf(JsonObject response)
    {
        Assert.Equal(200, (int)response["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)response["type"]);
        return response["value"]!.AsObject();
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.Select(member => member.Value).SelectMany(Objects).Prepend(one),
        JsonArray several => several.SelectMany(Objects),
        _ => [],
    };
}
