using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>Makes quotations to check, and scores what <c>briefing check-quote</c> says of them.</summary>
internal static partial class QuoteCheckScore
{
    private const int Seed = 20261126;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the quotations with what is expected of them, true ones first.</summary>
    public static int Make(string articlesFile, int count)
    {
        var alterations = new QuoteAlterations([.. JsonLines.Read<ArticleLine>(articlesFile).Select(article => (article.Id, article.Text))], Seed);
        foreach (var (index, taken) in alterations.True(count).Concat(alterations.Altered(count)).Index())
        {
            Console.Out.Write(JsonSerializer.Serialize(new { id = $"{index}", taken.Quote, taken.ArticleId, taken.Original, taken.Kind }, Readable) + "\n");
        }

        return 0;
    }

    public static int Print(string checksFile, string quotesFile)
    {
        var checks = JsonLines.Read<Check>(checksFile).ToDictionary(check => check.Id);
        var quotes = JsonLines.Read<Expected>(quotesFile).Where(quote => checks.ContainsKey(quote.Id)).ToArray();
        foreach (var kind in quotes.GroupBy(quote => quote.Kind))
        {
            var (found, right) = (kind.Count(quote => checks[quote.Id].Outcome == "found"), kind.Count(IsRight));
            Console.WriteLine($"{kind.Key,-10} {kind.Count(),4}  confirmed {found,4}  right place or nearest passage {right,4} ({right / (double)kind.Count():P1})");
        }

        foreach (var quote in quotes.Where(quote => !IsRight(quote) || (checks[quote.Id].Outcome == "found") != (quote.Kind is "true" or "typography")))
        {
            Console.WriteLine($"MISS {quote.Kind} {quote.ArticleId} {checks[quote.Id].Outcome}: {quote.Quote.ReplaceLineEndings(" ")}");
        }

        var times = quotes.Select(quote => checks[quote.Id].ElapsedMs).Order().ToArray();
        Console.WriteLine($"median {times[times.Length / 2]} ms, 95 in 100 within {times[times.Length * 95 / 100]} ms");
        return 0;

        bool IsRight(Expected quote) => quote.Kind is "true" or "typography"
            ? checks[quote.Id].Places.Any(place => place.Quotes is [var only] && only.ArticleId == quote.ArticleId && Plain(only.Text) == Plain(quote.Original))
            : checks[quote.Id].Nearest is { } nearest && nearest.Quote.ArticleId == quote.ArticleId && Plain(nearest.Quote.Text).Contains(Plain(quote.Original), StringComparison.Ordinal);
    }

    private static string Plain(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private sealed record ArticleLine(string Id, string Text);

    private sealed record Expected(string Id, string Quote, string ArticleId, string Original, string Kind);

    private sealed record Check(string Id, string Outcome, Place[] Places, Nearest? Nearest, long ElapsedMs);

    private sealed record Place(Quote[] Quotes);

    private sealed record Nearest(Quote Quote);
}
