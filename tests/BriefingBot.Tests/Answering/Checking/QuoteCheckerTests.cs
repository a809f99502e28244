using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

public sealed class QuoteCheckerTests
{
    private const string Text = "The old dam broke late at night. Two villages were flooded. It is not the end of the crisis. Growth was -5 percent last year, the mayor said.";

    [Theory]
    [InlineData("The old dam broke late at night.")]
    [InlineData("“the old dam broke late at night”")]
    [InlineData("„the old dam broke late at night“")]
    [InlineData("»The old dam broke late at night.«")]
    [InlineData("«\u00A0The old dam broke late at night.\u00A0»")]
    [InlineData("„The old dam broke late at night“.")]
    [InlineData("‚The old dam broke late at night.‘")]
    [InlineData("›The old dam broke late at night.‹")]
    [InlineData("‹\u202FThe old dam broke late at night.\u202F›")]
    [InlineData("Two villages were  flooded.\nIt is not the end of the crisis.")]
    [InlineData("The old dam broke … It is not the end of the crisis.")]
    public async Task Quotation_that_stands_there_is_found(string given) =>
        Assert.Equal(QuoteCheckOutcome.Found, (await CheckAsync(given, Some.Article(Text))).Outcome);

    [Theory]
    [InlineData("„The old dam broke“, he said, „late at night.“")]
    [InlineData("»The old dam broke«, he said, »late at night.«")]
    public async Task Marks_of_two_quotations_are_not_taken_for_one_pair(string given) =>
        Assert.Equal(given, (await CheckAsync(given, Some.Article(Text))).Given);

    [Theory]
    [InlineData("The new dam broke late at night.", "The -new- +old+ dam broke late at night.", null)]
    [InlineData("Two villages were not flooded.", "Two villages were -not- flooded.", null)]
    [InlineData("Two villages were burned", "Two villages were -burned- +flooded+", null)]
    [InlineData("the end of the crisis", "+not+ the end of the crisis", "starts behind a negation")]
    [InlineData("5 percent last year", "+-+ 5 percent last year", "cuts a number")]
    [InlineData("Growth was 5 percent last year", "Growth was +-+ 5 percent last year", null)]
    [InlineData("Growth was -6 percent last year", "Growth was - -6- +5+ percent last year", null)]
    [InlineData("Two towns were flooded. It is the end of the crisis.", "Two -towns- +villages+ were flooded. It is +not+ the end of the crisis.", null)]
    public async Task Quotation_that_does_not_is_compared_word_for_word(string given, string compared, string? failure)
    {
        var check = await CheckAsync(given, Some.Article(Text));

        Assert.Equal(QuoteCheckOutcome.NotFound, check.Outcome);
        Assert.Equal(compared, string.Join(' ', check.Nearest!.Compared.Runs.Select(run => run.By switch
        {
            ComparedBy.Given => $"-{run.Text}-",
            ComparedBy.Article => $"+{run.Text}+",
            _ => run.Text,
        })));
        Assert.Equal(failure, check.Nearest.Failure);
    }

    [Fact]
    public async Task Nearest_passage_is_whole_sentences()
    {
        var check = await CheckAsync("villages were drowned. It is not the end", Some.Article(Text));

        Assert.Equal("Two villages were flooded. It is not the end of the crisis.", check.Nearest!.Quote.Text);
        Assert.True(check.Nearest.Compared is { StartsInside: true, EndsInside: true });
    }

    [Fact]
    public async Task Every_place_counts_and_the_oldest_five_are_shown()
    {
        var articles = Enumerable.Range(0, 6).Select(i => Some.Article(Text, id: $"copy {i}") with { Published = new(new(2019 - i, 1, 1, 0, 0, 0, TimeSpan.Zero), HasTime: false) });

        var check = await CheckAsync("Two villages were flooded.", [.. articles, Some.Article("Two villages were flooded. Later, two villages were flooded.", id: "twice") with { Published = null }]);

        Assert.Equal(["copy 5", "copy 4", "copy 3", "copy 2", "copy 1"], check.Places.Select(place => Assert.Single(place.Quotes).Article.Id));
        Assert.Equal(3, check.MorePlaces);
    }

    [Fact]
    public async Task Article_of_a_group_is_neither_shown_nor_counted_nor_near()
    {
        var secret = Some.Article(Text, id: "secret") with { Groups = ["board"] };

        var found = await CheckAsync("Two villages were flooded.", Some.Article("Two villages were flooded.", id: "open"), secret);
        var near = await CheckAsync("Two villages were drowned.", secret);

        Assert.Equal(("open", 0), (Assert.Single(Assert.Single(found.Places).Quotes).Article.Id, found.MorePlaces));
        Assert.Equal((QuoteCheckOutcome.NotFound, null), (near.Outcome, near.Nearest));
    }

