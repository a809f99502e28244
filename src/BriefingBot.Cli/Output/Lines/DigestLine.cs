using System.Text.Json.Serialization;
using BriefingBot.Answering;
using BriefingBot.LanguageModels;

namespace BriefingBot.Cli.Output;

/// <summary>The line of <c>brief --json</c>.</summary>
internal sealed record DigestLine(
    string Subject, string Outcome, RefusalReason? Reason, string? UnderstoodAs, string Text, IReadOnlyList<DigestLine.DevelopmentOf> Developments, int Withheld, long ElapsedMs)
{
    /// <summary>As in <c>ask</c>; left out without a language model.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AnswerLine.StatementOf>? Statements { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int WithheldStatements { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelFailure? FallBack { get; init; }

    public static DigestLine Of(Digest digest)
    {
        var number = 0;
        return new(
            digest.Subject,
            digest.Refusal is null ? "answered" : "refused",
            digest.Refusal?.Refusal,
            digest.UnderstoodAs,
            PlainTextRendering.Render(digest),
            [.. digest.Developments.Select(development => new DevelopmentOf(development.From, development.To, [.. development.Quotes.Select(quote => AnswerLine.QuoteOf.From(++number, quote))]))],
            digest.Withheld,
            (long)digest.Elapsed.TotalMilliseconds)
        {
            Statements = digest.Statements.IsEmpty ? null : AnswerLine.StatementOf.Of(digest.Statements, digest.Quotes),
            WithheldStatements = digest.WithheldStatements,
            FallBack = digest.FallBack,
        };
    }

    internal sealed record DevelopmentOf(DateOnly? From, DateOnly? To, IReadOnlyList<AnswerLine.QuoteOf> Quotes);
}
