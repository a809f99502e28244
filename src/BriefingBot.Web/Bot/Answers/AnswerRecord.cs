using System.Collections.Immutable;
using System.Text.Json;
using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Web.Bot;

/// <summary>An answer that was given, as it is kept for what people do with it afterwards: where its quotes stand, never their words.</summary>
/// <param name="Question">The question as it stands alone; of a quotation that was checked, that in quotation marks.</param>
/// <param name="Quotes">Where the quotes stand, the quote <c>[n]</c> at index n − 1; empty on a refusal.</param>
/// <param name="ByModel">Whether a language model wrote some of it.</param>
/// <param name="At">When it was given.</param>
internal sealed record AnswerRecord(string Question, ImmutableArray<QuotedPlace> Quotes, bool ByModel, DateTimeOffset At)
{
    public static AnswerRecord Of(Turn turn, Shown shown, DateTimeOffset at) => new(
        turn.Question, [.. shown.Quotes.Select(quote => new QuotedPlace(quote.Article.Id, quote.Article.Version, quote.Span.Start, quote.Span.End))], shown.ByModel, at);

    public string ToJson() => JsonSerializer.Serialize(this);

    public static AnswerRecord? FromJson(string json) => JsonSerializer.Deserialize<AnswerRecord>(json);
}

/// <summary>Where a quote stands.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Version">Its version.</param>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal sealed record QuotedPlace(string ArticleId, int Version, int Start, int End)
{
    public TextSpan Span() => new(Start, End);
}
