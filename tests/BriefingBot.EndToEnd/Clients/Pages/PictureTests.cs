using BriefingBot.EndToEnd.Clients.DirectLine;
using BriefingBot.EndToEnd.Clients.WebChat;

namespace BriefingBot.EndToEnd.Clients.Pages;

/// <summary>Takes the README's pictures.</summary>
public sealed class PictureTests(SampleBot bot, Chromium chromium)
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
        await using var visit = await chromium.VisitAsync(new(Width: 720));
        await using var channel = await DirectLineChannel.StartAsync((await bot.BotAsync()).Endpoint);

        // The whole of the conversation, so that nothing depends on how far it has been scrolled.
        await visit.Page.SetViewportSizeAsync(720, 840);
        await visit.Page.GotoAsync(await ChatWindow.ServeAsync(channel));
        var chat = new ChatWindow(visit.Page);

        await chat.AskAsync(Question);

        await Picture.TakeAsync(visit.Page, "web-chat", 720);
    }
}
