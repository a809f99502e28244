using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.LanguageModels;

namespace BriefingBot.Cli.Output;

/// <summary>A line of <c>ask --json</c>.</summary>
internal sealed record AnswerLine
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonNode? Id { get; init; }

    public required string Question { get; init; }

    public required string Outcome { get; init; }

    public RefusalReason? Reason { get; init; }

    public string? UnderstoodAs { get; init; }

    public bool Disagreement { get; init; }

    public string? Text { get; init; }

    public double Confidence { get; init; }

    public string? Drafter { get; init; }

    /// <summary>A language model's statements and the numbers of the quotes that they rest on; left out of extractive answers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StatementOf>? Statements { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int WithheldStatements { get; init; }

    /// <summary>Why it is extractive though a language model is configured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelFailure? FallBack { get; init; }

    /// <summary>The language model's part, also where nothing of it is shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelDrafting? Drafting { get; init; }

    public IReadOnlyList<QuoteOf> Quotes { get; init; } = [];

    public int Withheld { get; init; }

    public long ElapsedMs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    public static AnswerLine Of(JsonNode? id, VerifiedAnswer answer) => new()
    {
        Id = id,
        Question = answer.Question.Text,
        Outcome = answer.Refusal is null ? "answered" : "refused",
        Reason = answer.Refusal,
        UnderstoodAs = answer.UnderstoodAs,
        Disagreement = answer.Disagreement,
        Text = PlainTextRendering.Render(answer),
        Confidence = answer.Confidence,
        Drafter = answer.Drafter,
        Statements = answer.Statements.IsEmpty ? null : StatementOf.Of(answer.Statements, answer.Quotes),
        WithheldStatements = answer.WithheldStatements,
        FallBack = answer.FallBack,
        Drafting = answer.Drafting,
        Quotes = [.. answer.Quotes.Select((quote, index) => QuoteOf.From(index + 1, quote))],
        Withheld = answer.Withheld,
        ElapsedMs = (long)answer.Elapsed.TotalMilliseconds,
    };

    public static AnswerLine Failed(JsonNode? id, string question, string error) => new() { Id = id, Question = question, Outcome = "failed", Error = error };

    internal sealed record QuoteOf(
        int Number, string Text, string ArticleId, int Version, int Start, int End, string Title, string? Source, string? Author, PublicationDate? Published, Uri? Url)
    {
        /// <summary>The sentence before, where the words point back to it.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public LeadInOf? LeadIn { get; init; }

        public static QuoteOf From(int number, VerifiedQuote quote) => new(
            number,
            quote.Text,
            quote.Article.Id,
            quote.Article.Version,
            quote.Span.Start,
            quote.Span.End,
            quote.Article.Title,
            quote.Article.Source,
            quote.Article.Author,
            quote.Article.Published,
            quote.Article.Url)
        {
            LeadIn = quote.LeadIn is { } leadIn ? new(leadIn.Text, leadIn.Span.Start, leadIn.Span.End) : null,
        };
    }

    internal sealed record StatementOf(string Text, IReadOnlyList<int> Quotes)
    {
        public static IReadOnlyList<StatementOf> Of(ImmutableArray<VerifiedStatement> statements, ImmutableArray<VerifiedQuote> quotes) =>
            [.. statements.Select(statement => new StatementOf(statement.Text, statement.NumbersIn(quotes)))];
    }

    internal sealed record LeadInOf(string Text, int Start, int End);
}