    [Fact]
    public async Task Quotation_glued_from_two_articles_is_told_part_by_part()
    {
        var check = await CheckAsync("Two villages were flooded. The bell weighs six tonnes. Nobody had ever lived there.", Some.Article(Text), Some.Article("The bell weighs six tonnes.", id: "bell"));

        Assert.Equal(QuoteCheckOutcome.InParts, check.Outcome);
        Assert.Equal(["article", "bell", null], check.Parts.Select(part => part.Quote?.Article.Id));
    }

    [Theory]
    [InlineData("TWO VILLAGES WERE FLOODED", "The words stand there; only capitals are different.")]
    [InlineData("two Villages, were flooded", "The words stand there; only capitals are different.")]
    [InlineData("Two villages: were flooded", "The words stand there; only the punctuation is different.")]
    [InlineData("Two were villages flooded.", null)]
    [InlineData("TWO VILLAGES WERE BURNED", null)]
    public async Task What_differs_in_type_alone_is_not_confirmed_and_said_to(string given, string? said)
    {
        var check = await CheckAsync(given, Some.Article(Text));

        Assert.Equal((QuoteCheckOutcome.NotFound, "Two villages were flooded."), (check.Outcome, check.Nearest!.Quote.Text));
        Assert.Equal(said, QuoteCheckWords.NotConfirmed(check.Nearest));
    }

    [Fact]
    public async Task Quotation_pieced_together_of_very_many_is_looked_up_in_part_and_stops_when_cancelled()
    {
        string[] beasts = ["cow", "goat", "horse", "sheep", "duck", "goose"];
        string[] places = ["barn", "field", "river", "church", "mill", "forge", "well", "inn", "bridge", "dam"];
        var text = beasts.SelectMany(beast => places.Select(place => $"The {beast} stood beside the {place}")).ToArray();
        var article = Some.Article(string.Join(' ', text.Select(sentence => $"{sentence} at night.")));
        var pieces = string.Join(" … ", text.Reverse().Select((sentence, i) => i % 2 == 0 ? sentence : $"Nobody knew what colour his coat number {i} had"));

        var check = await CheckAsync(pieces, article);

        Assert.Equal((QuoteCheckOutcome.InParts, 20, 40), (check.Outcome, check.Parts.Length, check.MoreParts));
        Assert.True(check.Parts.Count(part => part.Nearest is not null) <= 5);
        Assert.Contains("the other 40 were not looked up", PlainTextRendering.Render(check));
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync([article]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => briefing.Get<QuoteChecker>().CheckAsync(pieces, Asker.Unknown, ArticleFilter.All, new(canceled: true)));
    }

    [Theory]
    [InlineData("The market of Tarn opened in 1999.", QuoteCheckOutcome.Found)]
    [InlineData("The market of Tarn closed in 1999.", QuoteCheckOutcome.NotFound)]
    public async Task What_is_shown_is_not_much_longer_than_what_was_given(string given, QuoteCheckOutcome outcome)
    {
        var check = await CheckAsync(given, Some.Article($"The market of Tarn opened{new string(' ', 100_000)}in 1999."), Some.Article(string.Join(", ", Enumerable.Repeat("the market of Tarn", 5_000)), id: "long"));

        Assert.Equal(outcome, check.Outcome);
        Assert.All(check.Places.SelectMany(place => place.Quotes).Append(check.Nearest?.Quote).OfType<VerifiedQuote>(), quote => Assert.True(quote.Text.Length <= 500));
        Assert.True(PlainTextRendering.Render(check).Length < 2_000);
    }

    [Theory]
    [InlineData("dam broke")]
    [InlineData("“…”")]
    public async Task Few_words_are_too_few(string given) => Assert.Equal(QuoteCheckOutcome.TooShort, (await CheckAsync(given, Some.Article(Text))).Outcome);

    [Theory]
    [InlineData("👩‍🚒 👩‍🚒 👩‍🚒 came to the fire 👍🏽 at night ….... Then")]
    [InlineData("( [ { <b>the old</b> *dam* `broke` ~~late~~ | at | night ] )")]
    public async Task Odd_characters_do_no_harm(string given)
    {
        var check = await CheckAsync(given, Some.Article("👩‍🚒 👩‍🚒 👩‍🚒 came to the fire 👍 at night ….... The old dam broke late at night."));

        Assert.Equal(QuoteCheckOutcome.NotFound, check.Outcome);
        Assert.NotEmpty(MarkdownRendering.Render(check) + HtmlRendering.Render(check) + PlainTextRendering.Render(check));
    }

    private static async Task<QuoteCheck> CheckAsync(string given, params Article[] articles)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(articles);
        return await briefing.Get<QuoteChecker>().CheckAsync(given, Asker.Unknown, ArticleFilter.All, TestContext.Current.CancellationToken);
    }
}
