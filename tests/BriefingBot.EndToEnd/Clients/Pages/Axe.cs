using System.Text.Json;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Clients.Pages;

/// <summary>The accessibility checker that runs in a page.</summary>
internal static class Axe
{
    /// <summary>Lists what is wrong; fails unless many rules had something to look at.</summary>
    private const string Run = """
        async () => {
          const { passes, violations } = await axe.run();
          if (passes.length < 15) throw new Error(`Only ${passes.length} rules were tried.`);
          return violations.map(v => `${v.impact}: ${v.id}: ${v.help}: ${v.nodes.map(n => n.target).join(', ')}`);
        }
        """;

    /// <summary>What is wrong with the page, each with its impact in front.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Needed.Package("axe-core"), "axe.min.js"), TestContext.Current.CancellationToken));
        return [.. (await page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Select(finding => finding.GetString()!)];
    }

    public static bool IsSerious(string finding) => finding.StartsWith("serious", StringComparison.Ordinal) || finding.StartsWith("critical", StringComparison.Ordinal);
}
