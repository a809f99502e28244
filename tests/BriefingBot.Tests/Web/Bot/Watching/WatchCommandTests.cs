using System.Text.Json.Nodes;
using BriefingBot.State;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Web;

/// <summary>What people write to have a topic watched, and what they are told.</summary>
public sealed class WatchCommandTests
{
    [Theory]
    [InlineData("watch the flood")]
    [InlineData("Watch for the flood.")]
    [InlineData("/watch the flood")]
    [InlineData("please watch the flood")]
    [InlineData("notify me about the flood")]
    [InlineData("alert me on the flood!")]
    [InlineData("keep me posted on the flood")]
    [InlineData("let me know when there is news about the flood")]
    [InlineData("watch for news on the flood")]
    [InlineData("Watch the latest news about the flood.")]
    public async Task Wish_is_confirmed_with_what_will_happen_and_how_to_end_it(string text)
    {
        await using var host = await WatchHost.StartAsync();

        Assert.Equal(
            "From now on I watch for news on “the flood”: when a new article reports on it, I quote it here, in 5 messages a day at most. To stop this, write unwatch 1.",
            await host.SayAsync(host.Activity.Teams(text)));
        Assert.Empty(host.Asked);
        Assert.Equal("I watch for news on “the flood” already, and tell you at once. To stop this, write unwatch 1.", await host.SayAsync(host.Activity.Teams("watch Flood")));
    }

    [Theory]
    [InlineData("watch the flood now")]
    [InlineData("watch the flood please.")]
    [InlineData("watch the flood, please, right now!")]
    [InlineData("watch the flood from now on")]
    [InlineData("watch the flood at once")]
    [InlineData("beobachte the flood ab sofort, bitte")]
    [InlineData("watch „the flood“")]
    [InlineData("watch the <at>flood</at>")]
    [InlineData("watch <at id=\"0\">the flood</at>, please")]
    public async Task What_is_said_of_the_wish_or_marks_words_is_no_part_of_the_topic(string text)
    {
        await using var host = await WatchHost.StartAsync();

        Assert.StartsWith("From now on I watch for news on “the flood”: ", await host.SayAsync(host.Activity.Teams(text)));
    }

    [Theory]
    [InlineData("watch the flood weekly", "weekly")]
    [InlineData("watch the flood hourly, please", "hourly")]
    [InlineData("watch the flood every hour", "every hour")]
    [InlineData("watch the flood every two hours.", "every two hours")]
    [InlineData("watch the flood weekly at 8:00", "weekly at 8:00")]
    [InlineData("watch the flood every Monday at 9", "every Monday at 9")]
    [InlineData("watch the flood on Mondays", "on Mondays")]
    [InlineData("watch the flood twice a day", "twice a day")]
    [InlineData("watch the flood 3 times a week", "3 times a week")]
    [InlineData("watch the flood every evening", "every evening")]
    [InlineData("beobachte the flood wöchentlich", "wöchentlich")]
    [InlineData("beobachte the flood jede Stunde", "jede Stunde")]
    [InlineData("beobachte the flood alle zwei Stunden", "alle zwei Stunden")]
    [InlineData("beobachte the flood zweimal am Tag", "zweimal am Tag")]
    [InlineData("beobachte the flood montags um 8 Uhr", "montags um 8 Uhr")]
    public async Task Wish_for_news_as_often_as_is_not_offered_begins_nothing_and_is_told_what_is(string text, string often)
    {
        await using var host = await WatchHost.StartAsync();

        Assert.Equal(
            $"I can tell you of news at once or once a day, but not “{often}”, so nothing has begun. To be told at once, write watch the flood; for one message a day, write watch the flood daily at 8:00.",
            await host.SayAsync(host.Activity.Teams(text)));
        Assert.Empty(await host.WatchesAsync());
    }

    [Theory]
    [InlineData("watch the strike on Friday", "the strike on Friday")]
    [InlineData("watch talks at 10", "talks at 10")]
    [InlineData("watch the war", "the war")]
    [InlineData("watch Apocalypse Now films", "Apocalypse Now films")]
    [InlineData("watch the Daily Courier", "the Daily Courier")]
    [InlineData("watch “Guardian Weekly”", "Guardian Weekly")]
    [InlineData("watch each week of the trial", "each week of the trial")]
    public async Task Topic_with_such_words_in_it_keeps_them(string text, string topic)
    {
        await using var host = await WatchHost.StartAsync();

        Assert.StartsWith($"From now on I watch for news on “{topic}”: ", await host.SayAsync(host.Activity.Teams(text)));
    }

