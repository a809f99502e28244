using System.Diagnostics;
using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Bot;
using BriefingBot.EndToEnd.Support;
using BriefingBot.Tests.Support;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Activity = Microsoft.Bot.Schema.Activity;

namespace BriefingBot.EndToEnd.Clients.JsSdk;

public sealed class JsSdkTests(JsChannel channel, ConversationBot conversation) : IClassFixture<JsChannel>
{
    private const string Question = "When did the dam at Kestrel Valley break?";
    private static readonly string Quoted = $"> “{ConversationBot.First}” [1]";

    [Fact]
    public Task Message_is_answered_with_the_stored_words_in_reply_to_it_after_typing() => ShowsAsync("message: answer with quotes, after typing", async () =>
    {
        var turn = await channel.SayAsync(Question);

        Assert.Equal(200, turn.Status);
        Assert.Equal(["typing", "message"], turn.Calls.Select(call => call.Type));
        Assert.Equal("reply", turn.Message.Kind);
        Assert.StartsWith(Quoted, turn.Message.Text);
        Assert.Contains("[Dam breaks](https://news.example/dam)", turn.Message.Text);
    });

    [Fact]
    public Task Message_that_the_articles_do_not_answer_is_refused() => ShowsAsync("message: refusal", async () =>
        Assert.StartsWith("I found nothing about this", (await channel.SayAsync("What is the boiling point of tungsten hexafluoride?")).Message.Text));

    [Fact]
    public Task Message_help_is_answered_with_how_to_ask() => ShowsAsync("message: help", async () =>
        Assert.Contains("word for word", (await channel.SayAsync("help")).Message.Text));

    [Fact]
    public Task Members_that_are_added_are_welcomed_once() => ShowsAsync("members added: one welcome", async () =>
    {
        var added = channel.Activity("conversationUpdate", new() { ["membersAdded"] = new JsonArray(Account("bot-1"), Account("user-1")) });

        Assert.StartsWith("Hello!", (await channel.PostAsync(added)).Message.Text);
        Assert.Empty((await channel.PostAsync(added)).Calls);
    });

    [Fact]
    public Task Members_that_leave_are_let_go() => ShowsAsync("members removed: taken in silence", () =>
        TakenInSilenceAsync(channel.Activity("conversationUpdate", new() { ["membersRemoved"] = new JsonArray(Account("user-1")) })));

    [Fact]
    public Task Question_that_is_edited_is_answered_anew() => ShowsAsync("update: an edited question is answered anew, once", async () =>
    {
        var message = channel.Activity("message", new() { ["text"] = "What is the boiling point of tungsten hexafluoride?" });
        Assert.DoesNotContain("“", (await channel.PostAsync(message)).Message.Text);

        var edited = Edited(message, Question, "editMessage");
        Assert.StartsWith(Quoted, (await channel.PostAsync(edited)).Message.Text);
        Assert.Empty((await channel.PostAsync(edited)).Calls);
    });

    [Fact]
    public Task Question_that_is_brought_back_is_not_answered_again() => ShowsAsync("update: an undeleted question is taken in silence", async () =>
    {
        var message = channel.Activity("message", new() { ["text"] = Question });
        Assert.StartsWith(Quoted, (await channel.PostAsync(message)).Message.Text);

        await TakenInSilenceAsync(Edited(message, Question, "undeleteMessage"));
    });

    [Fact]
    public Task Question_that_is_deleted_is_let_go() => ShowsAsync("delete: taken in silence", () =>
        TakenInSilenceAsync(channel.Activity("messageDelete", new() { ["channelData"] = new JsonObject { ["eventType"] = "softDeleteMessage" } })));

