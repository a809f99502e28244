using System.Net;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web.Articles;

/// <summary>The article page as the place where an answer's quotes are read, compared and taken elsewhere.</summary>
public sealed class ReadingPageTests
{
    private const string Text = "The dam broke at night. It rained.\n\nTwo villages were flooded. Nobody died.";

    [Fact]
    public async Task All_quotes_are_marked_and_the_list_leads_to_each()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text));

        var page = await host.GetAsync("/articles?id=article&v=1&q=63-75&q=0-23");

        Assert.Equal(["The dam broke at night.", "Nobody died."], page.Texts("mark"));
        Assert.Equal(["The dam broke at night.", "Nobody died."], page.Texts(".quotes .jump"));
        Assert.Equal(["#quote", "#quote-2"], page.Links(".quotes .jump"));
        Assert.Equal(["#quote-2", "#quote"], page.Links("#text a.step"));
        Assert.Equal(Text, page.Text("#text"));
        Assert.All(page.Links("a[href^='#']"), link => Assert.Single(page.Document.QuerySelectorAll(link)));
    }

    [Fact]
    public async Task Overlapping_words_are_one_quote()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text));
        var page = await host.GetAsync("/articles?id=article&v=1&q=0-13&q=8-23&q=8-23");
        Assert.Equal("The dam broke at night.", page.Text("mark"));
    }

    [Fact]
    public async Task Quote_can_be_taken_with_its_source_without_a_script()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text));

        var page = await host.GetAsync("/articles?id=article&v=1&q=0-23");

        Assert.Equal(
            "“The dam broke at night.”\n— Dam breaks at night — The Valley Post, Ann Reed, 4 January 2019, version 1\nhttps://news.example/dam",
            page.Text("details .citation"));
        Assert.True(Assert.Single(page.Document.QuerySelectorAll("button[data-copies]")).HasAttribute("hidden"));
    }

    [Fact]
    public async Task Address_on_this_computer_is_not_put_elsewhere()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text) with { Url = null });
        var page = await host.GetAsync("/articles?id=article&v=1&q=0-23");
        Assert.EndsWith("version 1", page.Text(".citation"), StringComparison.Ordinal);
        Assert.Empty(page.Texts(".printed"));
    }

    [Fact]
    public async Task Script_that_copies_is_ours_alone_and_may_run()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text));
        var page = await host.GetAsync("/articles?id=article");

        Assert.EndsWith("; script-src 'self'", Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("noindex, nofollow", Assert.Single(page.Response.Headers.GetValues("X-Robots-Tag")));
        Assert.Empty(page.Texts("style"));
        Assert.All(page.Document.QuerySelectorAll("*"), element => Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        var script = Assert.Single(page.Document.QuerySelectorAll("script"));
        Assert.Equal("", script.TextContent);
        using var response = await host.Client.GetAsync(script.GetAttribute("src"), TestContext.Current.CancellationToken);
        Assert.Equal("text/javascript; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Page_tells_what_is_known_of_the_publication()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text) with { Published = new(new(2019, 1, 4, 9, 30, 0, TimeSpan.FromHours(1)), HasTime: true) });
        var page = await host.GetAsync("/articles?id=article");
        Assert.Equal(["Source", "Author", "Published", "Address", "Version"], page.Texts(".about dt"));
        Assert.Equal(["The Valley Post", "Ann Reed", "4 January 2019, 09:30 (+01:00)", "https://news.example/dam", "1, the current one"], page.Texts(".about dd"));
        Assert.Empty(page.Texts(".versions"));
    }

    [Fact]
    public async Task Versions_are_listed_with_what_became_of_the_quoted_words()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text));
        await host.SaveAsync(Some.Article("Correction follows. " + Text));
        await host.SaveAsync(Some.Article("The dam held."));

        var page = await host.GetAsync("/articles?id=article&v=1&q=0-23");

        Assert.Equal(["Version 3", "Version 2", "Version 1"], page.Texts(".versions a, .versions strong"));
        Assert.Equal(
            [
                "current, published 4 January 2019, does not have all of the quoted words", "published 4 January 2019, has the quoted words",
                "published 4 January 2019, has the quoted words",
            ],
            page.Texts(".versions span"));
        Assert.EndsWith("The quoted words do not stand there any more.", page.Text(".note"), StringComparison.Ordinal);
        Assert.Equal("Correction follows. " + Text, (await host.GetAsync(page.Links(".versions a")[1])).Text("#text"));
    }

    [Fact]
    public async Task Link_to_the_current_version_marks_the_words_where_they_stand_now()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text));
        await host.SaveAsync(Some.Article("It was late. " + Text));

        var old = await host.GetAsync("/articles?id=article&v=1&q=0-23");

        Assert.EndsWith("The quoted words still stand there.", old.Text(".note"), StringComparison.Ordinal);
        Assert.Equal("The dam broke at night.", (await host.GetAsync(old.Links(".note a").Single())).Text("mark"));
    }

    [Fact]
    public async Task Version_that_was_for_others_is_not_listed()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article("A secret draft.") with { Groups = ["board"] });
        await host.SaveAsync(Some.Article(Text));
        await host.SaveAsync(Some.Article("The dam held."));
        var page = await host.GetAsync("/articles?id=article");
        Assert.Equal(["Version 3", "Version 2"], page.Texts(".versions a, .versions strong"));
        Assert.DoesNotContain("secret", page.Html);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("board", 0)]
    public async Task Correction_of_the_same_source_is_shown_to_whoever_may_read_it(string? group, int shown)
    {
        await using var host = await BotHost.StartAsync();
        await host.IndexAsync(
            Some.Article("The dam at Vessing broke at night. The flood killed 12 people in two villages below the dam.", title: "Dam breaks at night in Vessing"),
            Some.Article("The flood below the dam at Vessing killed 9 people in two villages, not 12 people as we reported.", id: "correction", title: "Correction: Dam breaks at night in Vessing") with
            {
                Published = new(new(2019, 1, 6, 0, 0, 0, TimeSpan.Zero), HasTime: false),
                Groups = group is null ? [] : [group],
            });

        var page = await host.GetAsync("/articles?id=article&v=1&q=35-92");

        Assert.Equal(shown, page.Texts(".correction").Count);
        if (shown > 0)
        {
            Assert.Contains("killed 9 people", page.Text(".correction"));
            Assert.Contains("killed 9 people", (await host.GetAsync(page.Links(".correction a")[0])).Text("mark"));
        }
    }

    [Fact]
    public async Task More_quotes_than_any_answer_has_are_refused()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text));
        var page = await host.GetAsync($"/articles?id=article&v=1{string.Concat(Enumerable.Repeat("&q=0-23", 41))}", HttpStatusCode.BadRequest);
        Assert.Contains("at most 40", page.Texts("main p")[0]);
    }
}
