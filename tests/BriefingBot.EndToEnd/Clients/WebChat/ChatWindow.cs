using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Clients.DirectLine;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Clients.WebChat;

/// <summary>What a person does and sees in Web Chat.</summary>
internal sealed partial class ChatWindow(IPage page)
{
    /// <summary>The bot's messages, in order; the first is the welcome.</summary>
    public ILocator Replies => FromBot.Filter(new() { HasNot = Doing });

    /// <summary>What the bot says that it is doing, until a message takes its place.</summary>
    public ILocator Progress => FromBot.Filter(new() { Has = Doing });

    /// <summary>What the bot offers to press, above the line to type in.</summary>
    public ILocator Offered => page.Locator(".webchat__suggested-actions button");

    private ILocator FromBot => page.Locator(".webchat__basic-transcript__activity").Filter(new() { HasNot = page.Locator(".webchat__bubble--from-user") });

    private ILocator Doing => page.Locator(".webchat__bubble__content").Filter(new() { HasTextRegex = BeingDone() });

    /// <summary>Opens Web Chat's page, which the channel serves; gives what is seen once the bot has welcomed.</summary>
    public static async Task<ChatWindow> OpenAsync(DirectLineChannel channel, IPage page)
    {
        var script = Path.Combine(Needed.Package("botframework-webchat"), "dist", "webchat.js");
        channel.Serve("webchat.js", "text/javascript", await File.ReadAllBytesAsync(script));
        await page.GotoAsync(channel.Serve("webchat.html", "text/html", await File.ReadAllBytesAsync(Path.Combine(Needed.Folder, "WebChat", "page.html"))));
        var chat = new ChatWindow(page);
        await chat.Replies.First.WaitForAsync();
        return chat;
    }

    /// <summary>Types a question and waits for the answer.</summary>
    public Task<ILocator> AskAsync(string question) => RepliedAsync(() => TypeAsync(question));

    /// <summary>Types a question and waits for nothing.</summary>
    public async Task TypeAsync(string question)
    {
        await page.GetByPlaceholder("Type your message").FillAsync(question);
        await page.Keyboard.PressAsync("Enter");
    }

    public Task<ILocator> UploadAsync(string name) => RepliedAsync(async () =>
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = "Ships and lamps"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    });

    /// <summary>Presses a button of a message's card and waits for what is said to it.</summary>
    public Task<ILocator> PressAsync(ILocator reply, string title) => RepliedAsync(() => Card(reply).GetByRole(AriaRole.Button, new() { Name = title }).First.ClickAsync());

    /// <summary>Presses the thumb beside a message, until the bot has taken it.</summary>
    public async Task ThumbDownAsync(ILocator reply)
    {
        await page.RunAndWaitForResponseAsync(() => reply.Locator(".webchat__thumb-button").Nth(1).ClickAsync(), response => response.Url.EndsWith("/activities", StringComparison.Ordinal));
        await reply.Locator(".webchat__thumb-button--is-pressed").WaitForAsync();
    }

    /// <summary>The words of a message, without its cards.</summary>
    public static Task<string> TextAsync(ILocator reply) => reply.Locator(".webchat__bubble__content").First.InnerTextAsync();

    /// <summary>The first card of a message.</summary>
    public static ILocator Card(ILocator reply) => reply.Locator(".ac-adaptiveCard").First;

    private async Task<ILocator> RepliedAsync(Func<Task> does)
    {
        var reply = Replies.Nth(await Replies.CountAsync());
        await does();
        await reply.WaitForAsync();
        return reply;
    }

    [GeneratedRegex(@"^\s*(Searching the articles|Reading \d+ passages?|Checking \d+ quotes?|Writing the answer)\s*$")]
    private static partial Regex BeingDone();
}
