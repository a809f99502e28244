using System.Buffers.Binary;
using BriefingBot.EndToEnd.Clients.DirectLine;
using BriefingBot.EndToEnd.Clients.WebChat;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Clients.Pages;

/// <summary>Takes the README's pictures, into the folder that BRIEFING_PICTURES names or one that goes again.</summary>
public sealed class PictureTests(SampleBot bot, Chromium chromium) : IDisposable
{
    private const string Question = "How many people had to leave their homes in Vessing?";

    private readonly string _temporary = Directory.CreateTempSubdirectory("briefing-pictures-").FullName;

    private string Folder => Environment.GetEnvironmentVariable("BRIEFING_PICTURES") is { Length: > 0 } folder ? folder : _temporary;

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
        await TakeAsync(visit.Page, $"answer-{sight}", width);

        // The rest by daylight at a desk and at night on a phone is enough to see.
        if (dark == (width > 600))
        {
            return;
        }

        await screen.GoAsync("/");
        await TakeAsync(visit.Page, $"first-page-{sight}", width);
        await screen.AskAsync(Question);
        await screen.Sources.First.ClickAsync();
        await TakeAsync(visit.Page, $"article-{sight}", width);
        await screen.AskAsync(Screen.Unanswered);
        await TakeAsync(visit.Page, $"refusal-{sight}", width);
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

        await TakeAsync(visit.Page, "web-chat", 720);
    }

    public void Dispose() => Directory.Delete(_temporary, recursive: true);

    private async Task TakeAsync(IPage page, string name, int width)
    {
        var file = Path.Combine(Folder, $"{name}.png");
        await page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });

        // A PNG has its width in bytes 16 to 19. What is all of one colour packs to next to nothing.
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("PNG"u8, bytes.AsSpan(1, 3));
        Assert.Equal(width, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)));
        Assert.InRange(bytes.Length, 5_000, 400_000);
    }
}
