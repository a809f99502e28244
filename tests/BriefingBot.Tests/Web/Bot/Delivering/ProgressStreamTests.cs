using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

/// <summary>What is told of an answer that takes its time.</summary>
public sealed class ProgressStreamTests
{
    private const string Quoted = "The party won nineteen seats.";

    private readonly TaskCompletionSource _checks = new();
    private readonly TaskCompletionSource<VerifiedAnswer> _answer = new();

    [Fact]
    public async Task Answer_that_comes_within_a_second_has_typing_before_it_and_nothing_else()
    {
        await using var host = await StartAsync();
        var turn = host.SendAsync(host.Activity.Teams("Who won?"));
        await AskedAsync(host);
        host.Time.Advance(TimeSpan.FromSeconds(0.9));
        Answer(host);

        Assert.Null(Assert.Single(await turn).Stream);
        Assert.Equal("typing", host.Connector.Deliveries[0].Type);
        Assert.All(host.Connector.Deliveries, delivery => Assert.Null(delivery.Stream));
    }

    [Fact]
    public async Task Steps_are_told_once_a_second_at_most_and_the_answer_takes_their_place()
    {
        await using var host = await StartAsync();
        var at = new List<DateTimeOffset>();
        host.Connector.Refuses = activity =>
        {
            if (Has(activity, "streaminfo"))
            {
                at.Add(host.Time.GetUtcNow());
            }

            return null;
        };
        var streamed = await StreamAsync(host);
        _checks.SetResult();
        await ToldAsync(host, 2);
        Answer(host);
        var last = Assert.Single(await host.PassTimeUntilAsync(streamed.Turn));

        Assert.Equal(3, at.Count);
        Assert.All(at.Zip(at.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1)));
        var told = host.Connector.Deliveries.Where(delivery => delivery is { Type: "typing", Stream: not null }).ToArray();
        Assert.Equal(["Searching the articles", "Checking 3 quotes"], told.Select(update => update.Text));
        Assert.All(told, update => Assert.Single(update.Activity["entities"]!.AsArray()));
        Assert.Equal([null, told[0].Id], told.Select(update => (string?)update.Stream!["streamId"]));
        Assert.Equal([1, 2], told.Select(update => (int)update.Stream!["streamSequence"]!));
        Assert.Equal(("final", told[0].Id, null), ((string?)last.Stream!["streamType"], (string?)last.Stream["streamId"], (int?)last.Stream["streamSequence"]));
        Assert.Contains(Quoted, last.Text);
        Assert.Equal(2, last.Activity["entities"]!.AsArray().Count);
    }

    [Fact]
    public async Task Web_Chat_is_told_by_its_channel_data_and_the_answer_keeps_card_and_thumbs()
    {
        await using var host = await StartAsync();
        var turn = host.SendAsync(SomeFeedback.WebChat(host, "Who won?"));
        await host.PassTimeUntilAsync(() => host.Connector.Deliveries.Count == 2);
        _checks.SetResult();
        await host.PassTimeUntilAsync(() => host.Connector.Deliveries.Count == 3);
        Answer(host);
        var last = Assert.Single(await host.PassTimeUntilAsync(turn));

        var told = host.Connector.Deliveries.Where(delivery => delivery is { Type: "typing", Text.Length: > 0 }).ToArray();
        Assert.Equal(["Searching the articles", "Checking 3 quotes"], told.Select(update => update.Text));
        Assert.Equal(["streaming", "streaming"], told.Select(update => (string?)update.Activity["channelData"]!["streamType"]));
        Assert.Equal([1, 2], told.Select(update => (int)update.Activity["channelData"]!["streamSequence"]!));

        // The first one's own is no message's id: two streams that begin without one change places.
        Assert.NotEqual(told[0].Id, (string?)told[0].Activity["channelData"]!["streamId"]);
        Assert.Equal(told[0].Id, (string?)told[1].Activity["channelData"]!["streamId"]);
        Assert.Equal($$"""{"streamId":"{{told[0].Id}}","streamType":"final"}""", last.Activity["channelData"]!.ToJsonString());
        Assert.Contains(Quoted, last.Text);
        Assert.NotNull(last.Card);
        Assert.Single(last.Activity["entities"]!.AsArray());
        Assert.All(host.Connector.Deliveries, delivery => Assert.Null(delivery.Stream));
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("emulator")]
    [InlineData("expectReplies")]
    public async Task Elsewhere_nothing_but_typing_is_told(string where)
    {
        await using var host = await StartAsync();
        var activity = where switch
        {
            "channel" => host.Activity.TeamsChannel("<at>Briefing</at> Who won?"),
            "emulator" => host.Activity.Emulator("Who won?"),
            _ => SomeActivity.With(host.Activity.Teams("Who won?"), "deliveryMode", where),
        };
        var turn = host.PostAsync(activity);
        await AskedAsync(host);
        await host.Connector.UntilAsync(() => host.Connector.Deliveries.Count == (where == "expectReplies" ? 0 : 1));
        host.Time.Advance(TimeSpan.FromSeconds(5));
        Answer(host);
        using var response = await turn;

        Assert.All(host.Connector.Deliveries, delivery => Assert.Null(delivery.Stream));
        Assert.Equal(where == "expectReplies" ? 0 : 1, host.Connector.Messages.Count);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task Stream_that_does_not_begin_leaves_a_message_by_itself(int status)
    {
        await using var host = await StartAsync();
        var refused = 0;
        host.Connector.Refuses = activity =>
        {
            var isUpdate = Has(activity, "informative");
            refused += isUpdate ? 1 : 0;
            return isUpdate ? new(status, "ContentStreamNotAllowed", "Content stream is not allowed") : null;
        };
        var turn = host.SendAsync(host.Activity.Teams("Who won?"));
        await AskedAsync(host);
        await host.PassTimeUntilAsync(() => refused == 1);
        Answer(host);

        var message = Assert.Single(await host.PassTimeUntilAsync(turn));
        Assert.Null(message.Stream);
        Assert.Contains(Quoted, message.Text);
        Assert.Equal(1, refused);
    }

    [Fact]
    public async Task Stream_that_Teams_has_closed_meanwhile_does_not_cost_the_answer()
    {
        await using var host = await StartAsync();
        host.Connector.Refuses = activity => Has(activity, "final") ? new(403, "ContentStreamNotAllowed", "Content stream finished due to exceeded streaming time.") : null;
        var streamed = await StreamAsync(host);
        Answer(host);

        var message = Assert.Single(await host.PassTimeUntilAsync(streamed.Turn));
        Assert.Null(message.Stream);
        Assert.Contains(Quoted, message.Text);
        Assert.Single(message.Activity["entities"]!.AsArray());
    }

    [Theory]
    [InlineData("final")]
    [InlineData("streamId")]
    public async Task Stop_ends_the_answer_and_nothing_more_is_sent(string refusedAt)
    {
        await using var host = await StartAsync();
        host.Connector.Refuses = activity => Has(activity, refusedAt) ? new(403, "ContentStreamNotAllowed", "Content stream was canceled by user.") : null;
        var streamed = await StreamAsync(host);
        _checks.SetResult();
        if (refusedAt == "final")
        {
            Answer(host);
        }

        Assert.Empty(await host.PassTimeUntilAsync(streamed.Turn));
        Assert.Empty(host.Connector.Cards);
        Assert.DoesNotContain(host.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_topic_leaves_no_stream_that_seems_to_search()
    {
        await using var host = await StartAsync();
        var streamed = await StreamAsync(host);

        await host.PassTimeUntilAsync(host.SendAsync(host.Activity.Teams("new topic")));
        await host.PassTimeUntilAsync(streamed.Turn);

        Assert.Equal("I stopped looking: you began something new.", Assert.Single(host.Connector.Messages, message => message.Stream is not null).Text);
        Assert.Contains(host.Connector.Messages, message => message.Text.StartsWith("A new topic", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Apology_takes_the_place_of_what_was_told()
    {
        await using var host = await StartAsync();
        var streamed = await StreamAsync(host);
        _answer.SetException(new InvalidDataException());
        _checks.SetResult();

        var apology = Assert.Single(await host.PassTimeUntilAsync(streamed.Turn));
        Assert.Contains("reference", apology.Text);
        Assert.Equal("final", (string?)apology.Stream!["streamType"]);
    }

    private static bool Has(JsonObject activity, string words) => activity.ToJsonString().Contains(words, StringComparison.Ordinal);

    private static Task AskedAsync(BotHost host) => host.Connector.UntilAsync(() => !host.Asked.IsEmpty);

    private static Task ToldAsync(BotHost host, int count) => host.PassTimeUntilAsync(() => host.Connector.Deliveries.Count(delivery => delivery.Stream is not null) == count);

    /// <summary>A turn of which something has been told.</summary>
    private static async Task<Streamed> StreamAsync(BotHost host)
    {
        var turn = host.SendAsync(host.Activity.Teams("Who won?"));
        await ToldAsync(host, 1);
        return new(turn);
    }

    private Task<BotHost> StartAsync() => BotHost.StartAsync(async (_, cancellation) =>
    {
        await _checks.Task.WaitAsync(cancellation);
        new AnsweringStep.CheckingQuotes(3).Report();
        return await _answer.Task.WaitAsync(cancellation);
    });

    private void Answer(BotHost host)
    {
        _checks.TrySetResult();
        _answer.TrySetResult(BotHost.Quote(host.Asked.Single(), Quoted));
    }

    private sealed record Streamed(Task<IReadOnlyList<Connector.Delivery>> Turn);
}
