using BriefingBot.EndToEnd.Clients.Cards;
using BriefingBot.EndToEnd.Clients.DirectLine;
using BriefingBot.EndToEnd.Clients.WebChat;

namespace BriefingBot.EndToEnd.Clients.Pages;

/// <summary>Takes the README's pictures.</summary>
public sealed class PictureTests(SampleBot bot, LinkedBot linked, Chromium chromium)
{
    private const string Question = "How many people had to leave their homes in Vessing?";

    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Pages_are_pictured(int width, bool dark)
    {
        var sight = new Sight(width, dark);
        await using var visit = await chromium.VisitAsync(sight);
        var screen = await Screen.OpenAsync(bot, visit);

        await screen.AskAsync(Question);
        await Picture.TakeAsync(visit.Page, $"answer-{sight}", width);

        // The rest by daylight at a desk and at night on a phone is enough to see.
        if (dark == (width > 600))
        {
            return;
        }

        await screen.GoAsync("/");
        await Picture.TakeAsync(visit.Page, $"first-page-{sight}", width);
        await screen.AskAsync(Question);
        await screen.Sources.First.ClickAsync();
        await Picture.TakeAsync(visit.Page, $"article-{sight}", width);
        await screen.AskAsync(Screen.Unanswered);
        await Picture.TakeAsync(visit.Page, $"refusal-{sight}", width);
    }

    [Fact]
    public async Task Web_Chat_is_pictured()
    {
        Needed.Package("botframework-webchat");
        await using var visit = await chromium.VisitAsync(new(Width: 720));
        await using var channel = await DirectLineChannel.StartAsync((await bot.BotAsync()).Endpoint);
        await visit.Page.SetViewportSizeAsync(720, 840);
        var chat = await ChatWindow.OpenAsync(channel, visit.Page);

        var answer = await chat.AskAsync(Question);
        await TakeAsync("web-chat");
        var context = await chat.PressAsync(answer, "Show in context");
        await TakeAsync("web-chat-context");
        await chat.ThumbDownAsync(context);
        await TakeAsync("web-chat-feedback");
        await visit.Page.Mouse.MoveAsync(0, 0);
        await chat.AskAsync("How much does the great bell of Stelmouth minster weigh?");
        await chat.AskAsync("Where does it hang?");
        await chat.AskAsync(Screen.Unanswered);
        await TakeAsync("web-chat-follow-up");

        Task TakeAsync(string name) => Picture.TakeAsync(visit.Page, name, 720);
    }

    [Theory]
    [InlineData(DrawnCard.Answer, 390, "dark")]
    [InlineData(DrawnCard.Answer, 720, "light")]
    [InlineData(DrawnCard.Context, 720, "contrast")]
    public async Task Cards_are_pictured(string name, int width, string theme)
    {
        await using var visit = await chromium.VisitAsync(new(width, theme != "light"));
        await DrawnCard.DrawAsync(visit, DrawnCard.Approved(name), theme);
        await Picture.TakeWholeAsync(visit.Page, $"{name}-{width}-{theme}", width);
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task Reading_page_is_pictured(int width, bool dark)
    {
        var sight = new Sight(width, dark);
        await using var visit = await chromium.VisitAsync(sight);
        await visit.Page.GotoAsync((await linked.LinkAsync("dam", TimeSpan.Zero, LinkedBot.First, LinkedBot.Second)).AbsoluteUri.Replace("#quote-2", "#main", StringComparison.Ordinal));
        await Picture.TakeAsync(visit.Page, $"reading-{sight}", width);
    }
}
