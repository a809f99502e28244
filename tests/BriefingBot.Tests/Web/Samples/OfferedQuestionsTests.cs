using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Samples;

namespace BriefingBot.Tests.Web;

public sealed class OfferedQuestionsTests(LoadedSamples samples) : IClassFixture<LoadedSamples>
{
    private static readonly string[] Needed =
        ["sample/vessing-flood-courier", "sample/vessing-flood-post", "sample/rail-strike-courier", "sample/rail-strike-post", "sample/feature-bells"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_are_answered_from_articles_of_their_own_and_one_is_refused_with_the_closest_titles()
    {
        var offered = await new OfferedQuestions(samples.Briefing.Articles).ListAsync(Cancellation);

        Assert.Equal([true, true, true, false], offered.Select(question => question.IsAnswered));
        var answers = new List<VerifiedAnswer>();
        foreach (var question in offered)
        {
            answers.Add(await samples.Briefing.AskAsync(question.Text));
        }

        Assert.Contains("2,600 people", answers[0].Quotes[0].Text);
        Assert.Contains("1,900 people", answers[0].Quotes[1].Text);
        Assert.Contains("guaranteed rest of eleven hours", answers[1].Quotes[0].Text);
        Assert.Contains("6.2 tonnes", answers[2].Quotes[0].Text);
        Assert.Equal(3, answers.Take(3).Select(answer => answer.Quotes[0].Article.Id).Distinct().Count());
        Assert.All(answers.Take(3).SelectMany(answer => answer.Quotes.Take(1)), quote => Assert.Contains(quote.Article.Id, Needed));
        Assert.True(answers[3].Refusal is RefusalReason.NotEnough or RefusalReason.NothingFound, $"{answers[3].Refusal}");
        Assert.Equal(3, answers[3].Closest.Length);
    }

    [Fact]
    public async Task None_is_offered_unless_every_article_that_answers_is_there_for_everybody()
    {
        await using var briefing = Briefing.OnNewStore();
        var offered = new OfferedQuestions(briefing.Articles);
        Assert.Empty(await offered.ListAsync(Cancellation));

        foreach (var id in Needed)
        {
            await SaveAsync(briefing, id);
        }

        Assert.Equal(4, (await offered.ListAsync(Cancellation)).Length);

        await SaveAsync(briefing, Needed[4], "board");
        Assert.Empty(await offered.ListAsync(Cancellation));
        await SaveAsync(briefing, Needed[4]);
        await briefing.Articles.RemoveAsync(Needed[0], Cancellation);
        Assert.Empty(await offered.ListAsync(Cancellation));
    }

    private static Task SaveAsync(Briefing briefing, string id, params string[] groups) =>
        briefing.Articles.SaveAsync(new Article { Id = id, Title = id, Text = "Here.", Groups = [.. groups] }, [], takeOver: true, Cancellation);
}
