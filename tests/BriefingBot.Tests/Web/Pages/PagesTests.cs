using System.Net;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web.Pages;

public sealed class PagesTests
{
    private static readonly Dictionary<string, string> Registered = new()
    {
        ["MicrosoftAppId"] = "8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e",
        ["MicrosoftAppType"] = "UserAssignedMSI",
        ["MicrosoftAppTenantId"] = "22222222-2222-2222-2222-222222222222",
    };

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/?question=Who%3F", HttpStatusCode.OK)]
    [InlineData("/?question=", HttpStatusCode.BadRequest)]
    [InlineData("/articles?id=none", HttpStatusCode.NotFound)]
    public async Task Page_runs_nothing_loads_nothing_from_elsewhere_and_is_kept_by_nobody(string address, HttpStatusCode status)
    {
        await using var host = await BotHost.StartAsync();
        var page = await host.GetAsync(address, status);

        Assert.Equal("text/html; charset=utf-8", page.Response.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(page.Response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(page.Response.Headers.GetValues("Referrer-Policy")));
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.Texts("h1"));
        Assert.Single(page.Texts("main"));
        Assert.Empty(page.Document.QuerySelectorAll("script, style, [style], iframe, img"));
        Assert.All(page.Document.QuerySelectorAll("*"), element => Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stylesheet_may_be_kept_because_its_path_names_its_content()
    {
        await using var host = await BotHost.StartAsync();
        var path = (await host.GetAsync("/")).Links("link[rel=stylesheet]").Single();
        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal("text/css; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString());
        var css = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("prefers-color-scheme: dark", css);
        Assert.DoesNotContain("url(", css);
        Assert.DoesNotContain("@import", css);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles?id=iceland")]
    public async Task Bot_with_a_registration_shows_no_page_and_says_why(string address)
    {
        await using var host = await BotHost.StartAsync(settings: Registered);
        await host.SaveAsync(Some.Article(id: "iceland"));
        var page = await host.GetAsync(address, HttpStatusCode.Forbidden);
        Assert.Contains("MicrosoftAppId", page.Texts("main p")[0]);
        Assert.Empty(page.Texts("form, #text"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles?id=iceland")]
    public async Task Page_without_a_registration_is_for_this_computer_alone(string address)
    {
        await using var host = await BotHost.StartAsync(remote: IPAddress.Parse("192.0.2.7"));
        using var response = await host.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("192.0.2.7", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Page_is_for_everybody_where_somebody_said_so()
    {
        await using var host = await BotHost.StartAsync(settings: new() { ["Bot:AllowUnauthenticated"] = "true" }, remote: IPAddress.Parse("192.0.2.7"));
        Assert.Single((await host.GetAsync("/")).Texts("form"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles?id=iceland")]
    public async Task Head_is_answered_and_other_methods_are_told_which_are(string address)
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(id: "iceland"));
        using var head = await host.Client.SendAsync(new(HttpMethod.Head, address), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal("text/html; charset=utf-8", head.Content.Headers.ContentType!.ToString());
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        using var post = await host.Client.PostAsync(address, new StringContent("question=Who"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        Assert.Equal(["GET", "HEAD"], post.Content.Headers.Allow.Order());
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8", "There is no such page")]
    [InlineData("application/json", "application/problem+json", "Not Found")]
    public async Task Unknown_path_is_a_page_to_browsers_and_problem_details_to_programs(string accept, string type, string said)
    {
        await using var host = await BotHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing/%2F..%2F");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.Contains(said, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
