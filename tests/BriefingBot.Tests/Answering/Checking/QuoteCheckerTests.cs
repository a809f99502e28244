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
    [InlineData("Two villages were  flooded.\nIt is not the end of the crisis.")]
    [InlineData("The old dam broke … It is not the end of the crisis.")]
    public async Task Quotation_that_stands_there_is_found(string given) =>
        Assert.Equal(QuoteCheckOutcome.Found, (await CheckAsync(given, Some.Article(Text))).Outcome);

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

        Assert.Equal(["copy 5", "copy 4", "copy 3", "copy 2", "copy 1"], check.Places.Select(place => Assert.Single(place).Article.Id));
        Assert.Equal(3, check.MorePlaces);
    }

    [Fact]
    public async Task Article_of_a_group_is_neither_shown_nor_counted_nor_near()
    {
        var secret = Some.Article(Text, id: "secret") with { Groups = ["board"] };

        var found = await CheckAsync("Two villages were flooded.", Some.Article("Two villages were flooded.", id: "open"), secret);
        var near = await CheckAsync("Two villages were drowned.", secret);

        Assert.Equal(("open", 0), (Assert.Single(Assert.Single(found.Places)).Article.Id, found.MorePlaces));
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
