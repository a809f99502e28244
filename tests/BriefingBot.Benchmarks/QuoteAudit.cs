using System.Diagnostics;
using System.Text;

namespace BriefingBot.Benchmarks;

/// <summary>
/// Checks the product's one promise from outside: each quote of an answer equals what <c>briefing show</c> prints of its article. Each
/// version of an article is read whole once, and a sample of quotes again one by one by their spans.
/// </summary>
internal static class QuoteAudit
{
    private const int ReadOneByOne = 20;

    public static async Task<int> RunAsync(string commandLine, string data, string[] answersFiles)
    {
        var quotes = answersFiles.SelectMany(JsonLines.Read<Answer>).SelectMany(answer => answer.Quotes).ToArray();
        var texts = new Dictionary<(string, int), string>();
        foreach (var key in quotes.Select(quote => (quote.ArticleId, quote.Version)).Distinct())
        {
            texts[key] = await ShowAsync(commandLine, data, key.ArticleId, key.Version);
        }

        var wrong = quotes.Where(quote => texts[(quote.ArticleId, quote.Version)] is var text && (quote.End > text.Length || text[quote.Start..quote.End] != quote.Text)).ToList();
        var sample = quotes.Where((_, i) => i % Math.Max(1, quotes.Length / ReadOneByOne) == 0).ToArray();
        foreach (var quote in sample)
        {
            if (await ShowAsync(commandLine, data, quote.ArticleId, quote.Version, "--start", $"{quote.Start}", "--end", $"{quote.End}") != quote.Text)
            {
                wrong.Add(quote);
            }
        }

        foreach (var quote in wrong)
        {
            Console.WriteLine($"FALSE {quote.ArticleId} v{quote.Version} {quote.Start}-{quote.End}: {quote.Text}");
        }

        Console.WriteLine($"{quotes.Length} quotes of {texts.Count} articles re-read, {sample.Length} of them one by one: {wrong.Count} false");
        return wrong.Count == 0 ? 0 : 1;
    }

    private static async Task<string> ShowAsync(string commandLine, string data, string id, int version, params string[] span)
    {
        var start = new ProcessStartInfo("dotnet", [commandLine, "show", "--data", data, "--json", "--version", $"{version}", .. span, "--", id])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonLines.Parse<Shown>(output).Text
            : throw new InvalidOperationException($"show {id} ended with {process.ExitCode}: {await error}");
    }

    private sealed record Shown(string Text);
}
