using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Clients.DirectLine;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Clients.WebChat;

public sealed partial class WebChatTests(WebChatBot bot, SampleBot samples, Chromium chromium) : IClassFixture<WebChatBot>
{
    [Fact]
    public Task Arrival_is_welcomed() => ShowsAsync("start: welcome", async chat =>
        Assert.StartsWith("Hello!", await chat.BotSaysAsync(1)));

    [Fact]
    public Task Quote_is_a_block_quote_of_the_stored_words_and_its_source_a_link() => ShowsAsync("message: block quotes, sources as links", async chat =>
    {
        await chat.AskAsync("When did the dam at Kestrel Valley break?");

        Assert.Equal($"“{WebChatBot.First}” [1]", await chat.Answer.Locator("blockquote").First.InnerTextAsync());
        var source = chat.Answer.Locator("ol > li").First;
        Assert.Equal("Dam breaks — The Valley Post, Ann Reed, 4 January 2019", Seen(await source.InnerTextAsync()));
        Assert.Equal("https://news.example/dam", await source.Locator("a").GetAttributeAsync("href"));
    });

    [Fact]
    public Task Quote_is_shown_in_its_context_when_its_button_is_pressed() => ShowsAsync("card: quote, source, context", async chat =>
    {
        await chat.AskAsync("When did the dam at Kestrel Valley break?");

        var card = chat.Cards.First;
        Assert.Contains($"[1] {WebChatBot.First}", await card.InnerTextAsync());
        Assert.Contains("Dam breaks — The Valley Post, Ann Reed, 4 January 2019, version 1", await card.InnerTextAsync());
        await card.GetByRole(AriaRole.Button, new() { Name = "Show in context" }).First.ClickAsync();

        var context = chat.Cards.Nth(1);
        Assert.StartsWith("Quote 1 in its article", await context.InnerTextAsync());
        Assert.Contains("214 people left their homes.", await context.InnerTextAsync());
    });

    [Fact]
    public Task Hostile_article_is_shown_as_it_is_and_does_nothing() => ShowsAsync("message: hostile article text is inert", async chat =>
    {
        await chat.AskAsync("How many pictures did the painter of Quillby sell in May?");

        Assert.Equal($"“{WebChatBot.Hostile}” [1]", Seen(await chat.Answer.Locator("blockquote").First.InnerTextAsync()));
        Assert.Equal(0, await chat.Answer.Locator("blockquote :is(a, img, b, em, strong)").CountAsync());
        Assert.StartsWith(WebChatBot.HostileTitle, Seen(await chat.Answer.Locator("ol > li").First.InnerTextAsync()));
        Assert.Equal("https://news.example/painter", await chat.Answer.Locator("ol > li a").First.GetAttributeAsync("href"));
    });

    [Fact]
    public Task Straight_quotes_dashes_and_points_stay_as_the_article_has_them() => ShowsAsync("message: no typographer's signs for the article's own", async chat =>
    {
        await chat.AskAsync("What does the best loaf of the baker of Tormouth weigh?");

        var seen = string.Join(' ', (await chat.Answer.Locator("blockquote").AllInnerTextsAsync()).Select(quote => Quotation().Match(Seen(quote)).Groups["words"].Value));
        Assert.Contains("The baker's \"best\" loaf of Tormouth weighs 3--4 pounds, +-1 -- or more...", seen);
        Assert.Contains(seen, WebChatBot.Straight);
        Assert.Equal("The baker's loaf -- weighed", Seen(await chat.Answer.Locator("ol > li").First.InnerTextAsync()));
        Assert.Equal(0, await chat.Answer.Locator("blockquote a").CountAsync());
    });

    [Fact]
    public Task Question_that_the_articles_do_not_answer_is_refused_without_a_quote() => ShowsAsync("message: refusal", async chat =>
    {
        await chat.AskAsync("What is the boiling point of tungsten hexafluoride?");

        Assert.StartsWith("I found nothing about this", await chat.Answer.InnerTextAsync());
        Assert.Equal(0, await chat.Answer.Locator("blockquote").CountAsync());
    });

    [Fact]
    public Task Help_is_plain_text() => ShowsAsync("message: help", async chat =>
    {
        await chat.AskAsync("help");

        Assert.Contains("word for word", await chat.Answer.InnerTextAsync());
    });

    [Fact]
    public Task File_that_is_uploaded_is_not_read_and_the_person_told_so() => ShowsAsync("upload: told that only text is read", async chat =>
    {
        await chat.UploadAsync("lamps.txt");

        Assert.StartsWith("I can read text only", await chat.Answer.InnerTextAsync());
    });

    [Fact]
    public async Task Question_that_the_welcome_offers_is_asked_when_it_is_pressed()
    {
        await using var visit = await chromium.VisitAsync(new());
        await using var channel = await DirectLineChannel.StartAsync((await samples.BotAsync()).Endpoint);
        var address = await ChatWindow.ServeAsync(channel);
        await ClientTable.ShowsAsync(ClientTable.WebChat, "suggested action: pressed and answered", async () =>
        {
            await visit.Page.GotoAsync(address);
            var chat = new ChatWindow(visit.Page);
            await chat.BotSaysAsync(1);
            Assert.Equal(4, await chat.Offered.CountAsync());
            var question = await chat.Offered.First.InnerTextAsync();
            await chat.Offered.First.ClickAsync();
            await visit.Page.Locator(".webchat__bubble--from-user").GetByText(question).WaitForAsync();
            await chat.Answer.Locator("blockquote").First.WaitForAsync();
        });
        Assert.Empty(visit.Faults());
    }

    /// <summary>As a person sees it: Web Chat sets zero-width blanks around links.</summary>
    private static string Seen(string text) => text.Replace("\u200B", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex("“(?<words>.*)”", RegexOptions.Singleline)]
    private static partial Regex Quotation();

    private async Task ShowsAsync(string feature, Func<ChatWindow, Task> does)
    {
        var address = await bot.StartAsync();
        await using var visit = await chromium.VisitAsync(new());
        await ClientTable.ShowsAsync(ClientTable.WebChat, feature, async () =>
        {
            await visit.Page.GotoAsync(address);
            await does(new(visit.Page));
        });
        Assert.Empty(visit.Faults());
    }
}