    [Theory]
    [InlineData("watch the flood?")]
    [InlineData("Watch out for the flood")]
    [InlineData("Who watches the flood?")]
    [InlineData("Should I watch the flood?")]
    [InlineData("watch your step at the river")]
    [InlineData("Inform me about the flood in Orlen")]
    public async Task Question_about_watching_is_a_question(string text)
    {
        await using var host = await WatchHost.StartAsync();

        await host.SendAsync(host.Activity.Teams(text));

        Assert.Equal(text, Assert.Single(host.Asked).Text);
    }

    [Theory]
    [InlineData("watch")]
    [InlineData("/watch")]
    [InlineData("watch.")]
    [InlineData("watch it")]
    [InlineData("watch daily at 8:00")]
    [InlineData("notify me about")]
    [InlineData("watch the")]
    [InlineData("watch ***")]
    [InlineData("watch now")]
    [InlineData("watch weekly")]
    [InlineData("watch at 8:00")]
    [InlineData("watch <at></at>")]
    [InlineData("beobachte das")]
    public async Task Wish_without_a_topic_is_told_how_to_write_one(string text)
    {
        await using var host = await WatchHost.StartAsync();

        Assert.StartsWith("Tell me what to watch for, for example: watch the flood.", await host.SayAsync(host.Activity.Teams(text)));
    }

    [Theory]
    [InlineData("watch the flood daily at 8:00", "every day at 08:00 (Europe/Berlin)")]
    [InlineData("watch the flood daily", "every day at 08:00 (Europe/Berlin)")]
    [InlineData("watch the flood every morning", "every day at 08:00 (Europe/Berlin)")]
    [InlineData("watch the flood daily at 7.30 pm", "every day at 19:30 (Europe/Berlin)")]
    [InlineData("watch the flood, every day at 8", "every day at 08:00 (Europe/Berlin)")]
    [InlineData("watch the flood daily at 12 am", "every day at 00:00 (Europe/Berlin)")]
    [InlineData("watch the flood daily at noon", "every day at 12:00 (Europe/Berlin)")]
    [InlineData("watch the flood daily 7:15", "every day at 07:15 (Europe/Berlin)")]
    [InlineData("watch the flood daily 9 pm, please", "every day at 21:00 (Europe/Berlin)")]
    [InlineData("watch the flood at 7:15", "every day at 07:15 (Europe/Berlin)")]
    [InlineData("watch the flood at 9 am.", "every day at 09:00 (Europe/Berlin)")]
    [InlineData("watch the flood at 7:15 every day", "every day at 07:15 (Europe/Berlin)")]
    [InlineData("watch the flood once per day", "every day at 08:00 (Europe/Berlin)")]
    [InlineData("beobachte the flood um 9 Uhr", "every day at 09:00 (Europe/Berlin)")]
    [InlineData("beobachte the flood um 19.30 Uhr bitte", "every day at 19:30 (Europe/Berlin)")]
    [InlineData("beobachte the flood täglich 19 Uhr", "every day at 19:00 (Europe/Berlin)")]
    [InlineData("beobachte the flood einmal am Tag", "every day at 08:00 (Europe/Berlin)")]
    public async Task Daily_wish_is_confirmed_with_its_time_and_zone(string text, string when)
    {
        await using var host = await WatchHost.StartAsync();

        Assert.Equal($"I shall tell you {when} what new articles report on “the flood”, when there are any. To stop this, write unwatch 1.", await host.SayAsync(In("Europe/Berlin", host.Activity.Teams(text))));
    }

    [Theory]
    [InlineData("watch the flood daily at 25:00", "25:00")]
    [InlineData("watch the flood daily at 8:75", "8:75")]
    [InlineData("watch the flood at 8:75", "8:75")]
    [InlineData("watch the flood daily at 13 pm", "13 pm")]
    [InlineData("watch the flood daily at tea time", "tea time")]
    public async Task Time_that_is_none_is_told_and_nothing_is_watched(string text, string time)
    {
        await using var host = await WatchHost.StartAsync();

        Assert.StartsWith($"I do not know a time of day “{time}”.", await host.SayAsync(host.Activity.Teams(text)));
        Assert.StartsWith("I watch nothing for you", await host.SayAsync(host.Activity.Teams("watches")));
    }

