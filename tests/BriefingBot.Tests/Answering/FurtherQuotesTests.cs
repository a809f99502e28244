using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

public sealed class FurtherQuotesTests
{
    private const string Question = "What did the storm damage in Orlen?";

    private static readonly string[] Told =
    [
        "The storm damaged the roof of the school in Orlen.",
        "In Orlen the storm damaged nine fishing boats beyond repair.",
        "The storm also damaged the organ of the church in Orlen, which is two centuries old.",
        "A greenhouse of the county's college in Orlen was damaged by the storm.",
        "The storm damaged power lines between Orlen and the mill.",
    ];

    [Fact]
    public async Task What_was_shown_is_not_quoted_again_and_all_is_verified()
    {
        await using var briefing = await BriefingAsync();

        var first = await briefing.AskAsync(Question);
        var further = await AskAsync(briefing, [.. first.Quotes.Select(QuotedPlace.Of)]);

        Assert.Equal(3, first.Quotes.Length);
        Assert.True(first.HasFurther);
        Assert.InRange(further.Quotes.Length, 1, 5);
        Assert.DoesNotContain(further.Quotes, quote => first.Quotes.Any(shown => shown.Article.Id == quote.Article.Id && shown.Span.Overlaps(quote.Span)));
        Assert.All(further.Quotes, quote => Assert.Contains(Told, told => told.Contains(quote.Text, StringComparison.Ordinal)));
        Assert.False(further.HasFurther);
    }

    [Fact]
    public async Task Where_all_was_shown_there_is_nothing()
    {
        await using var briefing = await BriefingAsync();
        var shown = Told.Select((told, index) => new QuotedPlace($"storm-{index}", 1, 0, told.Length));

        var further = await AskAsync(briefing, [.. shown]);

        Assert.Empty(further.Quotes);
        Assert.NotNull(further.Refusal);
    }

    private static Task<VerifiedAnswer> AskAsync(Briefing briefing, System.Collections.Immutable.ImmutableArray<QuotedPlace> shown) =>
        briefing.Get<QuestionAnswerer>().AnswerAsync(new(Question, Asker.Unknown) { Shown = shown }, TestContext.Current.CancellationToken);

    private static async Task<Briefing> BriefingAsync()
    {
        var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync([.. Told.Select((told, index) => Some.Article(told, $"storm-{index}", $"Storm, part {index}"))]);
        return briefing;
    }
}
