using System.Diagnostics;
using System.Net;
using BriefingBot.Answering;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web.Articles;

public sealed class ArticlePageTests
{
    private const string Text = "The dam broke at night.\n\nTwo villages\nwere flooded.";

    [Fact]
    public async Task Article_shows_what_is_known_of_it_and_the_quoted_words_take_the_focus()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text) with { Labels = ["rain"] });

        var page = await host.GetAsync("/articles?id=article&v=1&q=0-23");

        Assert.Equal("Dam breaks at night", page.Text("h1"));
        Assert.Equal("2019-01-04", page.Document.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal(["By Ann Reed", "Version 1"], page.Texts(".byline span"));
        Assert.Equal(["The Valley Post", "rain"], page.Texts(".source, .labels li"));
        Assert.Equal(["https://news.example/dam"], page.Links(".byline a"));
        Assert.Equal(Text, page.Text("#text"));
        Assert.Equal("The dam broke at night.", page.Text("mark#quote[autofocus][tabindex='-1']"));
        Assert.Empty(page.Texts(".note"));
        Assert.Contains("/", page.Links("nav a"));
    }

    [Fact]
    public async Task Article_of_which_nothing_is_known_shows_its_text()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text) with { Source = null, Author = null, Published = null, Url = null });
        var page = await host.GetAsync("/articles?id=article");
        Assert.Equal(Text, page.Text("#text"));
        Assert.Equal(["Version 1"], page.Texts(".byline > *"));
        Assert.Empty(page.Texts("mark, .source"));
    }

    [Theory]
    [InlineData("a/b/../c")]
    [InlineData("..")]
    [InlineData("a%2Fb%00")]
    [InlineData("two  words ")]
    [InlineData("?a=1&b=2#c+d;é")]
    [InlineData("<b>\"it's\"</b>")]
    [InlineData("שלום/水/😀")]
    [InlineData("https://news.example/dam?x=y#z")]
    [InlineData("long")]
    public async Task Any_id_leads_from_its_quote_to_its_article(string id)
    {
        id = id == "long" ? string.Concat(Enumerable.Repeat("é/", 1_000)) : id;
        var article = Some.Article(Text, id: id) with { Version = 1 };
        await using var host = await BotHost.StartAsync((question, _) => Task.FromResult(
            VerifiedAnswer.Answered(question, new([], 0.9, "extractive"), [Some.Quote(article, "Two villages\nwere flooded.")], withheld: 0)));
        await host.SaveAsync(article);

        var address = (await host.GetAsync("/?question=When%3F")).Links("figcaption cite a").Single();
        var page = await host.GetAsync(address);

        Assert.Equal(Text, page.Text("#text"));
        Assert.Equal("Two villages\nwere flooded.", page.Text("mark"));
    }

    [Fact]
    public async Task Old_version_says_so_and_leads_to_the_current_one()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text));
        await host.SaveAsync(Some.Article("The dam held."));

        var old = await host.GetAsync("/articles?id=article&v=1&q=0-23");

        Assert.Equal("The dam broke at night.", old.Text("mark"));
        Assert.StartsWith("This is an older version.", old.Text(".note"), StringComparison.Ordinal);
        var current = await host.GetAsync(old.Links(".note a").Single());
        Assert.Equal("The dam held.", current.Text("#text"));
        Assert.Empty(current.Texts(".note"));
    }

    [Fact]
    public async Task Sample_says_that_it_is_invented()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text, id: "sample/flood") with { Labels = ["sample"] });
        Assert.Contains("invented", (await host.GetAsync("/articles?id=sample/flood")).Text(".note"));
        await host.SaveAsync(Some.Article(Text) with { Labels = ["sample"] });
        Assert.Empty((await host.GetAsync("/articles?id=article")).Texts(".note"));
    }

    [Fact]
    public async Task Article_that_is_not_there_was_removed_or_is_for_others_is_one_and_the_same_page()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text, id: "removed"));
        await host.Articles.RemoveAsync("removed", TestContext.Current.CancellationToken);
        await host.SaveAsync(Some.Article(Text, id: "secret") with { Groups = ["board"] });
        await host.SaveAsync(Some.Article(Text, id: "open"));

        var pages = new List<SeenPage>();
        foreach (var address in (string[])["id=none", "id=removed", "id=removed&v=1", "id=secret", "id=secret&v=1&q=0-23", "id=secret&q=0-2", "id=secret&q=x", "id=open&v=2"])
        {
            pages.Add(await host.GetAsync($"/articles?{address}", HttpStatusCode.NotFound));
        }

        Assert.StartsWith("There is no such article here, or it has been removed.", pages[0].Texts("main p")[0], StringComparison.Ordinal);
        Assert.Single(pages.Select(page => page.Html).Distinct());
    }

    [Fact]
    public async Task Older_version_goes_with_the_permission_of_the_current_one()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text));
        await host.SaveAsync(Some.Article("The dam held.") with { Groups = ["board"] });
        await host.GetAsync("/articles?id=article&v=1", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("q=0-2", "cuts a word")]
    [InlineData("q=0-9999", "outside the article")]
    [InlineData("q=3-4", "only white space")]
    [InlineData("q=4-0", "not a start and an end")]
    [InlineData("q=", "not a start and an end")]
    [InlineData("q=-1-5", "not a start and an end")]
    [InlineData("q=0-99999999999", "not a start and an end")]
    [InlineData("q=%00%3Cb%3E", "<b>")]
    public async Task Words_that_cannot_be_marked_are_not_and_the_page_says_why(string quoted, string said)
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text));
        var page = await host.GetAsync($"/articles?id=article&{quoted}", HttpStatusCode.BadRequest);
        Assert.Contains(said, page.Text(".problem"));
        Assert.Equal(Text, page.Text("#text"));
        Assert.Empty(page.Texts("mark"));
    }

    [Theory]
    [InlineData("", "its id is missing")]
    [InlineData("?id=", "its id is missing")]
    [InlineData("?id=article&v=0", "“0”")]
    [InlineData("?id=article&v=-1", "“-1”")]
    [InlineData("?id=article&v=first", "“first”")]
    [InlineData("?id=article&v=", "“”")]
    [InlineData("?id=article&v=1%00", "“1␀”")]
    [InlineData("?id=article&v=%E2%80%AE1", "“\u2068\u202E1\u202C\u2069”")]
    public async Task Address_that_cannot_be_read_is_told_what_is_wrong(string query, string said)
    {
        await using var host = await BotHost.StartAsync();
        Assert.Contains(said, (await host.GetAsync($"/articles{query}", HttpStatusCode.BadRequest)).Texts("main p")[0]);
    }

    [Fact]
    public async Task Control_characters_are_drawn_and_directions_stay_inside()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article("Red \u001B[31malert\u0007 today.\n\n\u202Eevil text\n\nמים רבים", title: "A\u001Bb\u202Ec"));
        var page = await host.GetAsync("/articles?id=article&q=4-16");
        Assert.Equal("Red ␛[31malert␇ today.\n\n\u202Eevil text\n\nמים רבים", page.Text("#text"));
        Assert.Equal("␛[31malert␇", page.Text("mark"));
        Assert.Equal("A␛b\u202Ec", page.Text("h1 > bdi"));
        Assert.All(page.Document.QuerySelectorAll("#text p"), paragraph => Assert.Equal("auto", paragraph.GetAttribute("dir")));
    }

    [Theory]
    [InlineData("The dam broke at night. ")]
    [InlineData("a\n\n")]
    public async Task Article_of_five_megabytes_is_shown(string repeated)
    {
        await using var host = await BotHost.StartAsync();
        var text = string.Concat(Enumerable.Repeat(repeated, 5_000_000 / repeated.Length)) + "The end of it.";
        await host.SaveAsync(Some.Article(text));
        await host.GetAsync("/");
        var watch = Stopwatch.StartNew();
        var html = await host.Client.GetStringAsync($"/articles?id=article&q={text.Length - 14}-{text.Length}", TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine($"{html.Length:N0} characters in {watch.Elapsed.TotalSeconds:F2} s");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60); // 0.5 s measured, 3.7 s for 1.7 million paragraphs.
        Assert.Contains(">The end of it.</mark>", html);
        Assert.EndsWith("</html>", html, StringComparison.Ordinal);
    }
}
