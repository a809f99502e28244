using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;

namespace BriefingBot.Tests.Web;

/// <summary>Many questions at once: each person's in order, all people's in turn.</summary>
public sealed class WaitingQuestionsTests
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = [];

    [Fact]
    public async Task Ten_questions_of_one_person_are_answered_one_at_a_time_in_order_and_the_person_is_told_once()
    {
        await using var host = await StartAsync();
        var turns = await AskAsync(host, "ann", 10);
        await ToldAsync(host, 1);
        await AnswerAllAsync(host, 10);
        await Task.WhenAll(turns);

        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"ann asks {number}?"), host.Asked.Select(question => question.Text));
        Assert.Equal("You have 9 questions waiting; I answer them in order.", host.Connector.Messages[0].Said);
        Assert.Equal(host.Asked.Select(question => question.Text), host.Connector.Messages.Skip(1).Select(AskedIn));
        Assert.Equal([0, 1, 2, 3, 4], host.Asked.Take(5).Select(question => question.Turns.Length));
    }

    [Fact]
    public async Task Questions_that_are_answered_within_a_second_are_not_told_to_wait()
    {
        await using var host = await BotHost.StartAsync((question, _) => Task.FromResult(BotHost.Quote(question, question.Text)));

        await Task.WhenAll(Enumerable.Range(1, 5).Select(number => host.SendAsync(By(host, "ann", $"ann asks {number}?"))));

        Assert.Equal(5, host.Connector.Messages.Count);
    }

    [Fact]
    public async Task More_than_ten_that_wait_are_refused_kindly()
    {
        await using var host = await StartAsync();
        var turns = await AskAsync(host, "ann", 11);

        var refused = Assert.Single(await host.SendAsync(By(host, "ann", "ann asks 12?")));

        Assert.StartsWith("You have 10 questions waiting, and I can keep no more in mind.", refused.Said);
        await AnswerAllAsync(host, 11);
        await Task.WhenAll(turns);
        Assert.Equal(11, host.Asked.Count);
    }

    [Fact]
    public async Task New_topic_drops_what_waits_and_what_is_being_answered()
    {
        await using var host = await StartAsync();
        var turns = await AskAsync(host, "ann", 4);

        var said = await host.SendAsync(By(host, "ann", "new topic"));
        await Task.WhenAll(turns);

        Assert.Contains(said, message => message.Said.StartsWith("A new topic", StringComparison.Ordinal));
        Assert.Single(host.Asked);
        var next = host.SendAsync(By(host, "ann", "ann asks 5?"));
        await AnswerAsync(host, "ann asks 5?");
        Assert.Equal("ann asks 5?", AskedIn((await next)[^1]));
    }

    [Fact]
    public async Task Who_asks_much_does_not_keep_others_waiting()
    {
        await using var host = await StartAsync(atOnce: 1);
        var turns = (await AskAsync(host, "ann", 3)).Concat(await AskAsync(host, "bob", 2)).ToArray();
        string[] inTurn = ["ann asks 1?", "bob asks 1?", "ann asks 2?", "bob asks 2?", "ann asks 3?"];
        foreach (var text in inTurn)
        {
            await AnswerAsync(host, text);
        }

        await Task.WhenAll(turns);
        Assert.Equal(inTurn, host.Asked.Select(question => question.Text));
    }

    [Fact]
    public async Task Person_who_waits_for_others_is_told_so()
    {
        await using var host = await StartAsync(atOnce: 1);
        var turns = (await AskAsync(host, "ann", 1)).Concat(await AskAsync(host, "bob", 1)).ToArray();
        await ToldAsync(host, 1);

        Assert.StartsWith("Several people are asking me at once.", host.Connector.Messages[0].Said);
        await AnswerAsync(host, "ann asks 1?");
        await AnswerAsync(host, "bob asks 1?");
        await Task.WhenAll(turns);
    }

    [Fact]
    public async Task So_many_are_answered_at_once_and_no_more()
    {
        await using var host = await StartAsync(atOnce: 2);
        var turns = new List<Task<IReadOnlyList<Connector.Delivery>>>();
        foreach (var person in new[] { "ann", "bob", "eve" })
        {
            turns.AddRange(await AskAsync(host, person, 1));
        }

        await host.Connector.UntilAsync(() => host.Asked.Count == 2);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(2, host.Asked.Count);
        await AnswerAsync(host, "ann asks 1?");
        await AnswerAsync(host, "bob asks 1?");
        await AnswerAsync(host, "eve asks 1?");
        await Task.WhenAll(turns);
    }

    [Fact]
    public async Task Activity_that_is_sent_again_while_it_waits_is_answered_once()
    {
        await using var host = await StartAsync();
        var first = await AskAsync(host, "ann", 1);
        var activity = By(host, "ann", "ann asks 2?");
        var waiting = host.SendAsync(activity);
        await WaitingAsync(host, 2);

        await host.SendAsync(activity);
        await AnswerAllAsync(host, 2);
        await Task.WhenAll([.. first, waiting]);

        Assert.Equal(2, host.Asked.Count);
    }

    private static JsonObject By(BotHost host, string person, string text)
    {
        var activity = host.Activity.TeamsChannel($"<at>Briefing</at> {text}", scope: "groupChat");
        activity["from"]!["id"] = person;
        return activity;
    }

    private static string AskedIn(Connector.Delivery message) => message.Text[(message.Text.IndexOf('“') + 1)..message.Text.IndexOf('”')];

    /// <summary>Once so many questions were taken, whether they are being answered or wait.</summary>
    private static Task WaitingAsync(BotHost host, int count) => host.Connector.UntilAsync(() => host.Get<AnswerQueue>().Count == count);

    private static Task ToldAsync(BotHost host, int count) => host.PassTimeUntilAsync(() => host.Connector.Messages.Count == count);

    private async Task<Task<IReadOnlyList<Connector.Delivery>>[]> AskAsync(BotHost host, string person, int count)
    {
        var turns = new List<Task<IReadOnlyList<Connector.Delivery>>>();
        var before = host.Get<AnswerQueue>().Count;
        for (var number = 1; number <= count; number++)
        {
            turns.Add(host.SendAsync(By(host, person, $"{person} asks {number}?")));
            await WaitingAsync(host, before + number);
        }

        return [.. turns];
    }

    private async Task AnswerAllAsync(BotHost host, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            await AnswerAsync(host, $"ann asks {number}?");
        }
    }

    private async Task AnswerAsync(BotHost host, string text)
    {
        await host.Connector.UntilAsync(() => host.Asked.Any(question => question.Text == text));
        HeldFor(text).SetResult();
    }

    private TaskCompletionSource HeldFor(string text) => _held.GetOrAdd(text, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private Task<BotHost> StartAsync(int atOnce = 4) => BotHost.StartAsync(
        async (question, cancellation) =>
        {
            await HeldFor(question.Text).Task.WaitAsync(cancellation);
            return BotHost.Quote(question, question.Text);
        },
        new() { ["Bot:AnswersAtOnce"] = $"{atOnce}" });
}
