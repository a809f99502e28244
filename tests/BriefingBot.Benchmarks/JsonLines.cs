using System.Text.Json;

namespace BriefingBot.Benchmarks;

/// <summary>Files of one JSON object a line.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IEnumerable<T> Read<T>(string file) => File.ReadLines(file).Where(line => line.Length > 0).Select(line => Parse<T>(line));

    public static T Parse<T>(string line) => JsonSerializer.Deserialize<T>(line, Options) ?? throw new InvalidDataException($"Not an object: {line}");
}

/// <summary>A line of <c>ask --json</c> or of <c>predictions.jsonl</c>, as far as it is audited.</summary>
internal sealed record Answer(Quote[] Quotes);

/// <summary>A quote of an answer.</summary>
internal sealed record Quote(string Text, string ArticleId, int Version, int Start, int End);
