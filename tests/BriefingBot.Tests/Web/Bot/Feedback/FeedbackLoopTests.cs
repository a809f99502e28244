using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.State;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

/// <summary>Thumbs and comments of Teams' own feedback loop.</summary>
public sealed class FeedbackLoopTests
{
    [Fact]
    public async Task Answer_in_Teams_asks_for_feedback_and_refusals_do_too()
    {
        await using var host = await SomeFeedback.StartAsync();
        await using var refusing = await BotHost.StartAsync();

        var answer = Assert.Single(await host.SendAsync(host.Activity.Teams("Who won?")));
        var refusal = Assert.Single(await refusing.SendAsync(refusing.Activity.Teams("Who won?")));

        foreach (var message in new[] { answer, refusal })
        {
            Assert.Equal("""{"feedbackLoop":{"type":"default"}}""", message.Activity["channelData"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task What_is_no_answer_asks_for_none()
    {
        await using var host = await SomeFeedback.StartAsync();

        var messages = await host.SendAsync(host.Activity.Teams("hello"));

        Assert.Null(Assert.Single(messages).Activity["channelData"]);
    }

    [Theory]
    [InlineData("like", "\"{\\\"feedbackText\\\":\\\"Just right.\\\"}\"", Reaction.Like, "Just right.")]
    [InlineData("dislike", "\"{\\\"feedbackText\\\":\\\"  Wrong\\\\nyear \\\"}\"", Reaction.Dislike, "Wrong\nyear")]
    [InlineData("like", "\"{\\\"feedbackText\\\":\\\"\\\"}\"", Reaction.Like, null)]
    [InlineData("like", "\"{}\"", Reaction.Like, null)]
    [InlineData("like", "\"{\\\"feedbackText\\\":\"", Reaction.Like, null)]
    [InlineData("like", "\"plain words, as Agents Playground sends them\"", Reaction.Like, "plain words, as Agents Playground sends them")]
    [InlineData("dislike", "{\"feedbackText\":\"As an object\"}", Reaction.Dislike, "As an object")]
    [InlineData("dislike", "\"\"", Reaction.Dislike, null)]
    [InlineData("dislike", "17", Reaction.Dislike, null)]
    [InlineData("dislike", "null", Reaction.Dislike, null)]
    [InlineData("DISLIKE", "[]", Reaction.Dislike, null)]
    public async Task Thumb_and_comment_are_kept_with_the_answer(string reaction, string feedback, Reaction kept, string? comment)
    {
        await using var host = await SomeFeedback.StartAsync();
        var message = await SomeFeedback.AskInTeamsAsync(host);

        Assert.Equal((200, "{}"), await SomeFeedback.InvokeAsync(host, SomeFeedback.Loop(host, message, reaction, JsonNode.Parse(feedback))));

        var record = Assert.Single(await SomeFeedback.KeptAsync(host));
        Assert.Equal((kept, comment), (record.Reaction, record.Comment));
        Assert.Equal(("Who won?", "extractive", "msteams"), (record.Question, record.Drafter, record.Channel));
        Assert.Equal(new QuotedPlace("iceland", 1, 0, "The party won nineteen seats.".Length), Assert.Single(record.Quotes));
        Assert.Equal(host.Time.GetUtcNow(), record.At);
        Assert.NotEmpty(record.Version);
    }

    [Fact]
    public async Task Who_changes_their_mind_has_said_one_thing()
    {
        await using var host = await SomeFeedback.StartAsync();
        var message = await SomeFeedback.AskInTeamsAsync(host);

        await SomeFeedback.InvokeAsync(host, SomeFeedback.Loop(host, message, "dislike", "Too short"));
        await SomeFeedback.InvokeAsync(host, SomeFeedback.Loop(host, message, "like", null));

        var record = Assert.Single(await SomeFeedback.KeptAsync(host));
        Assert.Equal((Reaction.Like, null), (record.Reaction, record.Comment));
    }

    [Fact]
    public async Task Two_people_of_a_group_have_each_an_opinion_and_whoever_asked_has_both_forgotten()
    {
        await using var host = await SomeFeedback.StartAsync();
        var message = (await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> Who won?")))[^1].Id;
        foreach (var person in new[] { "29:user-1", "29:bob" })
        {
            var invoke = SomeFeedback.Loop(host, message, "like", null);
            (invoke["conversation"]!["id"], invoke["from"]!["id"]) = ("19:general@thread.tacv2;messageid=1", person);
            await SomeFeedback.InvokeAsync(host, invoke);
        }

        Assert.Equal(2, (await SomeFeedback.KeptAsync(host)).Count);

        var bob = host.Activity.Teams("forget me");
        bob["from"]!["id"] = "29:bob";
        await host.SendAsync(bob);
        Assert.Single(await SomeFeedback.KeptAsync(host));

        await host.SendAsync(host.Activity.Teams("forget me"));
        Assert.Empty(await SomeFeedback.KeptAsync(host));
    }

    [Fact]
    public async Task What_somebody_else_said_of_an_answer_goes_when_whoever_asked_is_forgotten()
    {
        await using var host = await SomeFeedback.StartAsync();
        var message = (await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> Who won?")))[^1].Id;
        var invoke = SomeFeedback.Loop(host, message, "like", null);
        (invoke["conversation"]!["id"], invoke["from"]!["id"]) = ("19:general@thread.tacv2;messageid=1", "29:bob");
        await SomeFeedback.InvokeAsync(host, invoke);
        Assert.Single(await SomeFeedback.KeptAsync(host));

        await host.SendAsync(host.Activity.Teams("forget me"));

        Assert.Empty(await SomeFeedback.KeptAsync(host));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Thumb_that_names_no_message_as_Agents_Playground_sends_it_is_about_the_last_answer(string? message)
    {
        await using var host = await SomeFeedback.StartAsync();
        await SomeFeedback.AskInTeamsAsync(host, "Who lost?");
        await Task.Delay(5, TestContext.Current.CancellationToken);
        await SomeFeedback.AskInTeamsAsync(host);

        Assert.Equal((200, "{}"), await SomeFeedback.InvokeAsync(host, SomeFeedback.Loop(host, message, "like", null)));

        var record = Assert.Single(await SomeFeedback.KeptAsync(host));
        Assert.Equal(("Who won?", Reaction.Like), (record.Question, record.Reaction));
    }

    [Fact]
    public async Task Unknown_answer_is_taken_and_nothing_is_kept()
    {
        await using var host = await SomeFeedback.StartAsync();
        await SomeFeedback.AskInTeamsAsync(host);

        Assert.Equal((200, "{}"), await SomeFeedback.InvokeAsync(host, SomeFeedback.Loop(host, "no such message", "like", null)));

        Assert.Empty(await SomeFeedback.KeptAsync(host));
        Assert.Contains(host.Log, line => line.Contains("Feedback was given to no answer that is known", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Expired_answer_is_unknown_and_feedback_outlives_it()
    {
        await using var host = await SomeFeedback.StartAsync(new() { ["Bot:AnswerDays"] = "1", ["Bot:FeedbackDays"] = "3" });
        var message = await SomeFeedback.AskInTeamsAsync(host);
        await SomeFeedback.InvokeAsync(host, SomeFeedback.Loop(host, message, "like", null));

        host.Time.Advance(TimeSpan.FromDays(2));
        await SomeFeedback.InvokeAsync(host, SomeFeedback.Loop(host, message, "dislike", null));
        Assert.Equal(Reaction.Like, Assert.Single(await SomeFeedback.KeptAsync(host)).Reaction);

        host.Time.Advance(TimeSpan.FromDays(1.1));
        Assert.Empty(await SomeFeedback.KeptAsync(host));
    }

    [Theory]
    [InlineData("""{"actionName":"feedback"}""", 200)]
    [InlineData("""{"actionName":"feedback","actionValue":null}""", 200)]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"perhaps"}}""", 200)]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":{"a":1},"feedback":{"feedbackText":5}}}""", 200)]
    [InlineData("""{"actionName":"something else"}""", 501)]
    [InlineData("""{"actionName":5}""", 501)]
    [InlineData("""[]""", 501)]
    [InlineData("\"text\"", 501)]
    public async Task Value_that_cannot_be_understood_is_no_crash(string value, int status)
    {
        await using var host = await SomeFeedback.StartAsync();
        var message = await SomeFeedback.AskInTeamsAsync(host);

        var (answered, _) = await SomeFeedback.InvokeAsync(host, SomeFeedback.Loop(host, message, null, null, JsonNode.Parse(value)));

        Assert.Equal(status, answered);
        Assert.Empty(await SomeFeedback.KeptAsync(host));
    }

    [Fact]
    public async Task Comment_is_cut_at_its_limit()
    {
        await using var host = await SomeFeedback.StartAsync();
        var message = await SomeFeedback.AskInTeamsAsync(host);

        await SomeFeedback.InvokeAsync(host, SomeFeedback.Loop(host, message, "like", string.Concat(Enumerable.Repeat("words ", 400))));

        var comment = Assert.Single(await SomeFeedback.KeptAsync(host)).Comment!;
        Assert.InRange(comment.Length, 990, Feedback.LongestComment);
        Assert.EndsWith("words…", comment);
    }

    [Fact]
    public async Task Store_that_is_away_loses_feedback_and_nothing_else()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var host = await SomeFeedback.StartAsync(redis.Settings);
        var message = await SomeFeedback.AskInTeamsAsync(host);
        Assert.Equal((200, "{}"), await SomeFeedback.InvokeAsync(host, SomeFeedback.Loop(host, message, "like", null)));
        Assert.Single(await SomeFeedback.KeptAsync(host));

        await redis.DisposeAsync();

        Assert.Equal((200, "{}"), await SomeFeedback.InvokeAsync(host, SomeFeedback.Loop(host, message, "dislike", null)));
        Assert.Contains("so I could not keep that", (await host.SendAsync(host.Activity.Teams("feedback too short")))[^1].Text);
        Assert.Contains(host.Log, line => line.Contains("Feedback could not be kept", StringComparison.Ordinal));
    }
}
