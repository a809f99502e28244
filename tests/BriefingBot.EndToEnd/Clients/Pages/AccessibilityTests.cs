namespace BriefingBot.EndToEnd.Clients.Pages;

/// <summary>What axe finds on every page, at a phone's and a desk's width, by light and dark.</summary>
public sealed class AccessibilityTests(SampleBot bot, Chromium chromium, ITestOutputHelper output)
{
    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task No_page_has_a_serious_finding(int width, bool dark)
    {
        var sight = new Sight(width, dark);
        await using var visit = await chromium.VisitAsync(sight);
        var screen = await Screen.OpenAsync(bot, visit);
        await ClientTable.ShowsAsync(ClientTable.Pages, $"axe, {sight.Width} px {(dark ? "dark" : "light")}: first page, answer, refusal, article, error", async () =>
        {
            await LookAsync("first page");
            await screen.AskAsync("Why did the train drivers call off their strike?");
            await LookAsync("answer");
            await screen.Sources.First.ClickAsync();
            await LookAsync("article");
            await screen.AskAsync(Screen.Unanswered);
            await LookAsync("refusal");
            await screen.GoAsync("/articles?id=nothing");
            await LookAsync("error");
        });
        Assert.Empty(visit.Faults("404"));

        async Task LookAsync(string page)
        {
            var found = await Axe.FindingsAsync(screen.Page);
            foreach (var finding in found)
            {
                output.WriteLine($"{page}, {sight}: {finding}");
            }

            Assert.DoesNotContain(found, Axe.IsSerious);
        }
    }
}
