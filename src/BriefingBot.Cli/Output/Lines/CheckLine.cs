using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BriefingBot.Answering;

namespace BriefingBot.Cli.Output;

/// <summary>A line of <c>check-quote --json</c>.</summary>
internal sealed record CheckLine
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonNode? Id { get; init; }

    public required string Quote { get; init; }

    public required string Outcome { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<PlaceOf> Places { get; init; } = [];

    public int MorePlaces { get; init; }

    public IReadOnlyList<PartOf> Parts { get; init; } = [];

    public int MoreParts { get; init; }

    public NearestOf? Nearest { get; init; }

    public long ElapsedMs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    public static CheckLine Of(JsonNode? id, string quotation, QuoteCheck check) => new()
    {
        Id = id,
        Quote = quotation,
        Outcome = check.Outcome switch
        {
            QuoteCheckOutcome.Found => "found",
            QuoteCheckOutcome.InParts => "in_parts",
            QuoteCheckOutcome.NotFound => "not_found",
            _ => "too_short",
        },
        Text = PlainTextRendering.Render(check),
        Places = [.. check.Places.Select(place => new PlaceOf([.. place.Quotes.Select((quote, index) => AnswerLine.QuoteOf.From(index + 1, quote))], TakenBackOf.From(place.Quotes.Length + 1, place.TakenBackBy)))],
        MorePlaces = check.MorePlaces,
        Parts = [.. check.Parts.Select((part, index) => new PartOf(part.Given, part.Quote is { } quote ? AnswerLine.QuoteOf.From(index + 1, quote) : null, NearestOf.From(index + 1, part.Nearest), TakenBackOf.From(index + 1, part.TakenBackBy)))],
        MoreParts = check.MoreParts,
        Nearest = NearestOf.From(1, check.Nearest),
        ElapsedMs = (long)check.Elapsed.TotalMilliseconds,
    };

    public static CheckLine Failed(JsonNode? id, string quotation, string error) => new() { Id = id, Quote = quotation, Outcome = "failed", Error = error };

    internal sealed record PlaceOf(IReadOnlyList<AnswerLine.QuoteOf> Quotes, TakenBackOf? TakenBackBy);

    internal sealed record PartOf(string Given, AnswerLine.QuoteOf? Quote, NearestOf? Nearest, TakenBackOf? TakenBackBy);

    internal sealed record TakenBackOf(bool Words, AnswerLine.QuoteOf Quote)
    {
        public static TakenBackOf? From(int number, LaterCorrection? correction) => correction is null ? null : new(correction.IsOfWords, AnswerLine.QuoteOf.From(number, correction.Quote));
    }

    internal sealed record NearestOf(AnswerLine.QuoteOf Quote, double Likeness, string? Failure, IReadOnlyList<WordsOf> Compared, TakenBackOf? TakenBackBy)
    {
        public static NearestOf? From(int number, NearestPassage? nearest) => nearest is null
            ? null
            : new(AnswerLine.QuoteOf.From(number, nearest.Quote), nearest.Likeness, nearest.Failure, [.. nearest.Compared.Runs.Select(run => new WordsOf(run.By, run.Text))], TakenBackOf.From(number, nearest.TakenBackBy));
    }

    internal sealed record WordsOf(ComparedBy By, string Text);
}
