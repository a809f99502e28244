using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Tokens;

/// <summary>The activity that each row of Specs/Tokens.md names.</summary>
internal static class SentActivity
{
    /// <summary>Words that stand nowhere else, to be looked for in the log.</summary>
    public const string Question = "Which heron nested at Quillmere?";

    private const string Other = "33333333-3333-3333-3333-333333333333";

    public static JsonObject Make(string kind, RunningBot bot)
    {
        var activity = bot.Activity.Teams(Question);
        switch (kind)
        {
            case "a message in Teams":
                break;
            case "a message in Emulator":
                activity = bot.Activity.Emulator(Question);
                break;
            case "a message that expects replies":
                activity["deliveryMode"] = "expectReplies";
                break;
            case "a message of Web Chat":
                activity["channelId"] = "webchat";
                break;
            case "a message of AseChannel":
                activity["channelId"] = "AseChannel";
                break;
            case "a message of another tenant":
                Move(activity, Other, Other);
                break;
            case "a message of two tenants":
                Move(activity, RegisteredBots.Tenant, Other);
                break;
            case "a message of a guest from another tenant":
                activity["from"]!["tenantId"] = Other;
                break;
            case "a message of no tenant":
                activity["conversation"]!.AsObject().Remove("tenantId");
                activity.Remove("channelData");
                break;
            case "a message of another tenant's bot":
                Move(activity, Other, Other);
                activity["from"]!["role"] = "bot";
                break;
            case "an invoke of another tenant":
                activity = Move(bot.Activity.TeamsInvoke("composeExtension/query"), Other, Other);
                break;
            case "the bot is added in another tenant":
                activity = Move(bot.Activity.TeamsBotAdded(), Other, Other);
                break;
            default:
                throw new ArgumentException($"No way to make an activity: {kind}");
        }

        return activity;
    }

    private static JsonObject Move(JsonObject activity, string conversation, string channel)
    {
        activity["conversation"]!["tenantId"] = conversation;
        activity["channelData"]!["tenant"]!["id"] = channel;
        return activity;
    }
}
