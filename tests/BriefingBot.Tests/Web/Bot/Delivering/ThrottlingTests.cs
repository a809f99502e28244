using System.Text.Json.Nodes;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace BriefingBot.Tests.Web;

/// <summary>A channel that asks for patience, as Teams does by 412, 429, 502 and 504.</summary>
public sealed class ThrottlingTests
{
    private int _messages;

    [Fact]
    public async Task Channel_that_answers_429_twice_gets_the_message_once_and_nothing_overtakes_it()
    {
        await using var host = await StartAsync();
        host.Connector.Refuses = activity => IsMessage(activity) && ++_messages <= 2 ? new(429, RetryAfter: "3") : null;
        var first = host.SendAsync(ByAnn(host, "Who won?"));
        await host.Connector.UntilAsync(() => _messages == 1);
        var second = host.SendAsync(ByBob(host, "Who lost?"));
        await host.Connector.UntilAsync(() => host.Asked.Count == 2);

        // Not before the channel is ready, and then twice.
        host.Time.Advance(TimeSpan.FromSeconds(2.9));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(1, _messages);
        await host.PassTimeUntilAsync(first);
        var messages = await host.PassTimeUntilAsync(second);

        Assert.Equal(["Who won?", "Who lost?"], messages.Select(Quoted));
        Assert.Equal(4, _messages);
        Assert.Equal(2, host.Log.Count(line => line.StartsWith("Information: A message is sent again in 3.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task Message_that_was_not_taken_is_sent_again_after_growing_pauses(int status)
    {
        await using var host = await StartAsync();
        var tries = new List<DateTimeOffset>();
        host.Connector.Refuses = activity =>
        {
            if (IsMessage(activity))
            {
                tries.Add(host.Time.GetUtcNow());
            }

            return tries.Count is > 0 and < 5 ? new(status) : null;
        };

        Assert.Equal("Who won?", Quoted(Assert.Single(await host.PassTimeUntilAsync(host.SendAsync(ByAnn(host, "Who won?")), step: 1))));

        Assert.Equal(5, tries.Count);
        Assert.InRange((tries[^1] - tries[0]).TotalSeconds, 4, 60);
    }

    [Fact]
    public async Task Channel_that_is_never_ready_ends_the_turn_and_not_the_host()
    {
        await using var host = await StartAsync();
        host.Connector.Refuses = activity => IsMessage(activity) ? new(429) : null;

        Assert.Empty(await host.PassTimeUntilAsync(host.SendAsync(ByAnn(host, "Who won?")), step: 1));
        Assert.Contains(host.Log, line => line.StartsWith("Error: A message activity failed", StringComparison.Ordinal) && line.Contains("Bot:AnswersAtOnce", StringComparison.Ordinal));

        host.Connector.Refuses = null;
        Assert.Single(await host.SendAsync(ByAnn(host, "And now?")));
    }

    [Fact]
    public async Task Typing_that_was_not_taken_is_not_sent_again()
    {
        await using var host = await StartAsync();
        var tries = 0;
        host.Connector.Refuses = activity => (string?)activity["type"] == "typing" && ++tries > 0 ? new(429, RetryAfter: "1") : null;

        Assert.Single(await host.SendAsync(ByAnn(host, "Who won?")));
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task Message_that_nobody_asked_for_reaches_a_conversation_whose_request_ended_long_ago()
    {
        await using var host = await StartAsync();
        var asked = ByAnn(host, "Who won?");
        using (var request = await host.PostAsync(asked))
        {
            Assert.True(request.IsSuccessStatusCode);
        }

        host.Time.Advance(TimeSpan.FromHours(20));
        host.Connector.Refuses = activity => IsMessage(activity) && ++_messages <= 1 ? new(429) : null;
        var reference = JsonConvert.DeserializeObject<Activity>(asked.ToJsonString())!.GetConversationReference();
        var told = host.Get<BriefingAdapter>().ContinueConversationAsync(
            "", reference, async (turn, cancellation) => await turn.SendActivityAsync(MessageFactory.Text("News!"), cancellation), TestContext.Current.CancellationToken);
        await host.PassTimeUntilAsync(() => told.IsCompleted, step: 1);
        await told;

        var message = host.Connector.Messages[^1];
        Assert.Equal("News!", message.Text);
        Assert.Equal(2, host.Connector.Messages.Count);
        Assert.Contains("general@thread.tacv2", message.Path);
    }

    private static Task<BotHost> StartAsync() => BotHost.StartAsync((question, _) => Task.FromResult(BotHost.Quote(question, question.Text)));

    private static JsonObject ByAnn(BotHost host, string text) => host.Activity.TeamsChannel($"<at>Briefing</at> {text}");

    private static JsonObject ByBob(BotHost host, string text)
    {
        var activity = ByAnn(host, text);
        activity["from"]!["id"] = "29:bob";
        return activity;
    }

    /// <summary>Whether it says something; a card that comes apart does not.</summary>
    private static bool IsMessage(JsonObject activity) => (string?)activity["type"] == "message" && !string.IsNullOrEmpty((string?)activity["text"]);

    private static string Quoted(Connector.Delivery message) => new[] { "Who won?", "Who lost?" }.Single(text => message.Text.Contains(text, StringComparison.Ordinal));
}
