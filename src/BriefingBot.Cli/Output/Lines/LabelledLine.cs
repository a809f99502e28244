using System.Text.Json.Serialization;
using BriefingBot.Evaluation;

namespace BriefingBot.Cli.Output;

/// <summary>A labelled question as <c>evaluate --questions</c> reads it. What nobody has noted is left out.</summary>
internal sealed record LabelledLine(string Id, string Question, DateOnly? Asked)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Answerable { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Articles { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<object[]>? Spans { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Quotes { get; init; }

    public static LabelledLine Of(LabelledQuestion question) => new(question.Id, question.Text, question.Asked)
    {
        Answerable = question.Answerable,
        Articles = question.Articles is [_, ..] articles ? articles : null,
        Spans = question.Spans is [_, ..] spans ? [.. spans.Select(gold => new object[] { gold.ArticleId, gold.Span.Start, gold.Span.End })] : null,
        Quotes = question.Words is [_, ..] words ? words : null,
    };
}
