using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Bot;

public sealed class ConversationTests(ConversationBot conversation) : IAsyncLifetime
{
    private RunningBot _bot = null!;

    private static string Question => "When did the dam at Kestrel Valley break?";

    public async ValueTask InitializeAsync() => _bot = await conversation.BotAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Emulator_is_welcomed_once_although_it_announces_bot_and_user()
    {
        (await _bot.PostAsync(_bot.Activity.EmulatorMemberAdded(bot: true))).EnsureSuccessStatusCode();
        (await _bot.PostAsync(_bot.Activity.EmulatorMemberAdded(bot: false))).EnsureSuccessStatusCode();

        Assert.Single(_bot.Connector.Messages, message => message.Text.StartsWith("Hello!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_says_how_to_ask()
    {
        Assert.Contains("word for word", (await _bot.AskAsync("help")).Text);
    }

    [Fact]
    public async Task Answer_has_the_stored_words_as_a_numbered_block_quote_and_its_source_with_a_link()
    {
        var reply = await _bot.AskAsync(Question);

        var lines = reply.Text.Split('\n');
        Assert.Equal("markdown", reply.TextFormat);
        Assert.Equal($"> “{ConversationBot.First}” [1]", lines[0]);
        Assert.Equal("1. [Dam breaks](https://news.example/dam) — The Valley Post, Ann Reed, 4 January 2019", lines.First(line => line.StartsWith("1. ", StringComparison.Ordinal)));
        var stored = (await conversation.Workspace.JsonAsync("show", "dam")).Ended(0).Line.Text("text");
        Assert.All(ReplyText.Quotes(reply.Text).Take(2), quote => Assert.Contains(quote, stored));
    }

    [Fact]
    public async Task Typing_is_shown_before_the_answer()
    {
        var activity = _bot.Activity.Emulator(Question);

        await _bot.SendAsync(activity);

        var replies = _bot.Connector.Deliveries.Where(delivery => (string?)delivery.Activity["replyToId"] == (string?)activity["id"]);
        Assert.Equal(["typing", "message"], replies.Select(delivery => delivery.Type));
    }

    [Fact]
    public async Task Question_that_the_articles_do_not_answer_is_refused_without_a_quote()
    {
        var reply = await _bot.AskAsync("What is the boiling point of tungsten hexafluoride?");

        Assert.StartsWith("I found nothing about this in the articles.", reply.Text);
        Assert.DoesNotContain("“", reply.Text);
    }

    [Fact]
    public async Task Message_without_text_is_answered_with_how_to_ask()
    {
        Assert.StartsWith("Your message had no text", (await _bot.AskAsync("  ")).Text);
    }

    [Fact]
    public async Task Mention_in_a_Teams_channel_is_not_part_of_the_question()
    {
        var asked = Assert.Single(await _bot.SendAsync(_bot.Activity.TeamsChannel($"<at>Briefing</at> {Question}")));
        Assert.StartsWith($"> “{ConversationBot.First}” [1]", asked.Said);

        var help = Assert.Single(await _bot.SendAsync(_bot.Activity.TeamsChannel("<at>Briefing</at>&nbsp;help")));
        Assert.Contains("word for word", help.Text);
        Assert.StartsWith("/v3/conversations/19:general@thread.tacv2;messageid=1/activities/", Uri.UnescapeDataString(help.Path));
    }

    [Fact]
    public async Task Unknown_invoke_is_not_implemented()
    {
        using var response = await _bot.PostAsync(_bot.Activity.TeamsInvoke("composeExtension/unknown"));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task Activity_that_is_sent_again_is_answered_once()
    {
        var activity = _bot.Activity.Teams(Question);

        Assert.Single(await _bot.SendAsync(activity));
        Assert.Single(await _bot.SendAsync(activity));
    }

    [Fact]
    public async Task Replies_that_are_expected_come_in_the_response_and_nowhere_else()
    {
        var activity = SomeActivityThatExpectsReplies();

        using var response = await _bot.PostAsync(activity);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var message = Assert.Single(body["activities"]!.AsArray(), reply => (string?)reply!["type"] == "message")!;
        Assert.StartsWith($"> “{ConversationBot.First}” [1]", (string?)message["text"]);
        Assert.DoesNotContain(_bot.Connector.Deliveries, delivery => (string?)delivery.Activity["replyToId"] == (string?)activity["id"]);
    }

    [Fact]
    public async Task Activity_without_a_conversation_is_malformed()
    {
        var activity = _bot.Activity.Emulator(Question);
        activity.Remove("conversation");

        using var response = await _bot.PostAsync(activity);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private JsonObject SomeActivityThatExpectsReplies()
    {
        var activity = _bot.Activity.Emulator(Question);
        activity["deliveryMode"] = "expectReplies";
        return activity;
    }
}
