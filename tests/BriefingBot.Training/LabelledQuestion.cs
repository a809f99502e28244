using System.Collections.Immutable;
using System.Text.Json;
using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Training;

/// <summary>A question with the places of its answers, and what the product retrieves for it.</summary>
internal sealed record LabelledQuestion(string Text, bool Answerable, string ArticleId, ImmutableArray<(string ArticleId, TextSpan Span)> Gold)
{
    public Retrieval Retrieval { get; init; } = new([], ImmutableDictionary<string, double>.Empty);

    /// <summary>Reads a line of questions.jsonl.</summary>
    public static LabelledQuestion Read(string line)
    {
        var json = JsonElement.Parse(line);
        return new(
            json.GetProperty("question").GetString()!,
            json.GetProperty("answerable").GetBoolean(),
            json.GetProperty("articles")[0].GetString()!,
            [.. json.GetProperty("spans").EnumerateArray().Select(span => (span[0].GetString()!, new TextSpan(span[1].GetInt32(), span[2].GetInt32()))).Distinct()]);
    }

    /// <summary>The id of a line of articles.jsonl.</summary>
    public static string IdOf(string line) => JsonElement.Parse(line).GetProperty("id").GetString()!;

    /// <summary>Whether an answer stands whole in a span of an article.</summary>
    public bool IsAnsweredBy(Article article, TextSpan span) =>
        Gold.Any(gold => gold.ArticleId == article.Id && span.Start <= gold.Span.Start && gold.Span.End <= span.End);
}
