using BriefingBot.Articles;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

public sealed class CommandsTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("/help")]
    [InlineData("/start")]
    [InlineData("what can you do?")]
    public async Task Help_has_a_line_for_each_command(string text)
    {
        await using var host = await BotHost.StartAsync();

        var help = Assert.Single(await host.SendAsync(host.Activity.Teams(text))).Text;

        foreach (var command in new[] { "sources", "latest", "brief me on the election", "where is this from? “…”", "watch the flood", "watches", "unwatch the flood", "new topic", "feedback", "forget me", "help" })
        {
            Assert.Contains($"- **{command}** ", help);
        }
    }

    [Theory]
    [InlineData("sources")]
    [InlineData("/sources")]
    [InlineData("Sources?")]
    [InlineData("which sources do you have?")]
    public async Task Sources_counts_what_the_asker_may_read_and_nothing_else(string text)
    {
        await using var host = await BotHost.StartAsync();
        await SaveAsync(
            host,
            Some("a", "The Post *", "2026-03-01"),
            Some("b", "The Post *", "2026-03-04"),
            Some("c", "Echo", null),
            Some("d", null, "2020-01-02"),
            Some("e", "Board", "2026-05-01") with { Groups = ["board"] },
            Some("f", "Echo", "2026-06-01") with { Groups = ["board"] });

        var reply = Assert.Single(await host.SendAsync(host.Activity.Teams(text)));

        Assert.Equal(
            """
            I can quote from 4 articles, the newest of 4 March 2026:

            - **The Post \***: 2 articles, the newest of 4 March 2026
            - **Echo**: 1 article
            - without a source: 1 article, the newest of 2 January 2020
            """,
            reply.Text);
        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task Sources_of_nobodys_articles_are_none()
    {
        await using var host = await BotHost.StartAsync();
        await SaveAsync(host, Some("e", "Board", "2026-05-01") with { Groups = ["board"] });

        Assert.Equal("I have no articles that you may read yet.", Assert.Single(await host.SendAsync(host.Activity.Teams("sources"))).Text);
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("/latest")]
    [InlineData("The latest news?")]
    [InlineData("what's new?")]
    public async Task Latest_quotes_what_the_newest_articles_begin_with(string text)
    {
        await using var host = await BotHost.StartAsync();
        await SaveAsync(
            host,
            Some("old", "Post", "2026-01-01"),
            Some("new", "Post", "2026-05-01"),
            Some("secret", "Board", "2026-06-01") with { Groups = ["board"] },
            Some("undated", "Post", null),
            Some("copy", "Echo", "2026-05-01") with { Text = Some("new", "Post", "2026-05-01").Text });

        var message = Assert.Single(await host.SendAsync(host.Activity.Teams(text)));

        // Of two copies of one text on one day the one with the first id stands.
        var claims = message.Activity["entities"]![0]!["citation"]!.AsArray();
        Assert.Equal(["The copy", "The old"], claims.Select(claim => (string?)claim!["appearance"]!["name"]));
        Assert.Contains("The harbour of new was closed on Monday after a storm had broken its gate. [1]", message.Text.Replace("”", "").Replace("“", "").Replace("\"", ""));
        Assert.StartsWith("**1 May 2026**", message.Text);
        Assert.Contains("**1 January 2026**", message.Text);
        Assert.DoesNotContain("secret", message.Text);
        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task Latest_without_articles_is_a_refusal()
    {
        await using var host = await BotHost.StartAsync();

        Assert.StartsWith("There are no articles yet that I can answer from.", Assert.Single(await host.SendAsync(host.Activity.Teams("latest"))).Text);
    }

    [Theory]
    [InlineData("latest harbour of Denmoor")]
    [InlineData("latest on the harbour of Denmoor")]
    [InlineData("/latest news about the harbour of Denmoor.")]
    public async Task Latest_with_a_topic_quotes_what_is_new_about_it(string text)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some("Denmoor", "Post", "2026-05-01"), Some("Denmoor", "Post", "2026-01-01") with { Id = "older", Text = "The harbour of Denmoor is to be dredged in spring, its board decided last Friday." });
        await using var host = await BotHost.StartOnAsync(briefing);

        var message = Assert.Single(await host.SendAsync(host.Activity.Teams(text)));

        Assert.Contains("The harbour of Denmoor was closed", message.Text);
        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task Latest_on_a_topic_lists_the_newest_first_and_what_has_no_date_last()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(
            Some("Denmoor", "Post", "2026-01-01"),
            Some("Denmoor", "Post", "2026-05-02") with { Id = "newest", Text = "The harbour of Denmoor is to be dredged in spring, its board decided last Friday." },
            Some("Denmoor", "Post", "2026-05-01") with { Id = "newer", Text = "The harbour of Denmoor lost two cranes to a fire that began in a fish shop on Sunday." },
            Some("Denmoor", "Post", null) with { Id = "undated", Text = "The harbour of Denmoor was dug by monks, who sold salt to the towns along the coast." });
        await using var host = await BotHost.StartOnAsync(briefing);

        var text = Assert.Single(await host.SendAsync(host.Activity.Teams("latest on the harbour of Denmoor"))).Text;

        int[] places = [.. new[] { "**1–2 May 2026**", "is to be dredged", "lost two cranes", "**1 January 2026**", "was closed on Monday", "**Without a date**", "was dug by monks" }.Select(words => text.IndexOf(words, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Latest_with_a_question_mark_is_a_question()
    {
        await using var host = await BotHost.StartAsync();

        await host.SendAsync(host.Activity.Teams("Latest unemployment figure?"));

        Assert.Equal("Latest unemployment figure?", Assert.Single(host.Asked).Text);
    }

    private static Article Some(string id, string? source, string? published) => new()
    {
        Id = id,
        Title = $"The {id}",
        Text = $"Storm\n\nThe harbour of {id} was closed on Monday after a storm had broken its gate. It opens again in June.",
        Source = source,
        Published = PublicationDate.TryParse(published, out var date) ? date : null,
    };

    private static async Task SaveAsync(BotHost host, params Article[] articles)
    {
        var passages = await host.Get<PassageEmbedder>().EmbedAsync(articles, TestContext.Current.CancellationToken);
        foreach (var (article, made) in articles.Zip(passages))
        {
            await host.Articles.SaveAsync(article, made, takeOver: true, TestContext.Current.CancellationToken);
        }
    }
}
