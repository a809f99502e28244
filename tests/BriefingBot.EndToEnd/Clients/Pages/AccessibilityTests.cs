using System.Text.Json;

namespace BriefingBot.EndToEnd.Clients.Pages;

/// <summary>What axe finds on every page, at a phone's and a desk's width, by light and dark.</summary>
public sealed class AccessibilityTests(SampleBot bot, Chromium chromium, ITestOutputHelper output)
{
    /// <summary>Lists what is wrong; fails unless many rules had something to look at.</summary>
    private const string Run = """
        async () => {
          const { passes, violations } = await axe.run();
          if (passes.length < 15) throw new Error(`Only ${passes.length} rules were tried.`);
          return violations.map(v => `${v.impact}: ${v.id}: ${v.help}: ${v.nodes.map(n => n.target).join(', ')}`);
        }
        """;

    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task No_page_has_a_serious_finding(int width, bool dark)
    {
        var axe = await File.ReadAllTextAsync(Path.Combine(Needed.Package("axe-core"), "axe.min.js"), TestContext.Current.CancellationToken);
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
            await screen.Page.EvaluateAsync(axe);
            var found = (await screen.Page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Select(finding => finding.GetString()!).ToArray();
            foreach (var finding in found)
            {
                output.WriteLine($"{page}, {sight}: {finding}");
            }

            Assert.DoesNotContain(found, finding => finding.StartsWith("serious", StringComparison.Ordinal) || finding.StartsWith("critical", StringComparison.Ordinal));
        }
    }
}
