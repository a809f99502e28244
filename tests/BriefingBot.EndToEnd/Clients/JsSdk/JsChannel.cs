using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Bot;

namespace BriefingBot.EndToEnd.Clients.JsSdk;

/// <summary>The JavaScript SDK as a channel of a bot with articles, for all tests of a class. Started by the first one, which can skip.</summary>
public sealed class JsChannel(ConversationBot conversation) : IAsyncLifetime
{
    private NodeScript? _script;
    private Uri? _bot;
    private int _number;

    internal sealed record Call(string Kind, string? Id, JsonObject? Activity)
    {
        public string? Type => (string?)Activity?["type"];

        public string Text => (string?)Activity?["text"] ?? "";

        public JsonObject? Card => Activity?["attachments"]?[0]?["content"]?.AsObject();
    }

    /// <summary>What the SDK's client got back, and what the bot sent to the SDK's routes by then.</summary>
    internal sealed record Turn(int Status, JsonNode? Body, IReadOnlyList<Call> Calls)
    {
        /// <summary>The one message that says something.</summary>
        public Call Message => Assert.Single(Calls, call => call.Type == "message" && call.Text.Length > 0);

        /// <summary>The one card, which comes in a message of its own.</summary>
        public JsonObject Card => Assert.Single(Calls, call => call.Card is not null && call.Text.Length == 0).Card!;
    }

    internal string ServiceUrl => (string)_script!.Hello["serviceUrl"]!;

    internal async Task StartAsync()
    {
        if (_script is null)
        {
            _script = await NodeScript.StartAsync("JsSdk/channel.mjs");
            _bot = (await conversation.BotAsync()).Endpoint;
        }
    }

    /// <summary>An activity of this type from a person in a chat; <paramref name="with"/> adds its own members.</summary>
    internal JsonObject Activity(string type, JsonObject? with = null)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"js-{Interlocked.Increment(ref _number)}",
            ["channelId"] = "test",
            ["from"] = new JsonObject { ["id"] = "user-1", ["name"] = "Alex Example" },
            ["recipient"] = new JsonObject { ["id"] = "bot-1", ["name"] = "Briefing" },
            ["conversation"] = new JsonObject { ["id"] = $"chat|{_number}" },
        };
        foreach (var (name, value) in with ?? [])
        {
            activity[name] = value?.DeepClone();
        }

        return activity;
    }

    /// <summary>The same from a personal chat in Teams.</summary>
    internal JsonObject InTeams(string type, JsonObject? with = null)
    {
        var activity = Activity(type, with);
        (activity["channelId"], activity["conversation"]!["conversationType"]) = ("msteams", "personal");
        return activity;
    }

    /// <summary>An invoke in the chat of another activity.</summary>
    internal JsonObject Invoke(JsonObject before, string name, JsonObject value)
    {
        var invoke = InTeams("invoke", new() { ["name"] = name, ["value"] = value });
        invoke["conversation"] = before["conversation"]!.DeepClone();
        return invoke;
    }

    internal Task<Turn> SayAsync(string text) => PostAsync(Activity("message", new() { ["text"] = text }));

    internal async Task<Turn> PostAsync(JsonObject activity)
    {
        var result = await _script!.DoAsync(new() { ["bot"] = _bot!.ToString(), ["activity"] = activity.DeepClone() });
        return new((int)result["status"]!, result["body"], Calls(result));
    }

    /// <summary>What reached the SDK's routes since the last turn, and what it has now.</summary>
    internal async Task<(IReadOnlyList<Call> Calls, JsonObject Activities)> LookAsync()
    {
        var result = await _script!.DoAsync([]);
        return (Calls(result), result["activities"]!.AsObject());
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_script is not null)
        {
            await _script.DisposeAsync();
        }
    }

    private static Call[] Calls(JsonObject result) =>
        [.. result["calls"]!.AsArray().Select(call => new Call((string)call!["call"]!, (string?)call["id"], call["activity"]?.AsObject()))];
}
