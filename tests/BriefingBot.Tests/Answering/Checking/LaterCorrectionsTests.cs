using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

public sealed class LaterCorrectionsTests
{
    private const string Words = "The eruption of Mount Harrow drove 9,000 people from their homes.";

    private static readonly Article Wrong = On(6, $"{Words} The school of Harrow was closed on Monday.", "wrong");

    private static readonly Article Right = On(8, "Mount Harrow has had our readers write. The eruption of Mount Harrow drove 3,000 people from their homes, and not 9,000, as we wrote.", "right") with { Title = "Correction: Mount Harrow" };

    [Theory]
    [InlineData(Words, true)]
    [InlineData("drove 9,000 people from their homes", true)]
    [InlineData("The eruption of Mount Harrow drove", false)]
    [InlineData("The school of Harrow was closed on Monday.", false)]
    public async Task Correction_tells_whether_it_takes_back_the_words_or_others_of_their_article(string given, bool isOfWords)
    {
        var correction = await CorrectionOfAsync(given, Wrong, Right);

        Assert.Equal("The eruption of Mount Harrow drove 3,000 people from their homes, and not 9,000, as we wrote.", correction?.Quote.Text);
        Assert.Equal(isOfWords, correction!.IsOfWords);
    }

    [Fact]
    public async Task Correction_that_the_asker_may_not_read_is_not_told()
    {
        Assert.Null(await CorrectionOfAsync(Words, Wrong, Right with { Groups = ["board"] }));
        Assert.NotNull(await CorrectionOfAsync(Words, new Asker(["board"]), Wrong, Right with { Groups = ["board"] }));
    }

    [Fact]
    public async Task Another_source_an_earlier_day_and_another_thing_correct_nothing()
    {
        Assert.Null(await CorrectionOfAsync(Words, Wrong, Right with { Source = "Echo" }));
        Assert.Null(await CorrectionOfAsync(Words, Wrong, Right with { Published = On(5, "x", "x").Published }));
        Assert.Null(await CorrectionOfAsync(Words, Wrong, On(8, "The new bridge over the Tarn cost 3,000 crowns, and not 9,000, as we wrote.", "bridge") with { Title = "Correction: the Tarn bridge" }));
        Assert.Null(await CorrectionOfAsync(Words, Wrong with { Source = null }, Right with { Source = null }));
    }

    [Theory]
    [InlineData("Retraction: Mount Harrow erupts at last", true)]
    [InlineData("Correction: Mount Harrow erupts at last", false)]
    public async Task Article_that_is_named_is_corrected_and_retracted_whole(string title, bool isOfWords)
    {
        var named = On(9, "We regret that this report was not ours to print.", "named") with { Title = title };

        var correction = await CorrectionOfAsync("The school of Harrow was closed on Monday.", Wrong, named);

        Assert.Equal(("We regret that this report was not ours to print.", isOfWords), (correction?.Quote.Text, correction!.IsOfWords));
    }

    [Fact]
    public async Task Words_that_stand_twice_in_an_article_are_shown_with_one_correction()
    {
        var check = await CheckAsync(Words, Asker.Unknown, On(6, $"{Words} The mayor said it again. {Words}", "wrong"), Right);

        Assert.Equal(2, check.Places.Length);
        Assert.All(check.Places, place => Assert.NotNull(place.TakenBackBy));
        Assert.Equal(2, PlainTextRendering.Render(check).Split("The same source has corrected this since:").Length);
    }

    private static Article On(int day, string text, string id) =>
        Some.Article(text, id: id, title: "Mount Harrow erupts at last") with { Published = new(new(2021, 4, day, 0, 0, 0, TimeSpan.Zero), HasTime: false) };

    private static Task<LaterCorrection?> CorrectionOfAsync(string given, params Article[] articles) => CorrectionOfAsync(given, Asker.Unknown, articles);

    private static async Task<LaterCorrection?> CorrectionOfAsync(string given, Asker asker, params Article[] articles) =>
        (await CheckAsync(given, asker, articles)).Places.Single(place => place.Quotes[0].Article.Id == "wrong").TakenBackBy;

    private static async Task<QuoteCheck> CheckAsync(string given, Asker asker, params Article[] articles)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(articles);
        return await briefing.Get<QuoteChecker>().CheckAsync(given, asker, ArticleFilter.All, TestContext.Current.CancellationToken);
    }
}
