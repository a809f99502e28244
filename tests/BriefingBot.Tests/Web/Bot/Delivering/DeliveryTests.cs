using BriefingBot.Answering;
using BriefingBot.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Tests.Web;

public sealed class DeliveryTests
{
    private readonly TaskCompletionSource<VerifiedAnswer> _answer = new();

    [Theory]
    [InlineData(400, 4)]
    [InlineData(500, 3)]
    [InlineData(503, 3)]
    public async Task Connector_that_refuses_replies_ends_the_turn_and_not_the_host(int status, int requests)
    {
        await using var host = await BotHost.StartAsync();
        host.Connector.FailWith(status);

        Assert.Empty(await host.SendAsync(host.Activity.Teams("Who won?")));
        Assert.Contains(host.Log, line => line.StartsWith("Error: A message activity failed", StringComparison.Ordinal));

        // The indicator, the answer and the apology: each may have arrived. An answer whose form is refused is tried once more as plain text.
        Assert.Equal(requests, host.Connector.Requests);

        host.Connector.Failure = null;
        Assert.Single(await host.SendAsync(host.Activity.Teams("And now?")));
    }

    [Fact]
    public async Task Connector_that_closes_the_connection_ends_the_turn_and_not_the_host()
    {
        await using var host = await BotHost.StartAsync();
        host.Connector.Failure = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        Assert.Empty(await host.SendAsync(host.Activity.Teams("Who won?")));
        await host.SendAsync(host.Activity.TeamsBotAdded());

        host.Connector.Failure = null;
        Assert.Single(await host.SendAsync(host.Activity.Teams("And now?")));
    }

    [Fact]
    public async Task Answer_is_sent_although_the_typing_indicator_was_refused()
    {
        await using var host = await BotHost.StartAsync((_, _) => _answer.Task);
        host.Connector.FailWith(StatusCodes.Status500InternalServerError);
        var turn = host.SendAsync(host.Activity.Teams("Who won?"));
        await host.Connector.UntilAsync(() => host.Connector.Requests == 1 && !host.Asked.IsEmpty);

        host.Connector.Failure = null;
        _answer.SetResult(BotHost.Quote(host.Asked.Single(), "The party won nineteen seats."));

        Assert.Contains("nineteen", Assert.Single(await turn).Text);
    }

    [Fact]
    public async Task Redirect_of_the_connector_is_not_followed()
    {
        await using var host = await BotHost.StartAsync();
        host.Connector.Failure = context =>
        {
            context.Response.Redirect("http://203.0.113.7/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };

        Assert.Empty(await host.SendAsync(host.Activity.Teams("Who won?")));
        OutgoingCalls.AssertNone();
    }
}
