using System.Globalization;
using System.Text.RegularExpressions;
using System.Web;
using BriefingBot.EndToEnd.Support;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Clients.Pages;

/// <summary>What a person does and sees on the bot's pages.</summary>
internal sealed partial class Screen(SampleBot bot, Visit visit, Uri home)
{
    public const string Unanswered = "How many houses in Vessing were insured against the flood?";

    public IPage Page => visit.Page;

    public ILocator Offered => Page.Locator("main a[href*='question=']");

    public ILocator Quotes => Page.Locator("main blockquote");

    public ILocator Sources => Page.Locator("main a[href*='/articles?'][href*='q=']");

    /// <summary>A screen on a bot that is asked for the first time as well as for the last.</summary>
    public static async Task<Screen> OpenAsync(SampleBot bot, Visit visit, string path = "/")
    {
        var screen = new Screen(bot, visit, await bot.StartAsync());
        await screen.GoAsync(path);
        return screen;
    }

    public Task GoAsync(string path) => Page.GotoAsync(new Uri(home, path).ToString());

    public Task AskAsync(string question) => GoAsync($"/?question={Uri.EscapeDataString(question)}");

    /// <summary>The article is open at this quote: its words are marked, in view, and are the stored ones at the span in the address.</summary>
    public async Task IsMarkedAsync(string quoted)
    {
        // On a busy computer a press is over before the page that it leads to is there.
        await Page.WaitForURLAsync(address => address.Contains("/articles?", StringComparison.Ordinal));
        await Page.Locator("mark").First.WaitForAsync();

        // A quote over several paragraphs has a mark in each, of which the first alone has an id.
        var place = new Uri(Page.Url).Fragment[1..];
        var marked = await Page.EvaluateAsync<string>(
            "id => { const all = [...document.querySelectorAll('mark')]; let at = null; return all.filter(m => (at = m.id || at) === id).map(m => m.textContent).join(''); }", place);
        Assert.Equal(OneLine(quoted), OneLine(marked));
        Assert.Contains(await StoredAsync(), stored => OneLine(stored) == OneLine(marked));

        var box = (await Page.Locator($"#{place}").BoundingBoxAsync())!;
        var height = Page.ViewportSize!.Height;
        Assert.True(box.Y >= 0 && box.Y + Math.Min(box.Height, height / 2) <= height, $"The mark is at {box.Y} of {height}.");
        Assert.InRange(box.X, 0, Page.ViewportSize.Width - 1);
    }

    /// <summary>Nothing is wider than the window.</summary>
    public async Task FitsAsync() =>
        Assert.InRange(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, Page.ViewportSize!.Width);

    /// <summary>The quotes as they are on the screen, without the marks of quotation around them.</summary>
    public async Task<IReadOnlyList<string>> QuotedAsync() =>
        [.. (await Quotes.AllTextContentsAsync()).Select(text => Quotation().Match(text).Groups["words"].Value)];

    public static string OneLine(string text) => Blanks().Replace(text, " ").Trim();

    /// <summary>What the store has at the places that the address names, cut out by another program.</summary>
    private async Task<IReadOnlyList<string>> StoredAsync()
    {
        var query = HttpUtility.ParseQueryString(new Uri(Page.Url).Query);
        var article = await bot.ShowAsync(query["id"]!);
        Assert.Equal(int.Parse(query["v"]!, CultureInfo.InvariantCulture), article.Whole("version"));
        return [.. query.GetValues("q")!.Select(quoted => quoted.Split('-').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray()).Select(span => article.Text("text")[span[0]..span[1]])];
    }

    [GeneratedRegex(@"“(?<words>.*)”", RegexOptions.Singleline)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
