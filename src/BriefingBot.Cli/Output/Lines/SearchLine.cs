using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BriefingBot.Answering;

namespace BriefingBot.Cli.Output;

/// <summary>A line of <c>search --json</c>.</summary>
internal sealed record SearchLine
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonNode? Id { get; init; }

    public required string Query { get; init; }

    public IReadOnlyList<PassageOf> Passages { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Withheld { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    public static SearchLine Of(JsonNode? id, string query, FoundPassages found) => new()
    {
        Id = id,
        Query = query,
        Passages = [.. found.Passages.Select(PassageOf.From)],
        Withheld = found.Withheld,
    };

    internal sealed record PassageOf(int Rank, double Score, string ArticleId, int Version, int Start, int End, string Text, string Title)
    {
        public static PassageOf From(FoundPassage passage) => new(
            passage.Rank,
            passage.Score,
            passage.Words.Article.Id,
            passage.Words.Article.Version,
            passage.Words.Span.Start,
            passage.Words.Span.End,
            passage.Words.Text,
            passage.Words.Article.Title);
    }
}