    [Fact]
    public async Task Zone_is_that_of_the_client_else_its_offset_else_utc()
    {
        await using var host = await WatchHost.StartAsync();
        var unknown = In("Atlantis/Capital", host.Activity.Teams("watch one thing daily"));
        var local = SomeActivity.With(host.Activity.Emulator("watch another thing daily"), "localTimezone", "America/New_York");
        var nothing = host.Activity.Emulator("watch a third thing daily");

        Assert.Contains("(UTC+01:00)", await host.SayAsync(unknown));
        Assert.Contains("(America/New_York)", await host.SayAsync(local));
        Assert.Contains("(UTC)", await host.SayAsync(nothing));
    }

    [Fact]
    public async Task Daily_watch_of_somebody_whose_zone_is_not_told_says_that_it_goes_by_utc()
    {
        const string Said = "This channel does not tell me your time zone, so I go by UTC.";
        await using var host = await WatchHost.StartAsync();

        Assert.EndsWith($"To stop this, write unwatch 1. {Said}", await host.SayAsync(host.Activity.Emulator("watch one thing daily")));
        Assert.EndsWith(Said, await host.SayAsync(SomeActivity.With(host.Activity.Emulator("watch another thing daily"), "localTimezone", "Atlantis/Capital")));
        Assert.DoesNotContain(Said, await host.SayAsync(SomeActivity.With(host.Activity.Emulator("watch a third thing daily"), "localTimezone", "UTC")));
        Assert.DoesNotContain(Said, await host.SayAsync(host.Activity.Emulator("watch a fourth thing")));
        Assert.EndsWith(Said, await host.SayAsync(host.Activity.Emulator("watch a fourth thing at 9:00")));
        Assert.DoesNotContain(Said, await host.SayAsync(host.Activity.Teams("watch a fifth thing daily")));
    }

    [Fact]
    public async Task Watches_are_listed_and_removed_by_topic_number_or_all_at_once()
    {
        await using var host = await WatchHost.StartAsync();
        foreach (var text in new[] { "watch the flood", "watch *tax* cuts daily at 9:00", "watch Orlen", "watch Teln" })
        {
            await host.SendAsync(In("Europe/Berlin", host.Activity.Teams(text)));
        }

        Assert.Equal(
            """
            I watch for news on:

            - 1: **the flood**, at once
            - 2: **\*tax\* cuts**, every day at 09:00 (Europe/Berlin)
            - 3: **Orlen**, at once
            - 4: **Teln**, at once

            To stop one, write unwatch and its number.
            """,
            await host.SayAsync(host.Activity.Teams("watches")));
        Assert.Equal("I no longer watch for news on “the flood”.", await host.SayAsync(host.Activity.Teams("unwatch Flood")));
        Assert.Equal("I no longer watch for news on “*tax* cuts”.", await host.SayAsync(host.Activity.Teams("stop watching 2")));
        Assert.Equal("I do not watch for “2” here. Write watches to see what I watch for you.", await host.SayAsync(host.Activity.Teams("unwatch 2")));
        Assert.StartsWith("Which one?", await host.SayAsync(host.Activity.Teams("unwatch")));
        Assert.Equal("I no longer watch for any of your 2 topics here.", await host.SayAsync(host.Activity.Teams("unwatch all")));
        Assert.StartsWith("I watch nothing for you", await host.SayAsync(host.Activity.Teams("unwatch all")));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("/stop")]
    [InlineData("Please stop that!")]
    [InlineData("unsubscribe")]
    [InlineData("Stopp")]
    [InlineData("bitte hören Sie auf")]
    public async Task Stop_ends_the_only_watch_and_lists_several(string text)
    {
        await using var host = await WatchHost.StartAsync();
        await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> watch Orlen"));
        await host.SendAsync(host.Activity.Teams("watch the flood"));
        await host.SendAsync(host.Activity.Teams("watch Teln"));

        Assert.Equal("I watch for news on:\n\n- 1: **the flood**, at once\n- 2: **Teln**, at once\n\nTo stop one, write unwatch and its number.", await host.SayAsync(host.Activity.Teams(text)));
        Assert.Equal("I no longer watch for news on “Teln”.", await host.SayAsync(host.Activity.Teams("stop 2")));
        Assert.Equal("I no longer watch for news on “the flood”.", await host.SayAsync(host.Activity.Teams(text)));
        Assert.Equal("Orlen", Assert.Single(await host.WatchesAsync()).Watch.Topic);
    }