    [Fact]
    public Task Reaction_is_taken() => ShowsAsync("reaction: taken in silence", () =>
        TakenInSilenceAsync(channel.Activity("messageReaction", new() { ["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" }) })));

    [Fact]
    public Task Typing_and_end_of_conversation_are_taken() => ShowsAsync("typing, end of conversation: taken in silence", async () =>
    {
        await TakenInSilenceAsync(channel.Activity("typing"));
        await TakenInSilenceAsync(channel.Activity("endOfConversation"));
    });

    [Fact]
    public Task Invoke_that_the_bot_does_not_know_is_not_implemented() => ShowsAsync("invoke, unknown: 501", async () =>
    {
        var turn = await channel.PostAsync(channel.Activity("invoke", new() { ["name"] = "composeExtension/selectItem", ["value"] = new JsonObject() }));

        Assert.Equal(501, turn.Status);
        Assert.Empty(turn.Calls);
    });

    [Fact]
    public Task Button_of_a_card_is_answered_by_the_card_that_takes_its_place() => ShowsAsync("invoke: Show in context and Back, cards in the response", async () =>
    {
        var message = channel.InTeams("message", new() { ["text"] = Question });
        var card = (await channel.PostAsync(message)).Card;
        Assert.Equal(ConversationBot.First, SomeCard.Highlighted(card)[0]);

        var context = await PressAsync(SomeCard.Action(card, "Show in context"));
        Assert.Equal([ConversationBot.First], SomeCard.Highlighted(context));
        Assert.Contains($"{ConversationBot.First} {ConversationBot.Second}", SomeCard.Paragraphs(context));
        var back = await PressAsync(SomeCard.Action(context, "Back"));
        Assert.True(JsonNode.DeepEquals(card, back), back.ToJsonString());

        async Task<JsonObject> PressAsync(JsonObject button)
        {
            var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = button["verb"]!.DeepClone(), ["data"] = button["data"]!.DeepClone() };
            var turn = await channel.PostAsync(channel.Invoke(message, "adaptiveCard/action", new() { ["action"] = action, ["trigger"] = "manual" }));
            Assert.Equal(200, turn.Status);
            Assert.Empty(turn.Calls);
            return SomeCard.CardOf(turn.Body!.AsObject());
        }
    });

    [Fact]
    public Task Thumb_of_the_feedback_loop_is_kept_with_its_question() => ShowsAsync("invoke: feedback, kept with its question", async () =>
    {
        const string words = "Said by the JavaScript SDK";
        var message = channel.InTeams("message", new() { ["text"] = Question });
        var answer = (await channel.PostAsync(message)).Message;
        Assert.Equal("default", (string?)answer.Activity!["channelData"]!["feedbackLoop"]!["type"]);

        var given = new JsonObject { ["reaction"] = "dislike", ["feedback"] = new JsonObject { ["feedbackText"] = words }.ToJsonString() };
        var invoke = channel.Invoke(message, "message/submitAction", new() { ["actionName"] = "feedback", ["actionValue"] = given });
        invoke["replyToId"] = answer.Id;
        var turn = await channel.PostAsync(invoke);

        Assert.Equal((200, "{}"), (turn.Status, turn.Body!.ToJsonString()));
        Assert.Empty(turn.Calls);
        var kept = Assert.Single(await conversation.FeedbackAsync("--contains", words));
        Assert.Equal((Question, "dislike", words), (kept.Text("question"), kept.Text("reaction"), kept.Text("comment")));
    });

    [Fact]
    public Task Search_from_the_compose_box_gives_quotes_as_cards_before_Teams_gives_up() => ShowsAsync("invoke: search of the message extension, quotes as cards within 5 s", async () =>
    {
        var words = new JsonObject { ["name"] = "query", ["value"] = "dam Kestrel Valley" };
        var query = new JsonObject { ["commandId"] = "searchQuery", ["parameters"] = new JsonArray(words), ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 } };
        var began = Stopwatch.GetTimestamp();
        var turn = await channel.PostAsync(channel.InTeams("invoke", new() { ["name"] = "composeExtension/query", ["value"] = query }));

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(200, turn.Status);
        var found = turn.Body!["composeExtension"]!;
        Assert.Equal("result", (string?)found["type"]);
        var first = found["attachments"]![0]!;
        Assert.Equal("Dam breaks", (string?)first["preview"]!["content"]!["title"]);
        Assert.StartsWith(ConversationBot.First, (string?)first["preview"]!["content"]!["text"]);
        Assert.StartsWith(ConversationBot.First, Assert.Single(SomeCard.Highlighted(first["content"]!)));
        Assert.Contains("Dam breaks", SomeCard.Paragraphs(first["content"]!));
        Assert.Empty(turn.Calls);
    });

    [Theory]
    [InlineData("test", false)]
    [InlineData("msteams", true)]
    public Task Replies_that_are_expected_come_in_the_response(string channelId, bool hasCard) => ShowsAsync($"expectReplies: all of the answer in the response ({channelId})", async () =>
    {
        var expecting = new JsonObject { ["text"] = Question, ["deliveryMode"] = "expectReplies", ["channelId"] = channelId };
        var turn = await channel.PostAsync(channel.Activity("message", expecting));

        Assert.Equal(200, turn.Status);
        JsonObject[] messages = [.. turn.Body!["activities"]!.AsArray().OfType<JsonObject>().Where(reply => (string?)reply["type"] == "message")];
        Assert.Equal(hasCard ? 2 : 1, messages.Length);
        Assert.StartsWith(Quoted, (string?)messages[0]["text"]);
        Assert.Equal(hasCard ? [ConversationBot.First] : [], messages[1..].Select(message => SomeCard.Highlighted(message["attachments"]![0]!["content"]!)[0]));
        Assert.Empty(turn.Calls);
    });

    /// <summary>The bot sends replies alone; that its SDK's other calls fit the channel is shown by the SDK's own client.</summary>
    [Fact]
    public Task Reply_is_updated_and_deleted_and_members_are_read_by_the_bots_SDK() => ShowsAsync("Connector: update, delete, members (the bot's SDK, not yet the bot)", async () =>
    {
        const string conversation = "chat|1";
        var cancellation = TestContext.Current.CancellationToken;
        var reply = (await channel.SayAsync("help")).Message;
        using var connector = new ConnectorClient(new Uri(channel.ServiceUrl), MicrosoftAppCredentials.Empty);

        var changed = new Activity { Type = "message", Id = reply.Id, Text = "changed" };
        Assert.Equal(reply.Id, (await connector.Conversations.UpdateActivityAsync(conversation, reply.Id, changed, cancellation)).Id);
        Assert.Equal("changed", (string?)(await channel.LookAsync()).Activities[reply.Id!]!["text"]);

        await connector.Conversations.DeleteActivityAsync(conversation, reply.Id, cancellation);
        Assert.False((await channel.LookAsync()).Activities.ContainsKey(reply.Id!));

        Assert.Equal(["user-1", "bot-1"], (await connector.Conversations.GetConversationMembersAsync(conversation, cancellation)).Select(member => member.Id));
        Assert.Equal("Alex Example", (await ((Conversations)connector.Conversations).GetConversationMemberAsync("user-1", conversation, cancellation)).Name);
        Assert.Equal(["members", "member"], (await channel.LookAsync()).Calls.Select(call => call.Kind));
    });

    private static JsonObject Account(string id) => new() { ["id"] = id };

    private static JsonObject Edited(JsonObject message, string text, string kind)
    {
        var edited = message.DeepClone().AsObject();
        (edited["type"], edited["text"], edited["channelData"]) = ("messageUpdate", text, new JsonObject { ["eventType"] = kind });
        return edited;
    }

    private async Task TakenInSilenceAsync(JsonObject activity)
    {
        var turn = await channel.PostAsync(activity);
        Assert.Equal(200, turn.Status);
        Assert.Empty(turn.Calls);
    }

    private async Task ShowsAsync(string feature, Func<Task> does)
    {
        await channel.StartAsync();
        await ClientTable.ShowsAsync(ClientTable.JsSdk, feature, does);
    }
}
