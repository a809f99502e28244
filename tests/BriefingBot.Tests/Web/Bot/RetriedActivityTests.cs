using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;

namespace BriefingBot.Tests.Web;

public sealed class RetriedActivityTests
{
    private readonly TaskCompletionSource<VerifiedAnswer> _answer = new();

    [Fact]
    public async Task Activity_sent_again_is_answered_once_while_the_first_still_runs()
    {
        await using var host = await BotHost.StartAsync((_, _) => _answer.Task);
        var activity = host.Activity.Teams("Who won?");
        var first = host.SendAsync(activity);
        await host.Connector.UntilAsync(() => host.Connector.Deliveries.Count == 1 && !host.Asked.IsEmpty);

        await host.SendAsync(activity);
        _answer.SetResult(BotHost.Refuse(host.Asked.Single()));

        Assert.Single(await first);
    }

    [Fact]
    public async Task Activity_sent_again_is_answered_once_for_half_an_hour()
    {
        await using var host = await BotHost.StartAsync();
        var activity = host.Activity.Teams("Who won?");

        await host.SendAsync(activity);
        host.Time.Advance(TimeSpan.FromMinutes(29.9));
        Assert.Single(await host.SendAsync(activity));
        host.Time.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Equal(2, (await host.SendAsync(activity)).Count);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("channelId")]
    [InlineData("conversation")]
    public async Task Activity_that_differs_in_its_id_channel_or_conversation_is_another(string member)
    {
        await using var host = await BotHost.StartAsync();
        var activity = host.Activity.Teams("Who won?");
        await host.SendAsync(activity);

        activity[member] = member == "conversation" ? new JsonObject { ["id"] = "other" } : "other";

        Assert.Equal(2, (await host.SendAsync(activity)).Count);
    }

    [Fact]
    public async Task Question_that_is_edited_is_answered_anew_and_one_that_is_brought_back_is_not()
    {
        await using var host = await BotHost.StartAsync();
        var activity = host.Activity.Teams("Who wun?");
        await host.SendAsync(activity);

        (activity["type"], activity["text"], activity["channelData"]!["eventType"]) = ("messageUpdate", "Who won?", "editMessage");
        Assert.Equal(2, (await host.SendAsync(activity)).Count);
        Assert.Equal(2, (await host.SendAsync(activity)).Count);
        Assert.Equal(["Who wun?", "Who won?"], host.Asked.Select(question => question.Text));

        (activity["text"], activity["channelData"]!["eventType"]) = ("Who won last year?", "undeleteMessage");
        Assert.Equal(2, (await host.SendAsync(activity)).Count);
    }

    [Fact]
    public async Task Failing_answer_is_not_tried_again_when_its_activity_is_sent_again()
    {
        await using var host = await BotHost.StartAsync((_, _) => throw new InvalidDataException());
        var activity = host.Activity.Teams("Who won?");

        await host.SendAsync(activity);

        Assert.Single(await host.SendAsync(activity));
    }

    [Fact]
    public void Memory_of_what_was_answered_is_bounded()
    {
        var recent = new RecentKeys(TimeProvider.System, TimeSpan.FromHours(1), capacity: 2);
        foreach (var key in new[] { "1", "2", "3" })
        {
            Assert.True(recent.TryBegin(key));
            recent.End(key);
        }

        Assert.False(recent.TryBegin("3"));
        Assert.False(recent.TryBegin("2"));
        Assert.True(recent.TryBegin("1"));
    }
}
