using System.Collections.Immutable;
using System.Text.Json;
using BriefingBot.Answering;

namespace BriefingBot.Web.Bot;

/// <summary>An answer that was given, as it is kept for what people do with it afterwards: where its quotes stand, never their words.</summary>
/// <param name="Question">The question as it stands alone; of a quotation that was checked, that in quotation marks.</param>
/// <param name="Quotes">Where the quotes stand, the quote <c>[n]</c> at index n − 1; empty on a refusal.</param>
/// <param name="ByModel">Whether a language model wrote some of it.</param>
/// <param name="At">When it was given.</param>
internal sealed record AnswerRecord(string Question, ImmutableArray<QuotedPlace> Quotes, bool ByModel, DateTimeOffset At)
{
    /// <summary>Whether more quotes were found.</summary>
    public bool HasFurther { get; init; }

    /// <summary>What had been quoted for the question before.</summary>
    public ImmutableArray<QuotedPlace> Earlier { get; init; } = [];

    public static AnswerRecord Of(Turn turn, Shown shown, DateTimeOffset at) => new(
        turn.Question, [.. shown.Quotes.Select(QuotedPlace.Of)], shown.ByModel, at)
    { HasFurther = shown.HasFurther, Earlier = shown.Earlier };

    public string ToJson() => JsonSerializer.Serialize(this);

    public static AnswerRecord? FromJson(string json) => JsonSerializer.Deserialize<AnswerRecord>(json);
}
