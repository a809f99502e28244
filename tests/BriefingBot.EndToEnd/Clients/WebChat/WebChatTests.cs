using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Bot;
using BriefingBot.EndToEnd.Clients.DirectLine;
using BriefingBot.EndToEnd.Support;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Clients.WebChat;

public sealed partial class WebChatTests(ConversationBot conversation, SampleBot samples, Chromium chromium)
{
    private const string Question = "When did the dam at Kestrel Valley break?";

    [Fact]
    public async Task Whole_conversation_from_the_welcome_over_context_follow_up_refusal_and_feedback()
    {
        await using var visit = await VisitAsync();
        await using var channel = await DirectLineChannel.StartAsync((await conversation.BotAsync()).Endpoint);
        ChatWindow chat = null!;
        ILocator answer = null!, context = null!;
        Task ShowsAsync(string feature, Func<Task> does) => ClientTable.ShowsAsync(ClientTable.WebChat, feature, does);

        await ShowsAsync("start: welcome", async () =>
        {
            chat = await ChatWindow.OpenAsync(channel, visit.Page);
            Assert.StartsWith("Hello!", await ChatWindow.TextAsync(chat.Replies.First));
        });
        await ShowsAsync("message: block quotes, sources as links", async () =>
        {
            answer = await chat.AskAsync(Question);
            Assert.Equal($"“{ConversationBot.First}” [1]", await answer.Locator("blockquote").First.InnerTextAsync());
            var source = answer.Locator("ol > li").First;
            Assert.Equal("Dam breaks — The Valley Post, Ann Reed, 4 January 2019", Seen(await source.InnerTextAsync()));
            Assert.Equal("https://news.example/dam", await source.Locator("a").GetAttributeAsync("href"));
        });
        await ShowsAsync("card: quote, source, context", async () =>
        {
            var card = await ChatWindow.Card(answer).InnerTextAsync();
            Assert.Contains($"[1] {ConversationBot.First}", card);
            Assert.Contains("Dam breaks — The Valley Post, Ann Reed, 4 January 2019, version 1", card);

            context = await chat.PressAsync(answer, "Show in context");
            var shown = await ChatWindow.Card(context).InnerTextAsync();
            Assert.StartsWith("Quote 1 in its article", shown);
            Assert.Contains("214 people left their homes.", shown);
        });
        await ShowsAsync("feedback: thumb pressed, kept with its question", async () =>
        {
            await chat.ThumbDownAsync(context);
            Assert.Contains(await conversation.FeedbackAsync("--contains", Question, "--reaction", "dislike"), given => given.Text("channel") == "directline");
        });
        await ShowsAsync("message: follow-up, understood by the question before", async () =>
        {
            var followed = await chat.AskAsync("And why?");
            Assert.StartsWith("Understood as: Why did the dam at Kestrel Valley break?", await ChatWindow.TextAsync(followed));
            Assert.Equal($"“{ConversationBot.First}” [1]", await followed.Locator("blockquote").First.InnerTextAsync());
        });
        await ShowsAsync("message: refusal", async () =>
        {
            var refusal = await chat.AskAsync("What is the boiling point of tungsten hexafluoride?");
            Assert.StartsWith("I found nothing about this", await ChatWindow.TextAsync(refusal));
            Assert.Equal(0, await refusal.Locator("blockquote").CountAsync());
        });
        await ShowsAsync("message: help", async () => Assert.Contains("word for word", await ChatWindow.TextAsync(await chat.AskAsync("help"))));
        await ShowsAsync("upload: told that only text is read", async () =>
            Assert.StartsWith("I can read text only", await ChatWindow.TextAsync(await chat.UploadAsync("lamps.txt"))));
        Assert.Empty(visit.Faults());
    }

    [Fact]
    public Task Hostile_article_is_shown_as_it_is_and_does_nothing() => AnsweredAsync(
        "message: hostile article text is inert", "How many pictures did the painter of Quillby sell in May?", async answer =>
    {
        Assert.Equal($"“{ConversationBot.Hostile}” [1]", Seen(await answer.Locator("blockquote").First.InnerTextAsync()));
        Assert.Equal(0, await answer.Locator("blockquote :is(a, img, b, em, strong)").CountAsync());
        Assert.StartsWith(ConversationBot.HostileTitle, Seen(await answer.Locator("ol > li").First.InnerTextAsync()));
        Assert.Equal("https://news.example/painter", await answer.Locator("ol > li a").First.GetAttributeAsync("href"));
    });

    [Fact]
    public Task Straight_quotes_dashes_and_points_stay_as_the_article_has_them() => AnsweredAsync(
        "message: no typographer's signs for the article's own", "What does the best loaf of the baker of Tormouth weigh?", async answer =>
    {
        var seen = string.Join(' ', (await answer.Locator("blockquote").AllInnerTextsAsync()).Select(quote => Quotation().Match(Seen(quote)).Groups["words"].Value));
        Assert.Contains("The baker's \"best\" loaf of Tormouth weighs 3--4 pounds, +-1 -- or more...", seen);
        Assert.Contains(seen, ConversationBot.Straight);
        Assert.Equal("The baker's loaf -- weighed", Seen(await answer.Locator("ol > li").First.InnerTextAsync()));
        Assert.Equal(0, await answer.Locator("blockquote a").CountAsync());
    });

    [Fact]
    public async Task Question_that_the_welcome_offers_is_asked_when_it_is_pressed()
    {
        await using var visit = await VisitAsync();
        await using var channel = await DirectLineChannel.StartAsync((await samples.BotAsync()).Endpoint);
        await ClientTable.ShowsAsync(ClientTable.WebChat, "suggested action: pressed and answered", async () =>
        {
            var chat = await ChatWindow.OpenAsync(channel, visit.Page);
            Assert.Equal(4, await chat.Offered.CountAsync());
            var question = await chat.Offered.First.InnerTextAsync();
            await chat.Offered.First.ClickAsync();
            await visit.Page.Locator(".webchat__bubble--from-user").GetByText(question).WaitForAsync();
            await chat.Replies.Nth(1).Locator("blockquote").First.WaitForAsync();
        });
        Assert.Empty(visit.Faults());
    }

    /// <summary>As a person sees it: Web Chat sets zero-width blanks around links.</summary>
    private static string Seen(string text) => text.Replace("\u200B", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex("“(?<words>.*)”", RegexOptions.Singleline)]
    private static partial Regex Quotation();

    /// <summary>Who lacks something skips before anything is started.</summary>
    private Task<Visit> VisitAsync()
    {
        Needed.Package("botframework-webchat");
        return chromium.VisitAsync(new());
    }

    private async Task AnsweredAsync(string feature, string question, Func<ILocator, Task> looks)
    {
        await using var visit = await VisitAsync();
        await using var channel = await DirectLineChannel.StartAsync((await conversation.BotAsync()).Endpoint);
        await ClientTable.ShowsAsync(ClientTable.WebChat, feature, async () => await looks(await (await ChatWindow.OpenAsync(channel, visit.Page)).AskAsync(question)));
        Assert.Empty(visit.Faults());
    }
}
