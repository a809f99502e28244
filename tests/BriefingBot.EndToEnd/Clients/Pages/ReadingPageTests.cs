using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Clients.Pages;

/// <summary>Somebody follows the link of an answer.</summary>
public sealed class ReadingPageTests(LinkedBot bot, Chromium chromium)
{
    private static readonly TimeSpan New = TimeSpan.Zero;

    [Theory]
    [InlineData(390, true)]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    public async Task Link_leads_to_its_quote_and_arrows_lead_to_the_others(int width, bool script)
    {
        await using var visit = await chromium.VisitAsync(new(width, Script: script));
        await ClientTable.ShowsAsync(ClientTable.Pages, $"signed link, quotes before and behind, {width} px, {(script ? "with" : "without")} scripts", async () =>
        {
            await visit.Page.GotoAsync(await AddressAsync(LinkedBot.Third, LinkedBot.First, LinkedBot.Second));
            await IsInViewAsync(visit.Page, "#quote-2", LinkedBot.Second);
            await visit.Page.Locator("#text .step.next").Last.ClickAsync();
            await IsInViewAsync(visit.Page, "#quote-3", LinkedBot.Third);
            await visit.Page.Locator("#text .step.previous").Last.ClickAsync();
            await visit.Page.Locator("#text .step.previous").First.ClickAsync();
            await IsInViewAsync(visit.Page, "#quote", LinkedBot.First);
            await visit.Page.Locator(".quotes .jump").Nth(2).ClickAsync();
            await IsInViewAsync(visit.Page, "#quote-3", LinkedBot.Third);
            Assert.InRange(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
        });
        Assert.Empty(visit.Faults());
    }

    [Fact]
    public async Task Quote_is_copied_with_its_source()
    {
        await using var visit = await chromium.VisitAsync(new());
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await ClientTable.ShowsAsync(ClientTable.Pages, "a quote copied with its source", async () =>
        {
            await visit.Page.GotoAsync(await AddressAsync(LinkedBot.First, LinkedBot.Second));
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy quote with source (quote 2)" }).ClickAsync();
            await visit.Page.GetByText("Copied.").WaitForAsync();
            Assert.Equal(
                $"“{LinkedBot.Second}”\n— Two villages under water after dam breaks — The Orlen Courier, Maud Steen, 6 March 2026, version 1\nhttps://courier.example/dam",
                await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        });
        Assert.Empty(visit.Faults());
    }

    [Fact]
    public async Task Quote_that_may_not_be_copied_is_selected()
    {
        await using var visit = await chromium.VisitAsync(new());
        await visit.Page.AddInitScriptAsync("navigator.clipboard.writeText = () => Promise.reject(new DOMException('No', 'NotAllowedError'))");
        await visit.Page.GotoAsync(await AddressAsync(LinkedBot.First));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy quote with source (quote 1)" }).ClickAsync();
        await visit.Page.GetByText("Not copied").WaitForAsync();
        Assert.StartsWith($"“{LinkedBot.First}”", await visit.Page.EvaluateAsync<string>("getSelection().toString()"), StringComparison.Ordinal);
        Assert.True(await visit.Page.Locator(".citation").IsVisibleAsync());
    }

    [Fact]
    public async Task Without_scripts_no_button_is_shown_and_the_quote_can_be_selected()
    {
        await using var visit = await chromium.VisitAsync(new(Script: false));
        await visit.Page.GotoAsync(await AddressAsync(LinkedBot.First));
        Assert.Equal(0, await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).CountAsync());
        await visit.Page.Locator(".quotes summary").ClickAsync();
        Assert.True(await visit.Page.Locator(".citation").IsVisibleAsync());
        Assert.Equal("all", await visit.Page.Locator(".citation").EvaluateAsync<string>("citation => getComputedStyle(citation).userSelect"));
    }

    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task No_page_of_a_link_has_a_serious_finding(int width, bool dark)
    {
        Needed.Package("axe-core");
        await using var visit = await chromium.VisitAsync(new(width, dark));
        await ClientTable.ShowsAsync(ClientTable.Pages, $"axe, {width} px {(dark ? "dark" : "light")}: article by a link, forged, expired, removed", async () =>
        {
            var link = await AddressAsync(LinkedBot.First, LinkedBot.Second, LinkedBot.Third);
            await LookAsync(link, 200, "Two villages under water after dam breaks");
            await LookAsync((await AddressAsync(LinkedBot.First)).Replace("#quote", "#main", StringComparison.Ordinal), 200, "Two villages under water after dam breaks");
            await LookAsync(link.Replace("v=1", "v=2", StringComparison.Ordinal), 403, "This link does not open");
            await LookAsync((await bot.LinkAsync("dam", TimeSpan.FromDays(31), LinkedBot.First)).AbsoluteUri, 410, "This link has expired");
            await LookAsync((await bot.LinkAsync("removed", New, LinkedBot.First)).AbsoluteUri, 404, "The article is no longer here");
        });
        Assert.Empty(visit.Faults("403", "404", "410"));

        async Task LookAsync(string address, int status, string heading)
        {
            Assert.Equal(status, (await visit.Page.GotoAsync(address))!.Status);
            Assert.Equal(heading, await visit.TextAsync("h1"));
            Assert.DoesNotContain(await Axe.FindingsAsync(visit.Page), Axe.IsSerious);
        }
    }

    [Fact]
    public async Task Printed_are_article_source_and_address_on_white()
    {
        await using var visit = await chromium.VisitAsync(new(Dark: true));
        await visit.Page.GotoAsync(await AddressAsync(LinkedBot.First, LinkedBot.Second));
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var shown in (string[])["h1", ".source", ".byline time", "#text", ".about dl", ".printed"])
        {
            Assert.True(await visit.Page.Locator(shown).IsVisibleAsync(), shown);
        }

        foreach (var hidden in (string[])[".bar", ".quotes", "#text .step >> nth=0", "footer"])
        {
            Assert.False(await visit.Page.Locator(hidden).IsVisibleAsync(), hidden);
        }

        Assert.Contains("https://courier.example/dam", await visit.TextAsync(".about dl"));
        Assert.Equal("rgb(255, 255, 255)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    private async Task<string> AddressAsync(params string[] quoted) => (await bot.LinkAsync("dam", New, quoted)).AbsoluteUri;

    private static async Task IsInViewAsync(IPage page, string mark, string words)
    {
        await page.WaitForURLAsync(address => address.EndsWith(mark, StringComparison.Ordinal));
        Assert.Equal(words, await page.Locator(mark).TextContentAsync());
        var box = (await page.Locator(mark).BoundingBoxAsync())!;
        Assert.InRange(box.Y, 0, page.ViewportSize!.Height - 20);
    }
}