    [Theory]
    [InlineData("stop", "You are welcome.")]
    [InlineData("stop it", "You are welcome.")]
    [InlineData("unsubscribe", "I watch nothing for you in this conversation.")]
    public async Task Stop_without_a_watch_here_is_answered_kindly(string text, string said)
    {
        await using var host = await WatchHost.StartAsync();
        await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> watch Orlen"));

        Assert.StartsWith(said, await host.SayAsync(host.Activity.Teams(text)));
        Assert.Single(await host.WatchesAsync());
        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task Same_topic_at_another_time_is_changed_in_place()
    {
        await using var host = await WatchHost.StartAsync();
        await host.SendAsync(host.Activity.Teams("watch the flood"));

        Assert.Equal(
            "I watch for news on “the flood” already. From now on I tell you every day at 08:00 (Europe/Berlin). To stop this, write unwatch 1.",
            await host.SayAsync(In("Europe/Berlin", host.Activity.Teams("watch the flood daily"))));
        Assert.Contains("- 1: **the flood**, every day", await host.SayAsync(host.Activity.Teams("watches")));
    }

    [Fact]
    public async Task Watches_and_their_topics_have_a_limit()
    {
        await using var host = await WatchHost.StartAsync(new() { ["Bot:WatchesAPerson"] = "2" });
        await host.SendAsync(host.Activity.Teams("watch the flood"));
        await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> watch Orlen"));

        Assert.StartsWith("You have 2 watches already", await host.SayAsync(host.Activity.Teams("watch Teln")));
        Assert.StartsWith("That is a long topic: it has 201 characters, and I can take 200 at most.", await host.SayAsync(host.Activity.Teams($"watch {new string('x', 201)}")));
    }

    [Fact]
    public async Task In_a_group_nobody_sees_or_ends_what_another_watches()
    {
        await using var host = await WatchHost.StartAsync();
        await host.SendAsync(host.Activity.Teams("watch a private matter"));
        await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> watch the flood"));
        var list = await host.SayAsync(host.Activity.TeamsChannel("<at>Briefing</at> watches"));

        Assert.Contains("the flood", list);
        Assert.DoesNotContain("private", list);
        Assert.StartsWith("I watch nothing for you", await host.SayAsync(ByBob(host.Activity.TeamsChannel("<at>Briefing</at> watches"))));
        Assert.StartsWith("I watch nothing for you", await host.SayAsync(ByBob(host.Activity.TeamsChannel("<at>Briefing</at> unwatch all"))));
        Assert.Contains("the flood", await host.SayAsync(host.Activity.TeamsChannel("<at>Briefing</at> watches")));
    }

    [Fact]
    public async Task Forget_me_erases_the_watches_of_every_conversation()
    {
        await using var host = await WatchHost.StartAsync();
        await host.SendAsync(host.Activity.Teams("watch the flood"));
        await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> watch the flood"));

        await host.SendAsync(host.Activity.Teams("forget me"));

        Assert.Empty(await host.Get<WatchRecords>().ListAsync("", TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Bot_that_watches_nothing_says_so()
    {
        await using var host = await BotHost.StartAsync(settings: new() { ["Bot:WatchMinutes"] = "0" });

        Assert.Equal("I cannot watch anything: whoever runs me has switched that off.", await host.SayAsync(host.Activity.Teams("watch the flood")));
    }

    [Fact]
    public async Task Watch_that_cannot_be_kept_is_not_promised()
    {
        await using var host = await BotHost.StartAsync(services: services => services.AddSingleton<IStateStore, StateOutOfReach>());

        foreach (var text in new[] { "watch the flood", "watches", "unwatch the flood" })
        {
            Assert.StartsWith("I am sorry: what I remember is out of reach", await host.SayAsync(host.Activity.Teams(text)));
        }
    }

    internal static JsonObject ByBob(JsonObject activity)
    {
        activity["from"] = new JsonObject { ["id"] = "29:bob", ["name"] = "Bob Example" };
        return activity;
    }

    internal static JsonObject In(string zone, JsonObject activity)
    {
        activity["entities"]![0]!["timezone"] = zone;
        return activity;
    }

    private sealed class StateOutOfReach : IStateStore
    {
        public string Location => "nowhere";

        public bool IsShared => false;

        public Task<StateEntry?> ReadAsync(StateKey key, CancellationToken cancellation) => throw Outage();

        public Task<string?> WriteAsync(StateKey key, string json, WriteCondition condition, TimeSpan? lifetime, CancellationToken cancellation) => throw Outage();

        public Task<bool> RemoveAsync(StateKey key, string? tag, CancellationToken cancellation) => throw Outage();

        public IAsyncEnumerable<StateEntry> ListAsync(string kind, string idPrefix, CancellationToken cancellation) => throw Outage();

        private static UnreachableStateStoreException Outage() => new("The store cannot be reached.");
    }
}
