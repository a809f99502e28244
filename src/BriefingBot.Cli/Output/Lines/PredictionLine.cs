using System.Text.Json.Serialization;
using BriefingBot.Answering;
using BriefingBot.Evaluation;
using BriefingBot.LanguageModels;

namespace BriefingBot.Cli.Output;

/// <summary>A line of <c>predictions.jsonl</c>: an answer given whatever the confidence, and what a person would have got.</summary>
internal sealed record PredictionLine(string Id, string Question, bool? Answerable)
{
    public required string Outcome { get; init; }

    public RefusalReason? Reason { get; init; }

    public double Confidence { get; init; }

    public required IReadOnlyList<AnswerLine.QuoteOf> Quotes { get; init; }

    /// <summary>As in <c>ask</c>; left out without a language model.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AnswerLine.StatementOf>? Statements { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelDrafting? Drafting { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelFailure? FallBack { get; init; }

    public double ElapsedMs { get; init; }

    public required IReadOnlyList<string> RankedArticles { get; init; }

    [JsonPropertyName("quoteAt1")]
    public bool? HitAt1 { get; init; }

    [JsonPropertyName("quoteAt3")]
    public bool? HitAt3 { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    public static PredictionLine Of(TriedQuestion tried) => tried.Evaluated is { } asked ? Of(asked) : new(tried.Question.Id, tried.Question.Text, tried.Question.Answerable)
    {
        Outcome = "failed",
        Quotes = [],
        RankedArticles = [],
        Error = tried.Failure,
    };

    private static PredictionLine Of(EvaluatedQuestion asked) => new(asked.Outcome.Question.Id, asked.Outcome.Question.Text, asked.Outcome.Question.Answerable)
    {
        Outcome = asked.Outcome.Refusal is null ? "answered" : "refused",
        Reason = asked.Outcome.Refusal,
        Confidence = asked.Outcome.Confidence,
        Quotes = [.. asked.Answer.Quotes.Select((quote, index) => AnswerLine.QuoteOf.From(index + 1, quote))],
        Statements = asked.Answer.Statements.IsEmpty ? null : AnswerLine.StatementOf.Of(asked.Answer.Statements, asked.Answer.Quotes),
        Drafting = asked.Answer.Drafting,
        FallBack = asked.Answer.FallBack,
        ElapsedMs = asked.Outcome.Elapsed.TotalMilliseconds,
        RankedArticles = asked.Outcome.Articles.Fused,
        HitAt1 = asked.Outcome.HitsWithin(1),
        HitAt3 = asked.Outcome.HitsWithin(3),
    };
}
