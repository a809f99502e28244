using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

public sealed class TurnTests
{
    private readonly TaskCompletionSource<VerifiedAnswer> _answer = new();

    [Fact]
    public async Task Answer_is_delivered_although_the_channel_hung_up()
    {
        await using var host = await BotHost.StartAsync((_, cancellation) => _answer.Task.WaitAsync(cancellation));
        using var hangUp = new CancellationTokenSource();
        var request = host.PostAsync(host.Activity.Teams("Who won?"), hangUp);
        await host.Connector.UntilAsync(() => host.Connector.Deliveries.Count == 1);

        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        _answer.SetResult(BotHost.Quote(host.Asked.Single(), "The party won nineteen seats."));

        Assert.Contains("nineteen", (await host.Connector.MessageAsync()).Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task New_topic_ends_the_answer_that_is_being_made(bool heedsTheToken)
    {
        CancellationToken seen = default;
        await using var host = await BotHost.StartAsync((_, cancellation) => heedsTheToken ? _answer.Task.WaitAsync(seen = cancellation) : _answer.Task);
        var turn = host.PostAsync(host.Activity.Teams("Who won?"));
        await host.Connector.UntilAsync(() => host.Connector.Deliveries.Count == 1 && !host.Asked.IsEmpty);

        await host.PostAsync(host.Activity.Teams("new topic"));

        // Nothing has answered, and yet the turn is over.
        Assert.Equal(HttpStatusCode.OK, (await turn).StatusCode);
        Assert.Contains("A new topic", Assert.Single(host.Connector.Messages).Text, StringComparison.Ordinal);
        Assert.Equal(heedsTheToken, seen.IsCancellationRequested);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Question_over_its_time_budget_is_told_so(bool heedsTheToken)
    {
        await using var host = await BotHost.StartAsync(
            (_, cancellation) => heedsTheToken ? _answer.Task.WaitAsync(cancellation) : _answer.Task, new() { ["Bot:AnswerTimeoutSeconds"] = "7" });
        var turn = host.SendAsync(host.Activity.Teams("Who won?"));
        await host.Connector.UntilAsync(() => host.Connector.Deliveries.Count == 1);

        host.Time.Advance(TimeSpan.FromSeconds(6.9));
        Assert.False(turn.IsCompleted);
        host.Time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Contains("within 7 seconds", Assert.Single(await host.PassTimeUntilAsync(turn)).Text);
    }

    [Fact]
    public async Task Fault_is_apologised_for_once_with_the_reference_that_is_logged()
    {
        await using var host = await BotHost.StartAsync((_, _) => throw new InvalidDataException("the index is at /secret/path"));

        var apology = Assert.Single(await host.SendAsync(host.Activity.Teams("Who won?"))).Text;

        Assert.DoesNotContain("secret", apology);
        var reference = apology[^9..^1];
        var logged = Assert.Single(host.Log, line => line.Contains(reference));
        Assert.Contains("/secret/path", logged);
        Assert.StartsWith("Error", logged);
    }

    [Fact]
    public async Task Cancellation_that_is_not_the_budgets_is_a_fault()
    {
        await using var host = await BotHost.StartAsync((_, _) => throw new TaskCanceledException("an HTTP client gave up"));

        Assert.Contains("reference", Assert.Single(await host.SendAsync(host.Activity.Teams("Who won?"))).Text);
    }

    [Fact]
    public async Task ExpectReplies_gets_its_answer_in_the_response_each_time()
    {
        await using var host = await BotHost.StartAsync((question, _) => Task.FromResult(BotHost.Quote(question, "The party won nineteen seats.")));
        var activity = SomeActivity.With(host.Activity.Teams("Who won?"), "deliveryMode", "expectReplies");

        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var response = await host.PostAsync(activity);
            var replies = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["activities"]!.AsArray();
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Single(replies, reply => ((string?)reply!["text"])?.Contains("nineteen", StringComparison.Ordinal) == true);
        }

        Assert.Equal(0, host.Connector.Requests);
    }

    [Theory]
    [InlineData("no/such/invoke")]
    [InlineData("healthCheck")]
    public async Task Invoke_that_the_bot_does_not_know_is_501(string name)
    {
        await using var host = await BotHost.StartAsync();

        using var response = await host.PostAsync(host.Activity.TeamsInvoke(name));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }
}
