using System.Diagnostics;
using System.Text.Json.Nodes;
using BriefingBot.State;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;

namespace BriefingBot.Tests.Web;

/// <summary>News on their way to a channel that is slow, away, or has removed the bot.</summary>
public sealed class WatchDeliveryTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("briefing-watches-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Channel_that_answers_429_twice_gets_the_news_once()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood);
        var tries = 0;
        host.Connector.Refuses = activity => ((string?)activity["text"])?.StartsWith("New on ", StringComparison.Ordinal) == true && ++tries <= 2 ? new(429) : null;

        var round = host.RoundAsync();
        Assert.Single(await host.PassTimeUntilAsync(round, step: 1));
        Assert.Equal(3, tries);
        Assert.Single(await host.RoundAsync());
    }

    [Fact]
    public async Task Conversation_whose_channel_asks_for_patience_keeps_no_other_waiting()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> watch the flood in Orlen"));
        await host.IndexAsync(WatchHost.Flood);
        host.Connector.Refuses = activity => (string?)activity["conversation"]!["conversationType"] == "personal" ? new(429, RetryAfter: "30") : null;

        var round = host.RoundAsync();
        await host.Connector.UntilAsync(() => host.News().Count == 1);
        Assert.False(round.IsCompleted);
        host.Connector.Refuses = null;
        Assert.Equal(2, (await host.PassTimeUntilAsync(round, step: 10)).Count);
    }

    [Fact]
    public async Task News_that_the_channel_did_not_take_are_sent_after_a_pause()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood);
        host.Connector.FailWith(500);
        Assert.Empty(await host.RoundAsync());
        host.Connector.Failure = null;

        Assert.Empty(await host.RoundAsync());
        host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Single(await host.RoundAsync());
        Assert.Single(await host.RoundAsync());
    }

    [Fact]
    public async Task News_that_may_have_arrived_are_not_sent_again()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood);
        host.Connector.Failure = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        await host.RoundAsync();
        host.Connector.Failure = null;

        host.Time.Advance(TimeSpan.FromHours(7));
        Assert.Empty(await host.RoundAsync());
    }

    [Fact]
    public async Task Bot_that_is_stopped_while_it_sends_stops_at_once_and_does_not_send_again()
    {
        await using var channel = await Connector.StartAsync();
        var host = await WatchHost.OnDirectoryAsync(_directory, channel);
        await host.SendAsync(host.Activity.Teams("watch the flood in Orlen"));
        await host.IndexAsync(WatchHost.Flood);
        var (reached, before) = (new TaskCompletionSource<bool>(), channel.Requests);
        channel.Failure = async context =>
        {
            reached.TrySetResult(true);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        await host.PassMinutesUntilAsync(() => reached.Task.IsCompleted);
        var started = Stopwatch.GetTimestamp();
        await host.DisposeAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 10);
        Assert.Equal(before + 1, channel.Requests);

        channel.Failure = null;
        await using var again = await WatchHost.OnDirectoryAsync(_directory, channel, day: 1);
        again.Time.Advance(TimeSpan.FromMinutes(6));
        await again.RoundsAsync();
        Assert.Empty(again.News());
    }

    [Fact]
    public async Task Round_that_is_stopped_while_the_channel_asks_for_patience_leaves_the_news_to_the_next()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood);
        host.Connector.Refuses = activity => ((string?)activity["text"])?.StartsWith("New on ", StringComparison.Ordinal) == true ? new(429, RetryAfter: "30") : null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var round = host.Get<WatchRounds>().RunAsync(stop.Token);
        await host.Connector.UntilAsync(() => host.Log.Any(line => line.Contains("A message is sent again", StringComparison.Ordinal)));

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => round);

        Assert.DoesNotContain(host.Log, line => line.Contains("were told to somebody", StringComparison.Ordinal));
        host.Connector.Refuses = null;
        Assert.Single(await host.RoundAsync());
        Assert.Contains(host.Log, line => line.Contains("were told to somebody", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    public async Task Conversation_that_the_bot_is_not_in_any_more_has_no_watches(int status, string code)
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> watch the flood in Orlen"));
        await host.IndexAsync(WatchHost.Flood);
        host.Connector.Refuses = activity => (string?)activity["conversation"]!["conversationType"] == "personal" ? new(status, code) : null;

        // The other conversation is told all the same.
        Assert.StartsWith("<at>", Assert.Single(await host.RoundAsync()).Text);
        Assert.Single(await host.WatchesAsync());
    }

    [Theory]
    [InlineData("installationUpdate")]
    [InlineData("conversationUpdate")]
    public async Task Bot_that_is_removed_watches_no_longer(string type)
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> watch the flood in Orlen"));
        var removed = SomeActivity.With(host.Activity.TeamsBotAdded(), "type", type);
        removed.Remove("membersAdded");
        removed[type == "installationUpdate" ? "action" : "membersRemoved"] = type == "installationUpdate" ? "remove" : new JsonArray(new JsonObject { ["id"] = "28:bot-1" });

        await host.SendAsync(removed);

        Assert.Single(await host.WatchesAsync());
    }

    [Fact]
    public async Task Bot_that_is_upgraded_watches_on()
    {
        await using var host = await WatchHost.WatchingAsync();
        var upgraded = SomeActivity.With(host.Activity.TeamsBotAdded(), "type", "installationUpdate");
        upgraded.Remove("membersAdded");
        upgraded["action"] = "remove-upgrade";

        await host.SendAsync(upgraded);

        Assert.Single(await host.WatchesAsync());
    }

    [Theory]
    [InlineData("teamMemberRemoved", 0)]
    [InlineData("channelMemberRemoved", 1)]
    public async Task Whoever_leaves_a_team_is_not_told_in_any_of_its_channels(string eventType, int left)
    {
        await using var host = await WatchHost.StartAsync();
        var watch = host.Activity.TeamsChannel("<at>Briefing</at> watch the flood in Orlen");
        watch["conversation"]!["id"] = "19:floods@thread.tacv2;messageid=1";
        watch["channelData"]!["team"] = new JsonObject { ["id"] = "19:general@thread.tacv2" };
        await host.SendAsync(watch);
        Assert.Single(await host.WatchesAsync());
        var leaves = host.Activity.TeamsUserJoinsChannel();
        leaves.Remove("membersAdded");
        leaves["channelData"]!["team"] = new JsonObject { ["id"] = "19:general@thread.tacv2" };
        leaves["channelData"]!["eventType"] = eventType;

        await host.SendAsync(SomeActivity.With(leaves, "membersRemoved", new JsonArray(new JsonObject { ["id"] = "29:user-1" })));

        Assert.Equal(left, (await host.WatchesAsync()).Count);
    }

    [Fact]
    public async Task Whoever_leaves_a_channel_is_not_told_there_any_more()
    {
        await using var host = await WatchHost.StartAsync();
        await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> watch the flood in Orlen"));
        await host.SendAsync(WatchCommandTests.ByBob(host.Activity.TeamsChannel("<at>Briefing</at> watch the flood in Orlen")));
        var left = host.Activity.TeamsUserJoinsChannel();
        left.Remove("membersAdded");

        await host.SendAsync(SomeActivity.With(left, "membersRemoved", new JsonArray(new JsonObject { ["id"] = "29:bob" })));

        Assert.Contains("29:user-1", Assert.Single(await host.WatchesAsync()).Watch.Where);
    }

    [Fact]
    public async Task Damaged_watch_does_not_keep_others_from_their_news()
    {
        await using var host = await WatchHost.WatchingAsync();
        var kept = Assert.Single(await host.WatchesAsync());
        await host.Get<WatchRecords>().AddAsync("0/0", kept.Watch with { Where = "{}" }, Cancellation);
        await host.IndexAsync(WatchHost.Flood);

        Assert.Single(await host.RoundAsync());
        Assert.Contains(host.Log, line => line.Contains("News could not be made ready to be sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_another_instance_is_at_it_nothing_is_told()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood);
        var lease = await host.Get<Leases>().TakeAsync("watches", "another", TimeSpan.FromMinutes(5), Cancellation);

        Assert.Empty(await host.RoundAsync());
        Assert.True(await lease!.ReleaseAsync(Cancellation));
        Assert.Single(await host.RoundAsync());
    }
}
