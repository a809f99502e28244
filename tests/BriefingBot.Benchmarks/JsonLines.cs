using System.Text.Json;

namespace BriefingBot.Benchmarks;

/// <summary>Files of one JSON object a line.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IEnumerable<T> Read<T>(string file) => File.ReadLines(file).Where(line => line.Length > 0).Select(line => Parse<T>(line));

    public static T Parse<T>(string line) => JsonSerializer.Deserialize<T>(line, Options) ?? throw new InvalidDataException($"Not an object: {line}");
}

/// <summary>A line of <c>ask --json</c>, as far as it is scored.</summary>
internal sealed record Answer(string Id, string Outcome, double Confidence, Quote[] Quotes);

/// <summary>A quote of an answer.</summary>
internal sealed record Quote(string Text, string ArticleId, int Version, int Start, int End);

/// <summary>A line of <c>search --json</c>, as far as it is scored.</summary>
internal sealed record Search(string Id, FoundPassage[] Passages);

/// <summary>A passage that was found.</summary>
internal sealed record FoundPassage(string ArticleId);

/// <summary>A labelled question. A span is [article id, start, end].</summary>
internal sealed record Labelled(string Id, bool Answerable, string[] Articles, JsonElement[][] Spans)
{
    /// <summary>Whether the quote holds one of the gold spans whole.</summary>
    public bool IsAnsweredBy(Quote quote) => Spans.Any(span =>
        span[0].GetString() == quote.ArticleId && quote.Start <= span[1].GetInt32() && span[2].GetInt32() <= quote.End);
}
