using System.Diagnostics;
using BriefingBot.Answering;
using BriefingBot.State;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;

namespace BriefingBot.Tests.Web;

/// <summary>What the bot remembers in the state store: after a restart, for another instance, until it is told to forget.</summary>
public sealed class RememberingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("briefing-remembering-").FullName;

    private Dictionary<string, string> InAFile => new() { ["Storage:DataDirectory"] = _folder };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Conversation_goes_on_after_a_restart()
    {
        await using (var host = await StartAsync(InAFile))
        {
            await host.SendAsync(host.Activity.Teams("Who won?"));
        }

        await using var again = await StartAsync(InAFile);
        await again.SendAsync(again.Activity.Teams("And when?"));

        var turn = Assert.Single(again.Asked.Single().Turns);
        Assert.Equal("Who won?", turn.Question);
        Assert.Equal(new QuotedWords("iceland", "The party won nineteen seats."), Assert.Single(turn.Quotes));
    }

    [Fact]
    public async Task Activity_and_welcome_that_come_again_after_a_restart_are_known()
    {
        string asked, added;
        await using (var host = await StartAsync(InAFile))
        {
            (asked, added) = (host.Activity.Teams("Who won?").ToJsonString(), host.Activity.TeamsBotAdded().ToJsonString());
            using var first = await host.PostAsync(asked);
            using var second = await host.PostAsync(added);
            Assert.Equal(2, host.Connector.Messages.Count);
        }

        await using var again = await StartAsync(InAFile);
        using var third = await again.PostAsync(asked);
        using var fourth = await again.PostAsync(added);

        Assert.Empty(again.Asked);
        Assert.Empty(again.Connector.Messages);
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData("5", 5)]
    public async Task Conversation_ends_after_its_minutes(string? minutes, int lasts)
    {
        var settings = InAFile;
        if (minutes is not null)
        {
            settings["Bot:ConversationMinutes"] = minutes;
        }

        await using var host = await StartAsync(settings);
        await host.SendAsync(host.Activity.Teams("Who won?"));
        host.Time.Advance(TimeSpan.FromMinutes(lasts - 1));
        await host.SendAsync(host.Activity.Teams("And when?"));
        host.Time.Advance(TimeSpan.FromMinutes(lasts));
        await host.SendAsync(host.Activity.Teams("And where?"));

        Assert.Equal([0, 1, 0], host.Asked.Select(question => question.Turns.Length));
    }

    [Fact]
    public async Task Two_instances_on_one_Redis_have_one_conversation_and_answer_a_retry_once()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var one = await StartAsync(redis.Settings);
        await using var other = await StartAsync(redis.Settings);

        var activity = one.Activity.Teams("Who won?");
        await one.SendAsync(activity);
        await other.SendAsync(activity);
        Assert.Single(one.Connector.Messages);
        Assert.Empty(other.Asked);
        Assert.Single(await one.SendAsync(one.Activity.TeamsBotAdded()), message => message.Text.StartsWith("Hello!", StringComparison.Ordinal));
        Assert.Empty(await other.SendAsync(other.Activity.TeamsBotAdded()));

        await other.SendAsync(other.Activity.Teams("And when?"));
        Assert.Equal("Who won?", Assert.Single(other.Asked.Single().Turns).Question);

        await one.SendAsync(one.Activity.Teams("new topic"));
        await other.SendAsync(other.Activity.Teams("And where?"));
        Assert.Empty(other.Asked.Last().Turns);
    }

    [Fact]
    public async Task Activity_that_reaches_two_instances_at_once_is_answered_by_one()
    {
        await using var redis = await RedisServer.StartAsync();
        var answer = new TaskCompletionSource<VerifiedAnswer>();
        await using var one = await BotHost.StartAsync((_, _) => answer.Task, redis.Settings);
        await using var other = await StartAsync(redis.Settings);
        var activity = one.Activity.Teams("Who won?");
        var first = one.SendAsync(activity);
        await one.Connector.UntilAsync(() => !one.Asked.IsEmpty);

        await other.SendAsync(activity);
        Assert.Empty(other.Asked);
        answer.SetResult(BotHost.Refuse(one.Asked.Single()));

        Assert.Single(await first);
    }

    [Fact]
    public async Task Forget_me_erases_the_person_in_every_conversation_and_nobody_else()
    {
        await using var host = await StartAsync(InAFile);
        var inGroup = host.Activity.TeamsChannel("<at>Briefing</at> Who lost?", scope: "groupChat");
        var ofBob = host.Activity.TeamsChannel("<at>Briefing</at> Who was there?", scope: "groupChat");
        ofBob["from"]!["id"] = "29:bob";
        await host.SendAsync(host.Activity.Teams("Who won?"));
        await host.SendAsync(inGroup);
        await host.SendAsync(ofBob);
        Assert.Equal(3, await KeptAsync(host));

        Assert.StartsWith("I have forgotten you", (await host.SendAsync(host.Activity.Teams("Forget me!")))[^1].Text);

        Assert.Equal(1, await KeptAsync(host));
        (inGroup["id"], inGroup["text"]) = ("next", "<at>Briefing</at> And when?");
        (ofBob["id"], ofBob["text"]) = ("next of bob", "<at>Briefing</at> And when?");
        await host.SendAsync(inGroup);
        await host.SendAsync(ofBob);
        Assert.Equal([0, 1], host.Asked.TakeLast(2).Select(question => question.Turns.Length));
    }

    [Fact]
    public async Task Forget_me_ends_the_persons_answers_that_are_being_made()
    {
        var answer = new TaskCompletionSource<VerifiedAnswer>();
        await using var host = await BotHost.StartAsync((_, _) => answer.Task, InAFile);
        var inGroup = host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> Who lost?", scope: "groupChat"));
        await host.Connector.UntilAsync(() => !host.Asked.IsEmpty);

        await host.SendAsync(host.Activity.Teams("forget me"));

        await inGroup;
        Assert.StartsWith("I have forgotten you", Assert.Single(host.Connector.Messages).Text);
        answer.SetResult(BotHost.Refuse(host.Asked.Single()));
        Assert.Equal(0, await KeptAsync(host));
    }

    [Theory]
    [InlineData("Forget me, please.")]
    [InlineData("delete my data")]
    [InlineData("Please delete all my data!")]
    [InlineData("forget everything")]
    [InlineData("Forget everything about me.")]
    [InlineData("delete everything you have on me")]
    [InlineData("Vergiss mich bitte")]
    [InlineData("bitte vergiss mich")]
    [InlineData("Vergessen Sie bitte alles.")]
    [InlineData("lösche meine Daten")]
    [InlineData("Löschen Sie bitte meine Daten.")]
    [InlineData("meine Daten löschen")]
    public async Task Whoever_asks_for_it_in_other_words_is_forgotten_as_well(string text)
    {
        await using var host = await StartAsync(InAFile);
        await host.SendAsync(host.Activity.Teams("Who won?"));
        Assert.NotEqual(0, await KeptAsync(host));

        Assert.StartsWith("I have forgotten you: ", (await host.SendAsync(host.Activity.Teams(text)))[^1].Text, StringComparison.Ordinal);

        Assert.Equal(0, await KeptAsync(host));
    }

    [Theory]
    [InlineData("Forget me not: which flowers bloomed?")]
    [InlineData("Why did they forget me?")]
    [InlineData("Who wants to delete my data?")]
    [InlineData("forget everything about the flood")]
    public async Task Question_with_the_words_forget_me_is_a_question(string question)
    {
        await using var host = await StartAsync(InAFile);

        await host.SendAsync(host.Activity.Teams(question));

        Assert.Equal(question, host.Asked.Single().Text);
    }

    [Fact]
    public async Task Outage_of_Redis_costs_no_answer_and_is_logged_and_said_where_something_was_to_be_erased()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var host = await StartAsync(redis.Settings);
        await host.SendAsync(host.Activity.Teams("Who won?"));
        await redis.KillAsync();

        var started = Stopwatch.GetTimestamp();
        var activity = host.Activity.Teams("And when?");
        Assert.Contains("nineteen", (await host.SendAsync(activity))[^1].Text);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(8));
        Assert.Equal(2, (await host.SendAsync(activity)).Count);
        Assert.Empty(host.Asked.Last().Turns);
        Assert.Contains(host.Log, line => line.StartsWith($"Warning: A question is answered without what was asked before: Redis at 127.0.0.1:{redis.Port} cannot be reached", StringComparison.Ordinal));

        Assert.StartsWith("I am sorry: what I remember is out of reach", (await host.SendAsync(host.Activity.Teams("new topic")))[^1].Text);
        Assert.StartsWith("I am sorry: what I remember is out of reach", (await host.SendAsync(host.Activity.Teams("forget me")))[^1].Text);
        Assert.Contains("nineteen", (await host.SendAsync(host.Activity.Teams("new topic: who lost?")))[^1].Text);

        await redis.StartAgainAsync();
        while (!await IsBackAsync(host))
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        await host.SendAsync(host.Activity.Teams("Who won?"));
        await host.SendAsync(host.Activity.Teams("And when?"));
        Assert.Single(host.Asked.Last().Turns);
    }

    private static Task<BotHost> StartAsync(Dictionary<string, string> settings) =>
        BotHost.StartAsync((question, _) => Task.FromResult(BotHost.Quote(question, "The party won nineteen seats.")), settings);

    private static async Task<bool> IsBackAsync(BotHost host)
    {
        try
        {
            await host.Get<IStateStore>().ReadAsync(new(Conversations.Kind, ""), TestContext.Current.CancellationToken);
            return true;
        }
        catch (UnreachableStateStoreException)
        {
            return false;
        }
    }

    /// <summary>How many conversations are remembered.</summary>
    private static async Task<int> KeptAsync(BotHost host) =>
        await host.Get<IStateStore>().ListAsync(Conversations.Kind, "", TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);
}
