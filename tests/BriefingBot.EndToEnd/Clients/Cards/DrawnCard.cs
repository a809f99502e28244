using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Clients.Cards;

/// <summary>A card that the bot sends, as the approved files have it, drawn by the library that chat clients draw cards with.</summary>
internal sealed class DrawnCard(IPage page)
{
    public const string Answer = "answer-card-teams";
    public const string Context = "context-card-teams";

    /// <summary>The whole of it.</summary>
    public ILocator Card => page.Locator("#card");

    /// <summary>The card in a file of <c>Specs/Wire</c>: in the message that it is attached to, or in the response that it takes the place by.</summary>
    public static JsonObject Approved(string name)
    {
        var sent = JsonNode.Parse(File.ReadAllText(Path.Combine(Needed.Folder, "..", "..", "BriefingBot.Tests", "Specs", "Wire", $"{name}.json")))!;
        return (sent["attachments"]?[0]?["content"] ?? sent["value"])!.AsObject();
    }

    /// <summary>Draws it; gives what the library found wrong with it.</summary>
    public static async Task<(DrawnCard Card, string[] Faults)> DrawAsync(Visit visit, JsonObject card, string theme)
    {
        var page = visit.Page;
        await page.SetContentAsync(await File.ReadAllTextAsync(Path.Combine(Needed.Folder, "Cards", "page.html"), TestContext.Current.CancellationToken));
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Needed.Package("adaptivecards"), "dist", "adaptivecards.min.js") });
        var faults = await page.EvaluateAsync<string[]>("([card, theme]) => draw(JSON.parse(card), theme)", new[] { card.ToJsonString(), theme });
        return (new(page), faults);
    }

    /// <summary>Nothing in it is wider than its place, and it no wider than the window.</summary>
    public async Task FitsAsync() => Assert.Empty(await page.EvaluateAsync<string[]>(
        """
        () => [document.documentElement, ...document.querySelectorAll('#card, #card *')]
          .filter(part => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline')
          .map(part => `${part.tagName} ${part.className}: ${part.scrollWidth} in ${part.clientWidth}`)
        """));

    /// <summary>Presses the button; gives what it says.</summary>
    public async Task<JsonObject> PressAsync(string title)
    {
        await Card.GetByRole(AriaRole.Button, new() { Name = title }).First.ClickAsync();
        return JsonNode.Parse(await page.EvaluateAsync<string>("() => JSON.stringify(window.pressed)"))!.AsObject();
    }
}
