using System.Net;
using System.Text.Json.Nodes;

namespace BriefingBot.Tests.Support;

/// <summary>Looks into a card and presses its buttons.</summary>
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

    /// <summary>Presses a button as Teams has it pressed; gives the body of the response.</summary>
    public static async Task<JsonObject> PressAsync(this BotHost host, JsonObject action, bool trigger = true, Action<JsonObject>? change = null)
    {
        var pressed = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]?.DeepClone(), ["data"] = action["data"]?.DeepClone() } };
        if (trigger)
        {
            pressed["trigger"] = "manual";
        }

        var activity = SomeActivity.With(host.Activity.TeamsInvoke("adaptiveCard/action"), "value", pressed);
        change?.Invoke(activity);
        using var response = await host.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }

    /// <summary>Presses a button as Emulator and Web Chat have it pressed.</summary>
    public static Task<IReadOnlyList<Connector.Delivery>> SubmitAsync(this BotHost host, JsonNode value)
    {
        var activity = host.Activity.Emulator("");
        activity.Remove("text");
        activity["value"] = value.DeepClone();
        return host.SendAsync(activity);
    }

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
