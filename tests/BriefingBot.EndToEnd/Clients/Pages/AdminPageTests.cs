using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Clients.Pages;

/// <summary>An admin's work in a browser.</summary>
public sealed class AdminPageTests(AdminBot bot, Chromium chromium, ITestOutputHelper output) : IClassFixture<AdminBot>
{
    private const string Bridge = "The lift bridge at Orlen will stay closed to lorries until the second week of October.";
    private const string Question = "Until when will the lift bridge at Orlen stay closed to lorries?";

    [Fact]
    public async Task Files_go_in_are_looked_at_and_one_goes_by_keyboard_and_is_quoted_no_more()
    {
        await using var visit = await chromium.VisitAsync(new());
        await visit.Page.AddInitScriptAsync("""
            window.bars = [];
            addEventListener("DOMContentLoaded", () => new MutationObserver(() => document.querySelectorAll("#loads progress:not([hidden])").forEach(bar => bars.push(`${bar.value} of ${bar.max}`)))
              .observe(document.getElementById("loads"), { subtree: true, childList: true, attributes: true }));
            """);
        var page = await bot.OpenAsync(visit);
        await ClientTable.ShowsAsync(ClientTable.Pages, "admin page: three files and a broken one loaded, failure read, text opened, one removed by keyboard", async () =>
        {
            var load = await AdminBot.LoadAsync(
                page,
                AdminBot.File("ferry.md", "# Ferry crews vote on new rota\n\nThe crews of the Karrow ferry voted on a new rota on Tuesday evening, their union said."),
                AdminBot.File("bridge.html", $"<html><head><title>Lift bridge closed to lorries</title></head><body><nav>Home News Sport</nav><article><h1>Lift bridge closed to lorries</h1><p>{Bridge}</p><p>Engineers found cracks in two of its girders, the harbour office said on Monday morning.</p></article></body></html>"),
                AdminBot.Docx("school.docx", "The village school takes in forty more pupils from the autumn, the council decided.", "Two class rooms are added in the summer."),
                AdminBot.File("broken.pdf", "%PDF-1.7\nnothing of a document"));

            Assert.Contains(await page.EvaluateAsync<JsonElement>("window.bars") is var bars ? bars.EnumerateArray().Select(bar => bar.GetString()!) : [], bar => bar.EndsWith(" of 4", StringComparison.Ordinal));
            await load.Locator(".outcomes li").Nth(3).WaitForAsync();
            Assert.Equal("failed", await load.Locator(".state").GetAttributeAsync("data-state"));
            Assert.Contains("3 added, 1 failed, in ", await load.Locator(".counts").InnerTextAsync());

            // Those that failed stand in front, with what to do.
            var failure = await load.Locator(".outcomes li").First.InnerTextAsync();
            Assert.Matches("(?s)^failed broken.pdf.*PDF.*export", failure);
            await page.SetViewportSizeAsync(1280, 1100);
            await page.EvaluateAsync("document.getElementById('load-heading').scrollIntoView()");
            await Picture.TakeAsync(page, "admin-1280-light", 1280);
            await load.Locator("select").SelectOptionAsync("added");
            await Assertions.Expect(load.Locator(".outcomes li")).ToHaveCountAsync(3);

            await page.Locator("#words-filter").FillAsync("LIFT bridge");
            await Assertions.Expect(page.Locator("#articles tr")).ToHaveCountAsync(1);
            Assert.Equal("One article.", await visit.TextAsync("#shown"));
            Assert.Contains(Bridge, await bot.AskAsync(Question));

            await page.Locator("#articles .open").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("#article[open]").WaitForAsync();
            Assert.Equal(Bridge, await visit.TextAsync("#article-text p >> nth=0"));
            Assert.DoesNotContain("Sport", await visit.TextAsync("#article-text"));
            await page.Keyboard.PressAsync("Escape");
            Assert.False(await page.Locator("#article").IsVisibleAsync());
            Assert.Equal("open", await page.EvaluateAsync<string>("document.activeElement.className"));

            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("Remove: Lift bridge closed to lorries", await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')"));
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("#removal[open]").WaitForAsync();
            Assert.Equal("Lift bridge closed to lorries bridge.html", Screen.OneLine(await visit.TextAsync("#removal-list")));
            Assert.Equal("keep", await page.EvaluateAsync<string>("document.activeElement.id"));

            // Nothing goes by closing it.
            await page.Keyboard.PressAsync("Escape");
            Assert.Contains(Bridge, await bot.AskAsync(Question));
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("#removal[open]").WaitForAsync();
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("One article was removed.");
            Assert.Equal("No article matches.", await visit.TextAsync("#shown"));
            Assert.DoesNotContain(Bridge, await bot.AskAsync(Question));
        });
        Assert.Empty(visit.Faults());
    }

    [Fact]
    public async Task Key_is_asked_for_and_a_wrong_one_is_told()
    {
        await using var visit = await chromium.VisitAsync(new());
        await bot.GoAsync(visit);
        var page = visit.Page;
        await page.Locator("#key-form").WaitForAsync();
        Assert.False(await page.Locator("#work").IsVisibleAsync());
        Assert.False(await page.Locator("#problem").IsVisibleAsync());
        Assert.Equal("key", await page.EvaluateAsync<string>("document.activeElement.id"));

        await page.Keyboard.TypeAsync("a “key”…");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("This is no key");
        await page.Locator("#key").FillAsync("a-guess");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("The key is not one that is let in").WaitForAsync();
        Assert.False(await page.Locator("#work").IsVisibleAsync());
        await page.Locator("#key").FillAsync(AdminBot.Key);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#articles tr").First.WaitForAsync();
        Assert.Equal("files", await page.EvaluateAsync<string>("document.activeElement.id"));

        // A reload keeps it for the tab, and it can be taken back.
        await page.ReloadAsync();
        await page.Locator("#articles tr").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Forget the key" }).ClickAsync();
        await page.Locator("#key-form").WaitForAsync();
        Assert.Empty(visit.Faults("401"));
    }

    [Fact]
    public async Task What_articles_and_files_say_is_shown_as_text()
    {
        const string Title = "<img src=x onerror=alert(1)> \u202Egnorw";
        await using var visit = await chromium.VisitAsync(new());
        var page = await bot.OpenAsync(visit);
        var load = await AdminBot.LoadAsync(
            page, AdminBot.File("<b>bold.jsonl", JsonSerializer.Serialize(new { id = "<script>alert(2)</script>", title = Title, text = "<iframe src='javascript:alert(3)'></iframe> The harbour was quiet.", source = "<s>Post</s>" })));
        Assert.Contains("1 added", await load.Locator(".counts").InnerTextAsync());

        await page.Locator("#words-filter").FillAsync("alert(2)");
        await Assertions.Expect(page.Locator("#articles tr")).ToHaveCountAsync(1);
        Assert.Contains("<img src=x onerror=alert(1)>", await visit.TextAsync("#articles"));
        await page.Locator("#articles .open").ClickAsync();
        await page.Locator("#article[open]").WaitForAsync();
        Assert.StartsWith("<iframe", await visit.TextAsync("#article-text"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("main :is(img, iframe, s, b)").CountAsync());
        Assert.Empty(visit.Faults());
    }

    [Fact]
    public async Task Watched_source_is_shown_and_loaded_now()
    {
        await using var visit = await chromium.VisitAsync(new());
        var page = await bot.OpenAsync(visit);
        Assert.StartsWith("notices", await visit.TextAsync("#sources th"), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Load now: notices" }).ClickAsync();
        await page.Locator("#loads > li:has(details[open]) .state[data-state=done]").WaitForAsync();
        await Assertions.Expect(page.Locator("#loads > li:has(details[open]) .outcomes li")).ToHaveTextAsync(["unchanged market.md Market moves"]);
        Assert.Empty(visit.Faults());
    }

    [Fact]
    public async Task Load_is_cancelled_and_bad_input_is_told()
    {
        await using var visit = await chromium.VisitAsync(new());
        var page = await bot.OpenAsync(visit);
        await page.GetByRole(AriaRole.Button, new() { Name = "Load", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#problem")).ToHaveTextAsync("Choose files or give a web address first.");
        await page.Locator("#address").FillAsync("orlen.example");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("orlen.example is no web address");
        await page.Locator("#address").FillAsync("");

        var many = string.Concat(Enumerable.Range(0, 4_000).Select(number => JsonSerializer.Serialize(new { id = $"many-{number}", title = $"Note {number}", text = $"Note {number} says that mooring {number} is free." }) + "\n"));
        await page.EvaluateAsync("""
            text => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([text], "many.jsonl"));
              document.getElementById("drop").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
            }
            """, many);
        await Assertions.Expect(page.Locator("#chosen")).ToContainTextAsync("many.jsonl");
        await page.GetByRole(AriaRole.Button, new() { Name = "Load", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#loads > li:first-child .counts")).ToHaveTextAsync(new Regex("^[1-9][0-9,]* of "));
        await page.Locator("#loads > li").First.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await page.Locator("#loads > li:first-child .state[data-state=cancelled]").WaitForAsync();
        Assert.Empty(visit.Faults());
    }

    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Page_fits_and_has_no_serious_finding(int width, bool dark)
    {
        var sight = new Sight(width, dark);
        await using var visit = await chromium.VisitAsync(sight);
        var page = await bot.OpenAsync(visit);
        await AdminBot.LoadAsync(
            page, AdminBot.File($"notice-{sight}.md", $"# Notice {sight}\n\nThe market of {sight} moves to the square by the church on Saturday."), AdminBot.File("broken.pdf", "%PDF-1.7"));
        await LookAsync("page");
        if (width < 600 && dark)
        {
            await Picture.TakeAsync(page, $"admin-{sight}", width);
        }

        await page.Locator("#articles .open").First.ClickAsync();
        await LookAsync("article");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#pick-all").CheckAsync();
        await page.Locator("#remove-picked").ClickAsync();
        await LookAsync("removal");
        Assert.Empty(visit.Faults());

        async Task LookAsync(string what)
        {
            Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
            var found = await Axe.FindingsAsync(page);
            output.WriteLine($"{what}: {string.Join("; ", found)}");
            Assert.DoesNotContain(found, Axe.IsSerious);
        }
    }
}
