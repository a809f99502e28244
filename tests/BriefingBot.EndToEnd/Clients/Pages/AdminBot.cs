using System.Security.Cryptography;
using System.Text;
using BriefingBot.EndToEnd.Support;
using BriefingBot.Tests.Support;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Clients.Pages;

/// <summary>A bot with the sample articles whose articles are administered in a browser: by whoever has the key, and nobody else.</summary>
public sealed class AdminBot : IAsyncLifetime
{
    public const string Key = "a-key-that-nobody-guesses";

    private readonly Workspace _workspace = new();

    internal RunningBot Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var watched = Path.GetDirectoryName(_workspace.Write(Path.Combine("notices", "market.md"), "# Market moves\n\nThe market moves to the square by the church on Saturday."))!;
        Bot = await RunningBot.StartAsync(_workspace, samples: true, settings: new Dictionary<string, string>
        {
            ["Admin__ApiKeys__Maud"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key))),
            ["Ingestion__Sources__0__Name"] = "notices",
            ["Ingestion__Sources__0__Path"] = watched,
        });
    }

    /// <summary>The page, open to somebody who has given the key.</summary>
    internal async Task<IPage> OpenAsync(Visit visit)
    {
        await visit.Page.AddInitScriptAsync($"sessionStorage.setItem('briefing-admin-key', '{Key}')");
        await GoAsync(visit);
        await visit.Page.Locator("#articles tr").First.WaitForAsync();
        return visit.Page;
    }

    internal Task GoAsync(Visit visit) => visit.Page.GotoAsync(new Uri(Bot.Endpoint, "/admin").ToString());

    /// <summary>What the bot says to a question in chat.</summary>
    internal async Task<string> AskAsync(string question) => (string)(await Bot.AskAsync(question)).Activity["text"]!;

    /// <summary>Chooses the files, presses Load, and waits for the load's end.</summary>
    internal static async Task<ILocator> LoadAsync(IPage page, params FilePayload[] files)
    {
        await page.Locator("#files").SetInputFilesAsync(files);
        await page.GetByRole(AriaRole.Button, new() { Name = "Load", Exact = true }).ClickAsync();

        // A load of one's own is open, those of before are closed.
        var load = page.Locator("#loads > li:has(details[open])").First;
        await load.Locator(".state:is([data-state=done], [data-state=failed])").WaitForAsync();
        return load;
    }

    internal static FilePayload File(string name, string text) => new() { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(text) };

    internal static FilePayload Docx(string name, params string[] paragraphs) =>
        new() { Name = name, MimeType = "application/octet-stream", Buffer = SomeDocx.Of(string.Concat(paragraphs.Select(paragraph => SomeDocx.P(paragraph)))) };

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        _workspace.Dispose();
    }
}
