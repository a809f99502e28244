using System.Text.Json.Nodes;
using BriefingBot.State;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

/// <summary>Feedback on channels that have no loop of their own.</summary>
public sealed class FeedbackElsewhereTests
{
    [Theory]
    [InlineData("LikeAction", Reaction.Like)]
    [InlineData("DislikeAction", Reaction.Dislike)]
    public async Task Web_Chat_is_given_thumbs_and_sends_the_one_that_was_pressed(string pressed, Reaction kept)
    {
        await using var host = await SomeFeedback.StartAsync();
        var answer = Assert.Single(await host.SendAsync(SomeFeedback.WebChat(host, "Who won?")));
        Assert.Single(answer.Activity["attachments"]!.AsArray());
        var message = Assert.Single(answer.Activity["entities"]!.AsArray())!;
        Assert.Equal(("https://schema.org/Message", ""), ((string?)message["type"], (string?)message["@id"]));
        var thumbs = message["potentialAction"]!.AsArray();
        Assert.Equal(["LikeAction", "DislikeAction"], thumbs.Select(thumb => (string?)thumb!["@type"]));

        await host.SendAsync(Pressed(host, thumbs.Single(thumb => (string?)thumb!["@type"] == pressed)!));

        Assert.Equal(kept, Assert.Single(await SomeFeedback.KeptAsync(host)).Reaction);
        Assert.Single(host.Connector.Messages);
    }

