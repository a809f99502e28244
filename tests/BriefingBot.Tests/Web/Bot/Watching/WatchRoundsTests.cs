using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.State;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;

namespace BriefingBot.Tests.Web;

/// <summary>What a watch tells, when, and how often.</summary>
public sealed class WatchRoundsTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("briefing-watches-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Watch_fires_once_for_a_new_article_and_not_for_its_near_copy_across_a_restart()
    {
        await using var channel = await Connector.StartAsync();
        await using (var host = await WatchHost.OnDirectoryAsync(_directory, channel))
        {
            await host.IndexAsync(WatchHost.Museum);
            await host.SendAsync(host.Activity.Teams("watch the flood in Orlen"));
        }

        await using (var host = await WatchHost.OnDirectoryAsync(_directory, channel, day: 1))
        {
            await host.IndexAsync(WatchHost.Flood, WatchHost.Copy);
            await host.PassMinutesUntilAsync(() => host.News().Count > 0);
            await host.RoundsAsync();

            var message = Assert.Single(host.News());
            Assert.StartsWith($"New on **the flood in Orlen**:\n\n", message.Text);
            Assert.Contains($"> “{WatchHost.Lead}” [1]", message.Text);
            Assert.Contains(WatchHost.Lead, WatchHost.Flood.Text);
            Assert.Equal("https://news.example/flood", (string?)message.Activity["entities"]![0]!["citation"]![0]!["appearance"]!["url"]);
            Assert.EndsWith("To stop this, write unwatch 1.", message.Text);
        }

        await using (var host = await WatchHost.OnDirectoryAsync(_directory, channel, day: 2))
        {
            await host.RoundsAsync();
            Assert.Single(host.News());

            await host.IndexAsync(WatchHost.Later);
            await host.PassMinutesUntilAsync(() => host.News().Count > 1);
            await host.RoundsAsync();

            Assert.Equal(2, host.News().Count);
            Assert.Contains("Ten days after the flood in Orlen", host.News()[1].Text);
        }
    }

    [Fact]
    public async Task What_is_sent_to_teams_is_as_it_was_approved()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood);
        await host.RoundAsync();

        ApprovedJson.Matches("watch", new JsonArray([.. host.Connector.Deliveries.SkipWhile(delivery => !delivery.Said.StartsWith("New on ", StringComparison.Ordinal)).Select(delivery => delivery.Activity.DeepClone())]));
    }

    [Fact]
    public async Task Article_on_something_else_or_from_before_the_watch_is_no_news()
    {
        await using var host = await WatchHost.StartAsync();
        await host.IndexAsync(WatchHost.Flood);
        await host.SendAsync(host.Activity.Teams("watch the flood in Orlen"));
        await host.IndexAsync(WatchHost.Museum, WatchHost.Copy);

        Assert.Empty(await host.RoundAsync());

        // New metadata of an old text is none either.
        await host.IndexAsync(WatchHost.Flood with { Title = "Flood in Orlen, in full" });
        Assert.Empty(await host.RoundAsync());
    }

    [Fact]
    public async Task Article_that_has_only_a_part_of_the_topic_is_no_news()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(
            WatchHost.News("bakery", "Bakery in Orlen wins a prize", "A bakery in Orlen has won a prize for its rye bread. The mayor of Orlen congratulated the family that has run it since 1911."),
            WatchHost.News("insurance", "Insurers on floods", "A flood costs an insurer four times what a fire does, a study of the university of Teln has found. It compared two thousand claims."));

        Assert.Empty(await host.RoundAsync());
    }

    [Fact]
    public async Task New_version_is_news_where_its_words_are_new()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood);
        Assert.Single(await host.RoundAsync());

        await host.IndexAsync(WatchHost.Flood with { Text = $"{WatchHost.Flood.Text} The mayor thanked all helpers." });
        Assert.Single(await host.RoundAsync());

        await host.IndexAsync(WatchHost.Flood with { Text = WatchHost.Flood.Text.Replace("340 people", "612 people", StringComparison.Ordinal) });
        Assert.Equal(2, (await host.RoundAsync()).Count);
        Assert.Contains("612 people", host.News()[1].Text);
    }

    [Fact]
    public async Task Article_that_is_corrected_before_it_was_looked_at_is_told()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood, WatchHost.Flood with { Text = WatchHost.Flood.Text.Replace("nine kilometres", "six kilometres", StringComparison.Ordinal) });

        Assert.Contains(WatchHost.Lead, Assert.Single(await host.RoundAsync()).Text);
    }

    [Fact]
    public async Task Of_a_correction_it_is_what_was_known_that_is_no_news()
    {
        await using var host = await WatchHost.StartAsync();
        await host.IndexAsync(WatchHost.Flood);
        await host.SendAsync(host.Activity.Teams("watch the flood in Orlen"));

        // Twice before it is looked at: its newest words stood in the version between, which nobody was told of.
        await host.IndexAsync([.. new[] { "eleven", "twelve" }.Select(days =>
            WatchHost.Flood with { Text = $"The flood in Orlen was {days} days old when the mayor, Ida Brandt, resigned over the flood. {WatchHost.Flood.Text}" })]);
        Assert.Contains("resigned over the flood", Assert.Single(await host.RoundAsync()).Text);
    }

    [Fact]
    public async Task Copy_that_comes_while_the_first_is_looked_at_does_not_hide_it()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood);
        var (page, now) = (await host.Articles.NewSinceAsync("0", 100, Cancellation), host.Time.GetUtcNow());
        await host.IndexAsync(WatchHost.Copy);

        Assert.NotNull(await FindAsync(host, page.Articles, now));
        Assert.Null(await FindAsync(host, (await host.Articles.NewSinceAsync(page.Mark, 100, Cancellation)).Articles, now));
    }

    [Fact]
    public async Task Version_that_was_told_is_not_told_again_by_other_words()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood);
        var articles = (await host.Articles.NewSinceAsync("0", 100, Cancellation)).Articles;
        var end = WatchHost.Flood.Text.Length;
        var told = new ToldNews(new("flood", 1, end - "A commission is to find out who decided that.".Length, end), TextSketch.Of(WatchHost.Flood.Text).ToString());

        Assert.NotNull(await FindAsync(host, articles, host.Time.GetUtcNow()));
        Assert.Null(await FindAsync(host, articles, host.Time.GetUtcNow(), told));
    }

    [Fact]
    public async Task Article_that_was_told_removed_and_loaded_again_is_not_told_again()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood);
        Assert.Single(await host.RoundAsync());

        await host.Articles.RemoveAsync("flood", Cancellation);
        await host.IndexAsync(WatchHost.Flood);

        Assert.Equal(2, (await host.Articles.FindAsync("flood", null, Cancellation))!.Version);
        Assert.Single(await host.RoundAsync());
    }

    [Theory]
    [InlineData("watch the flood in Orlen since 1 January 2026")]
    [InlineData("watch the flood in Orlen this year")]
    public async Task When_articles_appear_is_no_part_of_what_they_are_about(string wish)
    {
        await using var host = await WatchHost.WatchingAsync(text: wish);
        host.Time.SetUtcNow(new(2026, 1, 10, 9, 0, 0, TimeSpan.Zero));
        await host.IndexAsync(WatchHost.Flood);

        Assert.Single(await host.RoundAsync());
    }

    [Fact]
    public async Task Watches_of_any_age_look_at_one_list_of_what_is_new()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Museum);
        await host.SendAsync(host.Activity.Teams("watch the railway to Teln"));
        await host.RoundAsync();

        Assert.Single((await host.WatchesAsync()).Select(kept => kept.Watch.Mark).Distinct());
    }

    [Fact]
    public async Task Article_that_not_everybody_may_read_is_told_when_everybody_may()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood with { Groups = ["board"] });
        Assert.Empty(await host.RoundAsync());

        await host.IndexAsync(WatchHost.Flood);
        Assert.Single(await host.RoundAsync());
    }

    [Fact]
    public async Task Article_that_is_gone_by_the_time_of_the_round_is_not_told()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood);
        await host.Articles.RemoveAsync("flood", Cancellation);

        Assert.Empty(await host.RoundAsync());
    }

    [Fact]
    public async Task Several_articles_of_one_round_are_one_message_and_the_rest_is_counted()
    {
        await using var host = await WatchHost.WatchingAsync(text: "watch the flood");
        await host.IndexAsync([.. new[]
        {
            "The flood has closed the harbour of Bernau for a week, its master told reporters.", "Insurers expect the flood to cost them ninety million crowns this year.",
            "Two bridges were carried away by the flood near the glassworks in Dornick.", "Schools stay shut in eleven towns after the flood spoiled their boilers.",
            "Divers searched the flood for a missing postman until dusk on Sunday.", "The flood has made drinking water scarce in the hospital of Aldau.",
            "A brewery gave away its bottles because the flood had drowned its cellars.",
        }.Select((text, index) => WatchHost.News($"a{index}", $"Report {index} on the flood", text))]);

        var message = Assert.Single(await host.RoundAsync());

        Assert.Equal(5, Citations.Numbers(message.Text).Count());
        Assert.Contains("There are 2 more articles: write latest on the flood. To stop this, write unwatch 1.", message.Text);
        await host.RoundsAsync();
        Assert.Single(host.News());
    }

    [Fact]
    public async Task What_comes_behind_the_last_message_of_a_day_is_told_on_the_next_together()
    {
        await using var host = await WatchHost.WatchingAsync(new() { ["Bot:WatchPostsADay"] = "1" });
        await host.IndexAsync(WatchHost.Flood);
        Assert.Single(await host.RoundAsync());

        await host.IndexAsync(WatchHost.Later);
        Assert.Single(await host.RoundAsync());
        await host.IndexAsync(WatchHost.News("third", "Pumps for Orlen", "A neighbouring country has sent forty pumps to dry the cellars that the flood in Orlen has filled, its minister announced."));
        Assert.Single(await host.RoundAsync());

        host.Time.Advance(TimeSpan.FromDays(1));
        var second = (await host.RoundAsync())[^1];
        Assert.Contains("Ten days after", second.Text);
        Assert.Contains("forty pumps", second.Text);
        Assert.Equal(2, host.News().Count);
    }

    [Fact]
    public async Task Daily_watch_tells_at_its_time_also_when_the_clocks_have_changed_and_nothing_when_nothing_came()
    {
        await using var host = await WatchHost.StartAsync();
        host.Time.SetUtcNow(new(2026, 10, 24, 12, 0, 0, TimeSpan.Zero));
        await host.SendAsync(WatchCommandTests.In("Europe/Berlin", host.Activity.Teams("watch the flood in Orlen daily at 8:00")));
        await host.IndexAsync(WatchHost.Flood);

        // Summer time ends in the night.
        host.Time.SetUtcNow(new(2026, 10, 25, 6, 59, 0, TimeSpan.Zero));
        Assert.Empty(await host.RoundAsync());
        host.Time.SetUtcNow(new(2026, 10, 25, 7, 0, 0, TimeSpan.Zero));
        Assert.Single(await host.RoundAsync());

        host.Time.SetUtcNow(new(2026, 10, 26, 7, 0, 0, TimeSpan.Zero));
        Assert.Single(await host.RoundAsync());
        await host.IndexAsync(WatchHost.Later);
        host.Time.SetUtcNow(new(2026, 10, 27, 6, 59, 0, TimeSpan.Zero));
        Assert.Single(await host.RoundAsync());
        host.Time.SetUtcNow(new(2026, 10, 27, 7, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, (await host.RoundAsync()).Count);
    }

    [Fact]
    public async Task Group_is_told_in_the_thread_with_a_mention_and_only_whoever_watches_ends_it()
    {
        await using var host = await WatchHost.StartAsync();
        await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> watch the flood in Orlen"));
        await host.IndexAsync(WatchHost.Flood);

        var message = Assert.Single(await host.RoundAsync());

        Assert.StartsWith("<at>Alex Example</at>\n\nNew on ", message.Text);
        Assert.EndsWith("/conversations/19:general@thread.tacv2;messageid=1/activities", Uri.UnescapeDataString(message.Path));
        var stop = host.Connector.Cards[^1].Card!["actions"]!.AsArray()[^1]!;
        Assert.Equal(("Action.Execute", "Stop watching"), ((string?)stop["type"], (string?)stop["title"]));
        Assert.StartsWith("Somebody else asked me", await PressAsync(host, stop, WatchCommandTests.ByBob(host.Activity.TeamsChannel(""))));
        Assert.Equal("I no longer watch for news on “the flood in Orlen”.", await PressAsync(host, stop, host.Activity.TeamsChannel("")));
        Assert.Equal("I watch that no longer.", await PressAsync(host, stop, host.Activity.TeamsChannel("")));
    }

    [Fact]
    public async Task Button_that_is_pressed_in_another_conversation_says_where_the_watch_can_be_ended()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood);
        await host.RoundAsync();
        var stop = host.Connector.Cards[^1].Card!["actions"]!.AsArray()[^1]!;

        Assert.Equal("You asked me to watch this in another conversation, so it can be stopped there alone. I have changed nothing.", await PressAsync(host, stop, host.Activity.TeamsChannel("")));
        Assert.Single(await host.WatchesAsync());
        var elsewhere = WatchCommandTests.ByBob(host.Activity.Teams(""));
        elsewhere["conversation"]!["id"] = "a:personal-2";
        Assert.Equal("I watch that no longer.", await PressAsync(host, stop, elsewhere));
        Assert.Equal("I no longer watch for news on “the flood in Orlen”.", await PressAsync(host, stop, host.Activity.Teams("")));
        Assert.Equal("I watch that no longer.", await PressAsync(host, stop, host.Activity.TeamsChannel("")));
    }

    [Fact]
    public async Task Button_of_a_channel_without_execute_ends_the_watch_by_a_message()
    {
        await using var host = await WatchHost.StartAsync();
        await host.SendAsync(host.Activity.Emulator("watch the flood in Orlen"));
        await host.IndexAsync(WatchHost.Flood);
        await host.RoundAsync();
        var card = host.Connector.Cards[^1].Card!;

        Assert.Equal("I no longer watch for news on “the flood in Orlen”.", await host.SayAsync(SomeActivity.With(host.Activity.Emulator(""), "value", card["actions"]!.AsArray()[^1]!["data"]!.DeepClone())));
    }

    [Fact]
    public async Task Quote_of_news_is_shown_in_context()
    {
        await using var host = await WatchHost.WatchingAsync();
        await host.IndexAsync(WatchHost.Flood);
        await host.RoundAsync();
        var show = host.Connector.Cards[^1].Card!["body"]![0]!["items"]!.AsArray().Single(item => (string?)item!["type"] == "ActionSet")!["actions"]![0]!;

        var value = await InvokeAsync(host, show, host.Activity.TeamsInvoke("adaptiveCard/action"));

        Assert.Equal("AdaptiveCard", (string?)value["type"]);
        Assert.Contains("The river rose by two metres", value.ToJsonString());
    }

    private static Task<News?> FindAsync(BotHost host, ImmutableArray<KeptVersion> articles, DateTimeOffset known, params ImmutableArray<ToldNews> told) =>
        host.Get<NewsOnTopic>().FindAsync("the flood in Orlen", articles, known, told, Asker.Unknown, new(2026, 1, 10), most: 5, Cancellation);

    private static async Task<string?> PressAsync(BotHost host, JsonNode button, JsonObject from) => (string?)await InvokeAsync(host, button, from);

    private static async Task<JsonNode> InvokeAsync(BotHost host, JsonNode button, JsonObject from)
    {
        (from["type"], from["name"]) = ("invoke", "adaptiveCard/action");
        from["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = (string?)button["verb"], ["data"] = button["data"]!.DeepClone() }, ["trigger"] = "manual" };
        using var response = await host.PostAsync(from);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["value"]!;
    }
}
