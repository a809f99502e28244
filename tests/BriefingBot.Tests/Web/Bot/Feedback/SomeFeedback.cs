using System.Text.Json.Nodes;
using BriefingBot.State;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

/// <summary>Feedback as channels send it, and what the bot has kept of it.</summary>
internal static class SomeFeedback
{
    public static Task<BotHost> StartAsync(Dictionary<string, string>? settings = null) =>
        BotHost.StartAsync((question, _) => Task.FromResult(BotHost.Quote(question, "The party won nineteen seats.")), settings);

    public static async Task<IReadOnlyList<Feedback>> KeptAsync(BotHost host) =>
        await host.Get<FeedbackRecords>().ListAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>Asks in Teams, and gives back the id of the message that answers.</summary>
    public static async Task<string> AskInTeamsAsync(BotHost host, string question = "Who won?")
    {
        return (await host.SendAsync(host.Activity.Teams(question)))[^1].Id;
    }

    /// <summary>The invoke of Teams' feedback loop. <paramref name="value"/> is the whole of its value, where it is not as Teams makes it.</summary>
    public static JsonObject Loop(BotHost host, string? replyTo, string? reaction, JsonNode? feedback, JsonNode? value = null)
    {
        var invoke = host.Activity.TeamsInvoke("message/submitAction");
        invoke["replyToId"] = replyTo;
        invoke["value"] = value ?? new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = feedback } };
        return invoke;
    }

    /// <summary>Posts it, and gives back status and body.</summary>
    public static async Task<(int Status, string Body)> InvokeAsync(BotHost host, JsonObject invoke)
    {
        using var response = await host.PostAsync(invoke);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The first activity of a kind as Web Chat sends it.</summary>
    public static JsonObject WebChat(BotHost host, string text)
    {
        var activity = host.Activity.Emulator(text);
        activity["channelId"] = "webchat";
        activity["channelData"] = new JsonObject();
        return activity;
    }
}
