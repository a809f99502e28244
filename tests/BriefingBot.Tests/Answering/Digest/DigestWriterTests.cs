using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

public sealed class DigestWriterTests
{
    private const string Eruption = "Mount Harrow erupted on Monday for the first time in 80 years. Farmers led their cows down to the coast.";
    private const string Flights = "Flights were cancelled on all islands because of the ash from Mount Harrow. The airport hopes to open on Sunday.";
    private const string Return = "Most of the 3,000 people who had fled from Mount Harrow came home in May. The school opened again.";

    [Fact]
    public async Task Developments_stand_in_order_of_time_with_a_lead_sentence_an_article()
    {
        var digest = await WriteAsync("Mount Harrow", On(2021, 5, 20, Return), On(2021, 4, 6, Eruption), On(2021, 4, 7, Flights));

        Assert.Equal(["6–7 April 2021", "20 May 2021"], digest.Developments.Select(DigestWords.Heading));
        Assert.Equal([2, 1], digest.Developments.Select(development => development.Quotes.Length));
        Assert.Equal("Mount Harrow erupted on Monday for the first time in 80 years.", digest.Developments[0].Quotes[0].Text);
    }

    [Theory]
    [InlineData(" ", 1, "The subject is empty.")]
    [InlineData("ash", 2_000, "The subject has 6,000 characters")]
    public async Task What_cannot_be_a_subject_is_called_one(string word, int times, string said) =>
        Assert.StartsWith(said, (await Assert.ThrowsAsync<QuestionException>(() => WriteAsync(string.Concat(Enumerable.Repeat(word, times)), On(2021, 4, 6, Eruption)))).Message);

    [Fact]
    public async Task Article_of_a_group_has_no_part_in_it()
    {
        var digest = await WriteAsync("Mount Harrow eruption", On(2021, 4, 6, Eruption), On(2021, 5, 20, Return) with { Groups = ["board"] });

        Assert.Equal("6 April 2021", DigestWords.Heading(Assert.Single(digest.Developments)));
    }

    [Fact]
    public async Task Source_that_the_asker_may_not_read_is_no_name_and_its_events_have_no_day()
    {
        var letter = On(2021, 5, 20, "The Harrow inquest began in May. " + Return) with { Source = "Cabinet Letter", Groups = ["board"] };

        var byName = await WriteAsync("Mount Harrow according to the Cabinet Letter", On(2021, 4, 6, Eruption), letter);
        Assert.Null(byName.UnderstoodAs);
        Assert.DoesNotContain("Cabinet", PlainTextRendering.Render(byName));

        var byEvent = await WriteAsync("Mount Harrow since the Harrow inquest", On(2021, 4, 6, Eruption), letter);
        Assert.Null(byEvent.UnderstoodAs);
    }

    [Fact]
    public async Task Follow_up_is_understood_with_its_words_of_time()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(On(2021, 4, 6, Eruption), On(2021, 5, 20, Return));
        var first = await briefing.Get<DigestWriter>().WriteAsync(new("Mount Harrow", Asker.Unknown), TestContext.Current.CancellationToken);

        var digest = await briefing.Get<DigestWriter>().WriteAsync(
            new("it since May 2021", Asker.Unknown) { Turns = [Turn.Of(first)], Asked = new(2021, 6, 1) }, TestContext.Current.CancellationToken);

        Assert.Equal("20 May 2021", DigestWords.Heading(Assert.Single(digest.Developments)));
        Assert.Equal("Mount Harrow — only what was published since 1 May 2021", digest.UnderstoodAs);
    }

    [Fact]
    public async Task Same_news_in_two_papers_is_quoted_once()
    {
        var digest = await WriteAsync("Mount Harrow eruption", On(2021, 4, 6, Eruption), On(2021, 4, 7, Eruption));

        Assert.Single(Assert.Single(digest.Developments).Quotes);
    }

    [Fact]
    public async Task Number_that_the_source_took_back_is_not_quoted()
    {
        var wrong = On(2021, 4, 6, "The eruption of Mount Harrow drove 9,000 people from their homes. Ash from Mount Harrow fell on the whole eastern coast.");
        var right = On(2021, 4, 8, "The eruption of Mount Harrow drove 3,000 people from their homes, and not 9,000, as we wrote on Tuesday.") with { Title = "Correction: Mount Harrow" };

        var quotes = (await WriteAsync("Mount Harrow eruption", wrong, right)).Developments.SelectMany(development => development.Quotes).Select(quote => quote.Text).ToArray();

        Assert.Contains("The eruption of Mount Harrow drove 3,000 people from their homes, and not 9,000, as we wrote on Tuesday.", quotes);
        Assert.DoesNotContain(quotes, quote => quote.Contains("drove 9,000"));
    }

    [Fact]
    public async Task Nothing_found_is_a_refusal()
    {
        var digest = await WriteAsync("boiling point of tungsten hexafluoride", On(2021, 4, 6, Eruption));

        Assert.Equal(RefusalReason.NothingFound, digest.Refusal?.Refusal);
        Assert.Empty(digest.Developments);
        Assert.StartsWith("I found nothing", MarkdownRendering.Render(digest));
    }

    private static Article On(int year, int month, int day, string text) =>
        Some.Article(text, id: $"{year}-{month}-{day}", title: "News") with { Published = new(new(year, month, day, 0, 0, 0, TimeSpan.Zero), HasTime: false) };

    private static async Task<Digest> WriteAsync(string subject, params Article[] articles)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(articles);
        return await briefing.Get<DigestWriter>().WriteAsync(new(subject, Asker.Unknown), TestContext.Current.CancellationToken);
    }
}
