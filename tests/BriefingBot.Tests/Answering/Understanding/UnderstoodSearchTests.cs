using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

public sealed class UnderstoodSearchTests : IAsyncLifetime
{
    private static readonly DateOnly Asked = new(2026, 11, 26);

    private readonly Briefing _briefing = Briefing.OnNewStore();

    public async ValueTask InitializeAsync() => await _briefing.SaveAsync(
        Some.Article(id: "school", title: "School opens in Nyholm", text: "A new primary school opened in Nyholm with room for 240 pupils. The school was designed by the architect Per Dahl.")
            with
        { Source = null, Author = null, Published = null },
        Some.Article(id: "storm", title: "Storm closes the port of Oldport", text: "The port of Oldport was closed after a storm tore two cranes from their rails. Harbour master Ida Lund said nobody was hurt.")
            with
        { Source = "The Daily Tide", Author = "Per Dahl", Published = Day(2026, 10, 1) },
        Some.Article(id: "storm-later", title: "Port of Oldport opens again", text: "The port of Oldport, which was closed after a storm tore two cranes from their rails, was opened again on Sunday.")
            with
        { Source = "The Daily Tide", Author = "Bo Lind", Published = Day(2026, 11, 24) },
        Some.Article(id: "budget", title: "Sale of the lighthouse", text: "The council plans to sell the Oldport lighthouse for 9 million crowns. The buyer is a hotel company from Westmark.")
            with
        { Source = "Cabinet Letter", Author = "Q. Moll", Published = Day(2026, 11, 25), Groups = ["council"] });

    public ValueTask DisposeAsync() => _briefing.DisposeAsync();

    [Fact]
    public async Task Article_without_a_date_is_not_called_older()
    {
        var answer = await AskAsync("Who designed the new school in Nyholm this week?");
        Assert.Null(answer.Refusal);
        Assert.All(answer.Quotes, quote => Assert.Equal("school", quote.Article.Id));
    }

    [Fact]
    public async Task Author_who_is_in_the_news_does_not_keep_the_news_away()
    {
        var answer = await AskAsync("What school in Nyholm was designed by Per Dahl?");
        Assert.Null(answer.Refusal);
        Assert.Contains(answer.Quotes, quote => quote.Article.Id == "school");
        Assert.Null(answer.UnderstoodAs);
    }

    [Fact]
    public async Task Source_that_the_asker_may_not_read_is_no_name()
    {
        var stranger = await AskAsync("What does the council plan to sell, according to the Cabinet Letter?");
        Assert.Null(stranger.UnderstoodAs);
        Assert.DoesNotContain("budget", stranger.Closest.Select(article => article.ArticleId));

        var member = await AskAsync("What does the council plan to sell, according to the Cabinet Letter?", new Asker(["council"]));
        Assert.Equal("budget", member.Quotes[0].Article.Id);
        Assert.Equal("What does the council plan to sell? — only from Cabinet Letter", member.UnderstoodAs);
    }

    [Fact]
    public async Task Others_are_said_to_have_it_only_where_the_asker_may_read_them()
    {
        const string question = "What will the buyer from Westmark pay for the Oldport lighthouse, in the Daily Tide piece?";
        Assert.DoesNotContain("Other articles", PlainTextRendering.Render(await AskAsync(question)));
        Assert.Contains("Other articles have", PlainTextRendering.Render(await AskAsync(question, new Asker(["council"]))));
    }

    [Theory]
    [InlineData("What did NASA say about the launch?")]
    [InlineData("According to NASA, why was the launch delayed?")]
    public async Task Source_that_is_in_the_news_may_be_asked_about(string question)
    {
        await _briefing.SaveAsync(
            Some.Article(id: "agency", title: "Pictures of Mars", text: "The rover sent pictures of a dry river bed on Mars.") with { Source = "NASA", Published = Day(2026, 11, 1) },
            Some.Article(id: "launch", title: "Launch of the Orrery probe delayed", text: "NASA said that the launch was delayed by fuel leaks.") with { Source = "The Daily Tide", Published = Day(2026, 11, 20) });

        var answer = await AskAsync(question);
        Assert.Null(answer.Refusal);
        Assert.Equal("launch", answer.Quotes[0].Article.Id);
        Assert.Equal($"{question} — from other articles, as NASA has nothing on this that I can quote", answer.UnderstoodAs);
    }

    [Fact]
    public async Task What_another_may_read_does_not_make_a_refusal_stale_or_save_from_it()
    {
        var answer = await AskAsync("Who buys the Oldport lighthouse this week?");
        Assert.NotEqual(RefusalReason.Stale, answer.Refusal);
        Assert.DoesNotContain("Westmark", PlainTextRendering.Render(answer));
    }

    [Fact]
    public async Task Latest_is_newest_first_and_in_a_month_that_months()
    {
        Assert.Equal("storm-later", (await AskAsync("What is the latest on the closed port of Oldport?")).Quotes[0].Article.Id);
        Assert.Equal("storm", (await AskAsync("When was the port of Oldport closed in October?")).Quotes[0].Article.Id);
    }

    [Fact]
    public async Task Options_and_words_must_both_hold()
    {
        var answer = await _briefing.Get<QuestionAnswerer>().AnswerAsync(
            new("Why was the port of Oldport closed, according to the Daily Tide?", Asker.Unknown) { Asked = Asked, Filter = new() { Until = new(2026, 10, 31) } },
            TestContext.Current.CancellationToken);
        Assert.All(answer.Quotes, quote => Assert.Equal("storm", quote.Article.Id));
        Assert.NotEmpty(answer.Quotes);
    }

    [Fact]
    public async Task Name_in_words_does_not_go_beyond_what_was_chosen()
    {
        var answer = await _briefing.Get<QuestionAnswerer>().AnswerAsync(
            new("Why was the port of Oldport closed, according to the Daily Tide?", Asker.Unknown) { Asked = Asked, Filter = new() { Sources = ["Other"] }, NeverRefuse = true },
            TestContext.Current.CancellationToken);
        Assert.Empty(answer.Quotes);
        Assert.Null(answer.UnderstoodAs);
    }

    [Fact]
    public async Task Choice_that_no_article_fits_is_said_to_be_the_reason()
    {
        var answer = await _briefing.Get<QuestionAnswerer>().AnswerAsync(
            new("Why was the port closed?", Asker.Unknown) { Filter = new() { Authors = ["Nobody"] } }, TestContext.Current.CancellationToken);
        Assert.StartsWith("There are no articles of the source, author, label or days that were chosen.", PlainTextRendering.Render(answer));
    }

    private Task<VerifiedAnswer> AskAsync(string question, Asker? asker = null) =>
        _briefing.Get<QuestionAnswerer>().AnswerAsync(new(question, asker ?? Asker.Unknown) { Asked = Asked }, TestContext.Current.CancellationToken);

    private static PublicationDate Day(int year, int month, int day) => new(new(year, month, day, 0, 0, 0, TimeSpan.Zero), HasTime: false);
}
