using System.Net;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Articles;

namespace BriefingBot.Tests.Web.Articles;

/// <summary>A bot with an app registration and a public URL: whoever has a link of an answer reads its article, and nothing else.</summary>
public sealed class SignedLinksTests
{
    private const string Text = "The dam broke at night.\n\nTwo villages were flooded.";

    private static readonly Dictionary<string, string> Registered = new()
    {
        ["MicrosoftAppId"] = "8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e",
        ["MicrosoftAppType"] = "UserAssignedMSI",
        ["MicrosoftAppTenantId"] = "22222222-2222-2222-2222-222222222222",
        ["Bot:PublicUrl"] = "https://bot.example",
        ["Bot:LinkDays"] = "30",
    };

    [Fact]
    public async Task Link_opens_its_version_with_its_quotes_marked_for_anybody_anywhere()
    {
        await using var host = await BotHost.StartAsync(settings: Registered, remote: IPAddress.Parse("192.0.2.7"));
        var article = await SavedAsync(host);
        var first = Some.Quote(article, "The dam broke at night.");
        var second = Some.Quote(article, "Two villages were flooded.");

        var link = host.Links.Of(second, first, second)!;
        var page = await host.GetAsync(link.PathAndQuery);

        Assert.StartsWith("https://bot.example/articles?id=article&v=1&q=0-23&q=25-51&e=", link.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("#quote-2", link.Fragment);
        Assert.Equal([first.Text, second.Text], page.Texts("mark"));
        Assert.Equal("The link to this page opens until 31 January 2000, for whoever has it.", page.Texts(".about > p")[0]);
        Assert.Contains("https://bot.example/articles?", page.Text(".printed"));
        Assert.Empty(page.Links("a[href='/']"));
        foreach (var file in (string[])[.. page.Links("link[rel=stylesheet]"), page.Document.QuerySelector("script")!.GetAttribute("src")!])
        {
            using var response = await host.Client.GetAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task Nothing_opens_but_what_was_signed_and_no_page_tells_what_exists()
    {
        await using var host = await BotHost.StartAsync(settings: Registered);
        var article = await SavedAsync(host);
        await host.SaveAsync(Some.Article("A secret.", id: "secret") with { Groups = ["board"] });
        await host.SaveAsync(Some.Article("Another.", id: "other"));
        var link = host.Links.Of(Some.Quote(article, "The dam broke at night."))!.PathAndQuery;
        var signature = link[(link.IndexOf("&s=", StringComparison.Ordinal) + 3)..];
        string[] forged =
        [
            "/articles", "/articles?id=article", "/articles?id=none", "/articles?id=secret&v=1", "/articles?id=article&v=1&q=0-23",
            link.Replace("id=article", "id=other"), link.Replace("id=article", "id=secret"), link.Replace("id=article", "id=none"),
            link.Replace("v=1", "v=2"), link.Replace("&v=1", ""), link.Replace("q=0-23", "q=25-51"), link.Replace("&q=0-23", ""), link + "&q=25-51",
            link.Replace("&e=", "&e=1"), link.Replace("&e=", "&e=-"), link.Replace("&e=", "&e=99999999999"), link + "&e=1", link + "&id=other", link + "&v=2",
            link[..^1], link + "A", link.Replace(signature, ""), link.Replace("&s=" + signature, ""), link.Replace(signature, signature.ToUpperInvariant()),
            link.Replace(signature, new string('A', 43)), link + "&s=" + signature, link.Replace(signature, "%00" + signature), link.Replace(signature, "é"),
        ];

        var pages = new List<SeenPage>();
        foreach (var address in forged)
        {
            pages.Add(await host.GetAsync(address, HttpStatusCode.Forbidden));
        }

        Assert.Single(pages.Select(page => page.Html).Distinct());
        Assert.Equal("This link does not open", pages[0].Text("h1"));
        Assert.DoesNotContain(forged, address => address == link);
        await host.GetAsync(link);
    }

    [Fact]
    public async Task Expired_link_says_since_when_and_what_to_do()
    {
        await using var host = await BotHost.StartAsync(settings: Registered);
        var link = host.Links.Of(Some.Quote(await SavedAsync(host), "The dam broke at night."))!.PathAndQuery;

        host.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await host.GetAsync(link);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var page = await host.GetAsync(link, HttpStatusCode.Gone);

        Assert.Equal("This link expired on 31 January 2000. Ask the bot again: its answer has a new one.", page.Texts("main p")[0]);
        Assert.Empty(page.Texts("#text"));
    }

    [Fact]
    public async Task Article_that_was_removed_or_closed_since_is_one_and_the_same_page()
    {
        await using var host = await BotHost.StartAsync(settings: Registered);
        var removed = host.Links.Of(Some.Quote(await SavedAsync(host, "removed"), "The dam broke at night."))!.PathAndQuery;
        var closed = host.Links.Of(Some.Quote(await SavedAsync(host, "closed"), "The dam broke at night."))!.PathAndQuery;
        var never = host.Links.Of(Some.Quote(Some.Article(Text, id: "never"), "The dam broke at night."))!.PathAndQuery;
        await host.Articles.RemoveAsync("removed", TestContext.Current.CancellationToken);
        await host.SaveAsync(Some.Article(Text, id: "closed") with { Groups = ["board"] });

        SeenPage[] pages =
            [await host.GetAsync(removed, HttpStatusCode.NotFound), await host.GetAsync(closed, HttpStatusCode.NotFound), await host.GetAsync(never, HttpStatusCode.NotFound)];

        Assert.StartsWith("The article behind this link was removed", pages[0].Texts("main p")[0], StringComparison.Ordinal);
        Assert.Single(pages.Select(page => page.Html).Distinct());
    }

    [Fact]
    public async Task Version_is_bound_and_leads_to_the_others_until_the_same_day()
    {
        await using var host = await BotHost.StartAsync(settings: Registered);
        var link = host.Links.Of(Some.Quote(await SavedAsync(host), "The dam broke at night."))!.PathAndQuery;
        await host.SaveAsync(Some.Article("The dam held."));
        host.Time.Advance(TimeSpan.FromDays(29));

        var old = await host.GetAsync(link);
        var current = old.Links(".note a").Single();

        Assert.Equal(Text, old.Text("#text"));
        Assert.Equal("The dam held.", (await host.GetAsync(current)).Text("#text"));
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.GetAsync(current, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Nothing_else_is_served_to_a_browser()
    {
        await using var host = await BotHost.StartAsync(settings: Registered);
        var query = new Uri(host.Links.Of(Some.Quote(await SavedAsync(host), "The dam broke at night."))!.AbsoluteUri).Query;
        foreach (var address in (string[])["/", $"/{query}", "/?question=When%3F"])
        {
            Assert.Equal("This page is not served here", (await host.GetAsync(address, HttpStatusCode.Forbidden)).Text("h1"));
        }

        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task Without_a_public_url_no_link_is_made_and_none_opens()
    {
        await using var maker = await BotHost.StartAsync(settings: Registered);
        var quote = Some.Quote(await SavedAsync(maker), "The dam broke at night.");
        await using var host = await BotHost.StartAsync(settings: new(Registered) { ["Bot:PublicUrl"] = "" });
        await SavedAsync(host);

        Assert.Null(host.Links.Of(quote));
        Assert.Equal("This page is not served here", (await host.GetAsync(maker.Links.Of(quote)!.PathAndQuery, HttpStatusCode.Forbidden)).Text("h1"));
    }

    [Fact]
    public async Task Bots_of_one_key_open_each_others_links_and_others_do_not()
    {
        var key = Convert.ToBase64String(new byte[32]);
        await using var maker = await BotHost.StartAsync(settings: new(Registered) { ["Bot:LinkKey"] = key });
        await using var same = await BotHost.StartAsync(settings: new(Registered) { ["Bot:LinkKey"] = key });
        await using var other = await BotHost.StartAsync(settings: Registered);
        await SavedAsync(same);
        await SavedAsync(other);
        var link = maker.Links.Of(Some.Quote(await SavedAsync(maker), "The dam broke at night."))!.PathAndQuery;

        await same.GetAsync(link);
        await other.GetAsync(link, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task On_its_own_computer_a_bot_without_registration_opens_plain_addresses_and_holds_signed_ones_to_their_signature()
    {
        await using var host = await BotHost.StartAsync(settings: new() { ["Bot:PublicUrl"] = "http://localhost:3978" });
        var link = host.Links.Of(Some.Quote(await SavedAsync(host), "The dam broke at night."))!;

        Assert.StartsWith("http://localhost:3978/articles?", link.AbsoluteUri, StringComparison.Ordinal);
        await host.GetAsync("/articles?id=article");
        await host.GetAsync(link.PathAndQuery);
        await host.GetAsync(link.PathAndQuery.Replace("v=1", "v=2"), HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("a/b/../c")]
    [InlineData("a%2Fb%00")]
    [InlineData("?a=1&b=2#c+d;é")]
    [InlineData("שלום/水/😀 <b>")]
    public async Task Any_id_travels_in_a_signed_link(string id)
    {
        await using var host = await BotHost.StartAsync(settings: Registered);
        var link = host.Links.Of(Some.Quote(await SavedAsync(host, id), "The dam broke at night."))!;
        Assert.Equal("The dam broke at night.", (await host.GetAsync(new Uri(link.AbsoluteUri).PathAndQuery)).Text("mark"));
    }

    [Fact]
    public async Task Id_that_is_too_long_for_a_link_has_none()
    {
        await using var host = await BotHost.StartAsync(settings: Registered);
        Assert.Null(host.Links.Of(Some.Quote(Some.Article(Text, id: new string('x', 8_000)), "The dam broke at night.")));
    }

    private static async Task<Article> SavedAsync(BotHost host, string id = "article")
    {
        var article = Some.Article(Text, id: id);
        await host.SaveAsync(article);
        return article;
    }
}

internal static class LinkOfQuote
{
    /// <summary>The link to a quote of an answer that has these quotes; null where none is made.</summary>
    public static Uri? Of(this ArticleLinks links, VerifiedQuote quote, params VerifiedQuote[] answer) =>
        links.Among(answer)(quote.Article.Id, quote.Article.Version, quote.Span) is { } link ? new(link) : null;
}