    [Fact]
    public async Task Context_in_Web_Chat_has_the_answers_thumbs_which_its_own_message_then_hides()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);
        var answer = Assert.Single(await host.SendAsync(SomeFeedback.WebChat(host, "How many?")));
        var pressed = SomeFeedback.WebChat(host, "");
        pressed.Remove("text");
        await host.SendAsync(SomeActivity.With(pressed, "value", SomeCard.Action(answer.Card!, "Show in context")["data"]!.DeepClone()));

        var context = host.Connector.Cards[^1];
        Assert.Equal([QuotingHost.First], SomeCard.Highlighted(context.Card!));
        Assert.True(JsonNode.DeepEquals(answer.Activity["entities"], context.Activity["entities"]));
        await host.SendAsync(Pressed(host, context.Activity["entities"]![0]!["potentialAction"]![1]!));

        Assert.Equal(Reaction.Dislike, Assert.Single(await SomeFeedback.KeptAsync(host)).Reaction);
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""[null, {}, {"@type":"LikeAction"}, {"@type":"LikeAction","@id":7}, {"@type":"LikeAction","@id":"LikeAction:of/no/answer"}, {"@type":"VoteAction","@id":"x"}]""")]
    public async Task Event_with_an_odd_action_is_taken_and_ignored(string entities)
    {
        await using var host = await SomeFeedback.StartAsync();
        await host.SendAsync(SomeFeedback.WebChat(host, "Who won?"));

        await host.SendAsync(SomeActivity.With(Pressed(host, new JsonObject()), "entities", JsonNode.Parse(entities)));

        Assert.Empty(await SomeFeedback.KeptAsync(host));
    }

    [Fact]
    public async Task Answer_of_another_conversation_takes_no_thumb()
    {
        await using var host = await SomeFeedback.StartAsync();
        var answer = Assert.Single(await host.SendAsync(SomeFeedback.WebChat(host, "Who won?")));
        var elsewhere = Pressed(host, answer.Activity["entities"]![0]!["potentialAction"]![0]!);
        elsewhere["conversation"]!["id"] = "another";

        await host.SendAsync(elsewhere);

        Assert.Empty(await SomeFeedback.KeptAsync(host));
    }

    [Fact]
    public async Task Emulator_is_given_a_card_whose_buttons_come_back_as_messages()
    {
        await using var host = await SomeFeedback.StartAsync();
        var answer = Assert.Single(await host.SendAsync(host.Activity.Emulator("Who won?")));
        var card = answer.Activity["attachments"]!.AsArray()[^1]!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)card["contentType"]);
        var actions = card["content"]!["body"]![0]!["actions"]!.AsArray();
        Assert.Equal(["👍 Helpful", "👎 Not helpful", "Comment"], actions.Select(action => (string?)action!["title"]));

        Assert.StartsWith("Thank you.", (await SubmitAsync(host, actions[1]!["data"]!)).Text);
        var comment = actions[2]!["card"]!["actions"]![0]!["data"]!.DeepClone();
        comment["comment"] = " Another year ";
        Assert.StartsWith("Thank you.", (await SubmitAsync(host, comment)).Text);

        var record = Assert.Single(await SomeFeedback.KeptAsync(host));
        Assert.Equal((Reaction.Dislike, "Another year"), (record.Reaction, record.Comment));
        Assert.Single(host.Asked);
    }

    [Fact]
    public async Task Card_without_a_word_or_of_an_unknown_answer_is_told()
    {
        await using var host = await SomeFeedback.StartAsync();

        Assert.StartsWith("You sent no words", (await SubmitAsync(host, JsonNode.Parse("""{"verb":"feedback","answer":"a/b/c","comment":" "}""")!)).Text);
        Assert.StartsWith("I know of no answer", (await SubmitAsync(host, JsonNode.Parse("""{"verb":"feedback","answer":"a/b/c","reaction":"like"}""")!)).Text);
        Assert.StartsWith("I know of no answer", (await SubmitAsync(host, JsonNode.Parse("""{"verb":"feedback","answer":{"x":[]},"reaction":"like"}""")!)).Text);
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("feedback the second quote is about another year", null, "the second quote is about another year")]
    [InlineData("/feedback from another year", null, "from another year")]
    [InlineData("Feedback: on the point!", null, "on the point!")]
    [InlineData("feedback 👎", Reaction.Dislike, null)]
    [InlineData("feedback good", Reaction.Like, null)]
    [InlineData("👍", Reaction.Like, null)]
    [InlineData("👎🏽", Reaction.Dislike, null)]
    public async Task Feedback_in_words_is_about_the_last_answer(string text, Reaction? reaction, string? comment)
    {
        await using var host = await SomeFeedback.StartAsync();
        await host.SendAsync(host.Activity.Teams("Who lost?"));
        await Task.Delay(5, TestContext.Current.CancellationToken);
        await host.SendAsync(host.Activity.Teams("Who won?"));

        Assert.StartsWith("Thank you.", (await host.SendAsync(host.Activity.Teams(text)))[^1].Text);

        var record = Assert.Single(await SomeFeedback.KeptAsync(host));
        Assert.Equal(("Who won?", reaction, comment), (record.Question, record.Reaction, record.Comment));
        Assert.Equal(2, host.Asked.Count);
    }

    [Fact]
    public async Task Feedback_alone_says_how_to_give_it_and_before_any_answer_that_there_is_none()
    {
        await using var host = await SomeFeedback.StartAsync();

        Assert.StartsWith("Tell me what you think", (await host.SendAsync(host.Activity.Teams("feedback")))[^1].Text);
        Assert.StartsWith("I know of no answer", (await host.SendAsync(host.Activity.Teams("feedback wrong")))[^1].Text);
    }

    [Theory]
    [InlineData("feedback from residents on the dike")]
    [InlineData("Feedback on the budget?")]
    [InlineData("feedback was it good?")]
    [InlineData("feedbacks")]
    public async Task Question_that_begins_with_feedback_is_asked(string text)
    {
        await using var host = await SomeFeedback.StartAsync();

        await host.SendAsync(host.Activity.Teams(text));

        Assert.Equal(text, Assert.Single(host.Asked).Text);
    }

    private static JsonObject Pressed(BotHost host, JsonNode action)
    {
        var pressed = SomeFeedback.WebChat(host, "");
        pressed.Remove("text");
        (pressed["type"], pressed["name"], pressed["entities"]) = ("event", "webchat:activity-status/feedback", new JsonArray(action.DeepClone()));
        return pressed;
    }

    private static async Task<Connector.Delivery> SubmitAsync(BotHost host, JsonNode data)
    {
        var submitted = host.Activity.Emulator("");
        submitted.Remove("text");
        return (await host.SendAsync(SomeActivity.With(submitted, "value", data.DeepClone())))[^1];
    }
}
