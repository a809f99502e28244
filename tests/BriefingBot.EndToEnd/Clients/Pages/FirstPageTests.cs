namespace BriefingBot.EndToEnd.Clients.Pages;

/// <summary>A stranger's first minute.</summary>
public sealed class FirstPageTests(SampleBot bot, Chromium chromium)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(390, false)]
    public async Task Each_offered_question_is_pressed_and_each_source_leads_to_its_quote_marked_in_view(int width, bool script)
    {
        await using var visit = await chromium.VisitAsync(new(width, Script: script));
        var screen = await Screen.OpenAsync(bot, visit);
        await ClientTable.ShowsAsync(ClientTable.Pages, $"offered questions and each quote's source, {width} px, {(script ? "with" : "without")} scripts", async () =>
        {
            var offered = await screen.Offered.AllInnerTextsAsync();
            Assert.Equal(4, offered.Count);
            foreach (var question in offered)
            {
                await screen.GoAsync("/");
                await screen.Offered.Filter(new() { HasText = question.Trim() }).ClickAsync();
                Assert.Equal(question.Trim(), await screen.Page.Locator("[name=question]").InputValueAsync());
                await screen.FitsAsync();
                Assert.Equal(question.Trim() == Screen.Unanswered, await screen.Quotes.CountAsync() == 0);
                await FollowAsync(screen);
            }
        });
        Assert.Empty(visit.Faults());
    }

    [Fact]
    public async Task Question_that_is_typed_is_answered()
    {
        await using var visit = await chromium.VisitAsync(new());
        var screen = await Screen.OpenAsync(bot, visit);
        await ClientTable.ShowsAsync(ClientTable.Pages, "a question typed and sent by Enter", async () =>
        {
            await screen.Page.Locator("[name=question]").FillAsync("Why did the train drivers call off their strike?");
            await screen.Page.Keyboard.PressAsync("Enter");
            await screen.Quotes.First.WaitForAsync();
        });
        Assert.Empty(visit.Faults());
    }

    [Fact]
    public async Task Refusal_says_why_and_names_the_closest_articles_without_a_quote()
    {
        await using var visit = await chromium.VisitAsync(new());
        var screen = await Screen.OpenAsync(bot, visit);
        await ClientTable.ShowsAsync(ClientTable.Pages, "refusal with its reason and the closest titles", async () =>
        {
            await screen.AskAsync(Screen.Unanswered);
            Assert.Equal(0, await screen.Quotes.CountAsync());
            var said = await visit.TextAsync("main");
            Assert.Contains("I found no words in them that answer the question", said);
            Assert.Contains("Closest, not an answer", said);
            Assert.Equal(3, await screen.Page.Locator("#answer li a").CountAsync());
        });
        Assert.Empty(visit.Faults());
    }

    [Fact]
    public async Task Keyboard_alone_asks_an_offered_question_and_opens_its_source()
    {
        await using var visit = await chromium.VisitAsync(new());
        var screen = await Screen.OpenAsync(bot, visit);
        await ClientTable.ShowsAsync(ClientTable.Pages, "by keyboard alone: question, source, article", async () =>
        {
            var question = await TabToAsync(screen, "question=");
            Assert.NotEqual("none", await screen.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            await screen.Page.Keyboard.PressAsync("Enter");
            await screen.Quotes.First.WaitForAsync();
            Assert.Equal(question, await screen.Page.Locator("[name=question]").InputValueAsync());

            var quoted = (await screen.QuotedAsync())[0];
            await TabToAsync(screen, "/articles?");
            await screen.Page.Keyboard.PressAsync("Enter");
            await screen.Page.Locator("mark").First.WaitForAsync();
            await screen.IsMarkedAsync(quoted);
        });
        Assert.Empty(visit.Faults());
    }

    [Fact]
    public async Task Article_that_is_not_there_is_said_to_be_missing()
    {
        await using var visit = await chromium.VisitAsync(new());
        var screen = await Screen.OpenAsync(bot, visit);

        var response = await screen.Page.GotoAsync(new Uri(new Uri(screen.Page.Url), "/articles?id=nothing").ToString());

        Assert.Equal(404, response!.Status);
        Assert.NotEmpty(await visit.TextAsync("main"));
        Assert.Empty(visit.Faults("404"));
    }

    /// <summary>Opens the source of each quote and comes back.</summary>
    private static async Task FollowAsync(Screen screen)
    {
        var quoted = await screen.QuotedAsync();
        Assert.Equal(quoted.Count, await screen.Sources.CountAsync());
        foreach (var (number, words) in quoted.Index())
        {
            await screen.Sources.Nth(number).ClickAsync();
            await screen.IsMarkedAsync(words);
            await screen.FitsAsync();
            await screen.Page.GoBackAsync();
        }
    }

    /// <summary>Presses Tab until a link is reached whose address has this part; gives its text.</summary>
    private static async Task<string> TabToAsync(Screen screen, string part)
    {
        for (var pressed = 0; pressed < 30; pressed++)
        {
            await screen.Page.Keyboard.PressAsync("Tab");
            if (await screen.Page.EvaluateAsync<bool>("part => (document.activeElement.getAttribute('href') ?? '').includes(part)", part))
            {
                return await screen.Page.EvaluateAsync<string>("document.activeElement.textContent.trim()");
            }
        }

        throw new InvalidOperationException($"No link to {part} was reached by Tab.");
    }
}
