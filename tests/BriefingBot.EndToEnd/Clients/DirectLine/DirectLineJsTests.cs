using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Bot;
using BriefingBot.EndToEnd.Support;
using BriefingBot.Tests.Support;

namespace BriefingBot.EndToEnd.Clients.DirectLine;

public sealed class DirectLineJsTests(ConversationBot conversation)
{
    private const string Question = "When did the dam at Kestrel Valley break?";
    private const string Unanswered = "What is the boiling point of tungsten hexafluoride?";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whole_conversation_from_the_welcome_over_card_follow_up_refusal_and_feedback_to_its_end(bool webSocket)
    {
        await using var channel = await DirectLineChannel.StartAsync((await conversation.BotAsync()).Endpoint);
        await using var client = await NodeScript.StartAsync("DirectLine/conversation.mjs");
        var chat = new Chat(channel, client, webSocket);
        var stored = (await conversation.Workspace.JsonAsync("show", "dam")).Ended(0).Line.Text("text");
        Task ShowsAsync(string feature, Func<Task> does) => ClientTable.ShowsAsync(ClientTable.DirectLineJs(webSocket), feature, does);

        await ShowsAsync("start: token, conversation, one welcome", async () =>
        {
            await chat.ConnectAsync();
            Assert.StartsWith("Hello!", await chat.ReplyAsync());
        });
        JsonObject answer = [];
        await ShowsAsync("message: answer with quotes, word for word the stored article", async () =>
        {
            await chat.PostAsync(new() { ["text"] = Question });
            answer = await chat.HearAsync();
            var quotes = ReplyText.Quotes((string)answer["text"]!);
            Assert.Contains(ConversationBot.First, quotes);
            Assert.All(quotes, quote => Assert.Contains(quote, stored));
        });
        await ShowsAsync("card: Show in context is answered by another", async () =>
        {
            var card = CardIn(answer);
            Assert.Equal(ConversationBot.First, SomeCard.Highlighted(card)[0]);
            await chat.PostAsync(new() { ["value"] = SomeCard.Action(card, "Show in context")["data"]!.DeepClone() });
            var context = CardIn(await chat.HearAsync());
            Assert.Equal([ConversationBot.First], SomeCard.Highlighted(context));
            Assert.Contains($"{ConversationBot.First} {ConversationBot.Second}", SomeCard.Paragraphs(context));
        });
        await ShowsAsync("message: follow-up, understood by the question before", async () =>
        {
            var followed = await chat.AskAsync("And why?");
            Assert.StartsWith("Understood as: Why did the dam at Kestrel Valley break?", followed);
            Assert.Contains(ConversationBot.First, ReplyText.Quotes(followed));
        });
        await ShowsAsync("message: refusal", async () => Assert.StartsWith("I found nothing about this", await chat.AskAsync(Unanswered)));
        await ShowsAsync("feedback: kept with its question", async () =>
        {
            var thumb = answer["entities"]!.AsArray().SelectMany(entity => entity!["potentialAction"]?.AsArray() ?? []).Single(action => (string?)action!["@type"] == "DislikeAction")!;
            await chat.PostAsync(new() { ["type"] = "event", ["name"] = "webchat:activity-status/feedback", ["entities"] = new JsonArray(thumb.DeepClone()) });
            var kept = Assert.Single(await conversation.FeedbackAsync("--reaction", "dislike"), given => ((string)thumb["@id"]!).EndsWith(given.Text("answerId"), StringComparison.Ordinal));
            Assert.Equal((Question, "directline"), (kept.Text("question"), kept.Text("channel")));
        });
        await ShowsAsync("message: new topic, what was asked is forgotten", async () =>
        {
            Assert.StartsWith("A new topic", await chat.AskAsync("new topic"));
            Assert.Contains("I do not know who or what you mean", await chat.AskAsync("And why?"));
        });
        await ShowsAsync("message: help", async () => Assert.Contains("word for word", await chat.AskAsync("help")));
        await ShowsAsync("upload: told that only text is read", async () => Assert.StartsWith("I can read text only", await chat.UploadAsync()));
        await ShowsAsync("token refreshed", chat.RefreshAsync);
        await ShowsAsync("reconnection with a watermark: nothing lost, nothing twice", async () =>
        {
            var had = await chat.ReconnectAsync();
            Assert.Contains("word for word", await chat.AskAsync("help"));
            Assert.DoesNotContain(await chat.ActivitiesAsync(), activity => had.Contains((string)activity!["id"]!));
        });
        await ShowsAsync("end: nothing is sent any more", async () => Assert.Equal("conversation ended", await chat.EndAsync()));
        Assert.Equal(webSocket ? 2 : 0, channel.Streams);
    }

    [Fact]
    public async Task Conversation_that_the_service_no_longer_knows_is_ended_for_the_client()
    {
        await using var channel = await DirectLineChannel.StartAsync((await conversation.BotAsync()).Endpoint);
        await using var client = await NodeScript.StartAsync("DirectLine/conversation.mjs");
        var chat = new Chat(channel, client, webSocket: false);
        await chat.ConnectAsync();
        await chat.ReplyAsync();

        await ClientTable.ShowsAsync(ClientTable.DirectLineJs(webSocket: false), "conversation ended by the service", chat.EndedByServiceAsync);
    }

    [Fact]
    public async Task What_both_sides_hear_of_a_conversation_is_the_same()
    {
        await using var channel = await DirectLineChannel.StartAsync((await conversation.BotAsync()).Endpoint);
        await using var client = await NodeScript.StartAsync("DirectLine/conversation.mjs");
        var chat = new Chat(channel, client, webSocket: true);
        await chat.ConnectAsync();
        await chat.ReplyAsync();
        await chat.AskAsync("help");

        var (id, heard) = (await chat.ConversationAsync(), await chat.ActivitiesAsync());

        // Also one's own words, which the client recognises by the number that it gave them.
        Assert.Single(heard, activity => (string?)activity!["channelData"]?["clientActivityID"] == "client-1");
        Assert.True(JsonNode.DeepEquals(channel.Find(id)!.Since(0).Set["activities"], heard), heard.ToJsonString());
    }

    private static JsonObject CardIn(JsonObject message) => message["attachments"]![0]!["content"]!.AsObject();
}
