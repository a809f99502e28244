using BriefingBot.EndToEnd.Clients.DirectLine;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Clients.WebChat;

/// <summary>What a person does and sees in Web Chat.</summary>
internal sealed class ChatWindow(IPage page)
{
    /// <summary>The bot's messages; the first is the welcome.</summary>
    private ILocator Messages => page.Locator(".webchat__bubble:not(.webchat__bubble--from-user) .webchat__bubble__content");

    /// <summary>The bot's second message.</summary>
    public ILocator Answer => Messages.Nth(1);

    /// <summary>The cards, in order.</summary>
    public ILocator Cards => page.Locator(".ac-adaptiveCard");

    /// <summary>What the bot offers to press, above the line to type in.</summary>
    public ILocator Offered => page.Locator(".webchat__suggested-actions button");

    /// <summary>Has the channel serve Web Chat's page; gives its address.</summary>
    public static async Task<string> ServeAsync(DirectLineChannel channel)
    {
        var script = Path.Combine(Needed.Package("botframework-webchat"), "dist", "webchat.js");
        channel.Serve("webchat.js", "text/javascript", await File.ReadAllBytesAsync(script));
        return channel.Serve("webchat.html", "text/html", await File.ReadAllBytesAsync(Path.Combine(Needed.Folder, "WebChat", "page.html")));
    }

    /// <summary>The text of the bot's message of this number, once it is there.</summary>
    public Task<string> BotSaysAsync(int number) => Messages.Nth(number - 1).InnerTextAsync();

    /// <summary>Types a question, once the bot has welcomed, and waits for the answer.</summary>
    public async Task AskAsync(string question)
    {
        await BotSaysAsync(1);
        await page.GetByPlaceholder("Type your message").FillAsync(question);
        await page.Keyboard.PressAsync("Enter");
        await Answer.WaitForAsync();
    }

    public async Task UploadAsync(string name)
    {
        await BotSaysAsync(1);
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = "Ships and lamps"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Answer.WaitForAsync();
    }
}
