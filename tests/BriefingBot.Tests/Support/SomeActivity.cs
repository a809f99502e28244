using System.Text.Json.Nodes;

namespace BriefingBot.Tests.Support;

/// <summary>Activities as Teams and as Emulator send them, with the members that those clients set.</summary>
internal sealed class SomeActivity(string serviceUrl)
{
    private const string Tenant = "22222222-2222-2222-2222-222222222222";

    private static JsonObject TeamsUser => new() { ["id"] = "29:user-1", ["name"] = "Alex Example", ["aadObjectId"] = "11111111-1111-1111-1111-111111111111" };

    private static JsonObject TeamsBot => new() { ["id"] = "28:bot-1", ["name"] = "Briefing" };

    private static JsonObject EmulatorUser => new() { ["id"] = "user-7f3a", ["name"] = "User", ["role"] = "user" };

    private static JsonObject EmulatorBot => new() { ["id"] = "b0b6a5c0-9d1c", ["name"] = "Bot", ["role"] = "bot" };

    /// <summary>A one-to-one chat in Teams. Without a text there is an attachment.</summary>
    public JsonObject Teams(string? text) => TeamsBase("message", "a:personal-1", "personal", text);

    /// <summary>A channel of a team; <paramref name="written"/> is the mention as the entity has it.</summary>
    public JsonObject TeamsChannel(string text, string written = "<at>Briefing</at>", string scope = "channel", string name = "Briefing")
    {
        var activity = TeamsBase("message", "19:general@thread.tacv2;messageid=1", scope, text);
        activity["conversation"]!["isGroup"] = true;
        activity["entities"]!.AsArray().Add(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = written,
            ["mentioned"] = new JsonObject { ["id"] = "28:bot-1", ["name"] = name },
        });
        return activity;
    }

    public JsonObject TeamsInvoke(string name)
    {
        var activity = TeamsBase("invoke", "a:personal-1", "personal", null);
        activity["name"] = name;
        activity["value"] = new JsonObject { ["actionName"] = "unknown" };
        return activity;
    }

    /// <summary>In a personal chat Teams announces the bot alone.</summary>
    public JsonObject TeamsBotAdded() => With(TeamsBase("conversationUpdate", "a:personal-1", "personal", null), "membersAdded", new JsonArray(TeamsBot));

    public JsonObject TeamsUserJoinsChannel()
    {
        var activity = With(TeamsBase("conversationUpdate", "19:general@thread.tacv2", "channel", null), "membersAdded", new JsonArray(TeamsUser));
        activity["conversation"]!["isGroup"] = true;
        return activity;
    }

    public JsonObject Emulator(string text)
    {
        var activity = EmulatorBase("message");
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return activity;
    }

    /// <summary>Emulator sends one for the bot and one for the user.</summary>
    public JsonObject EmulatorMemberAdded(bool bot) =>
        With(EmulatorBase("conversationUpdate"), "membersAdded", new JsonArray(bot ? EmulatorBot : EmulatorUser));

    public static JsonObject With(JsonObject activity, string member, JsonNode? value)
    {
        activity[member] = value;
        return activity;
    }

    private static string NewId() => Guid.NewGuid().ToString("n");

    private JsonObject TeamsBase(string type, string conversation, string scope, string? text)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = NewId(),
            ["timestamp"] = "2026-11-24T10:00:00.123Z",
            ["localTimestamp"] = "2026-11-24T11:00:00.123+01:00",
            ["serviceUrl"] = serviceUrl,
            ["channelId"] = "msteams",
            ["from"] = TeamsUser,
            ["recipient"] = TeamsBot,
            ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = scope, ["tenantId"] = Tenant },
            ["locale"] = "en-GB",
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB", ["country"] = "GB", ["platform"] = "Windows" }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        };
        if (text is not null)
        {
            activity["text"] = text;
            activity["textFormat"] = "plain";
            activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{text}</p>" });
        }

        return activity;
    }

    private JsonObject EmulatorBase(string type) => new()
    {
        ["type"] = type,
        ["id"] = NewId(),
        ["timestamp"] = "2026-11-24T10:00:00.123Z",
        ["serviceUrl"] = serviceUrl.TrimEnd('/'),
        ["channelId"] = "emulator",
        ["from"] = EmulatorUser,
        ["recipient"] = EmulatorBot,
        ["conversation"] = new JsonObject { ["id"] = "8f2d1c40|livechat" },
        ["locale"] = "en-GB",
        ["channelData"] = new JsonObject { ["clientActivityID"] = "1" },
    };
}
