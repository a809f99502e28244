using BriefingBot.Answering;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering.Drafting;

public sealed class UnmetDemandTests
{
    [Theory]
    [InlineData("How much did the repair of the water main cost?", "A water main broke under Harbour Street. The repair of the water main took all night.", 2.5)]
    [InlineData("How much did the repair of the water main cost?", "The repair of the water main cost £40,000.", 0)]
    [InlineData("How tall is Greta Holm?", "Greta Holm, a sixteen-year-old pupil from Mossby, spoke to the council.", 2.5)]
    [InlineData("How tall is the tower?", "The tower stands 61 metres above the square.", 0)]
    [InlineData("How many aircraft does the airline have?", "The airline flies fighters and cargo.", 2.5)]
    [InlineData("How many aircraft does the airline have?", "The airline has no aircraft.", 0)]
    [InlineData("Who won the cup in 2018?", "Ada Koll won the cup in Doha.", 0.7)]
    [InlineData("Who won the cup in 2019?", "Ada Koll won the cup in Doha.", 0)]
    [InlineData("Which countries did not sign the treaty?", "Norway and Iceland signed the treaty in Mossby.", 2)]
    [InlineData("Which countries did not sign the treaty?", "Norway refused to sign the treaty in Mossby.", 0)]
    [InlineData("Which ship arrived last?", "The first ship arrived on Monday at the new quay.", 0.5)]
    [InlineData("What did Bo Lund say about the toll?", "Ada Koll said the toll would not rise before 2030.", 1)]
    [InlineData("What did Bo Lund say about the toll?", "Bo Lund said the toll would not rise before 2030.", 0)]
    [InlineData("What did the council say about the toll?", "Officials said the toll would not rise before 2030.", 0)]
    public void Quotes_lack_what_the_question_demands(string question, string text, double logOdds)
    {
        var article = Some.Article(text, title: "News");

        Assert.Equal(logOdds, UnmetDemand.LackOf(question, [new Excerpt(article, new(0, article.Text.Length), CutShort: false, [], Coverage: 1, Probability: 1)]));
    }

    [Fact]
    public async Task An_amount_that_was_asked_for_stands_first()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(
            Some.Article("The Harbour Fair raised money for the lifeboat on Saturday. Visitors came from all over the county.", "saturday", "Harbour Fair"),
            Some.Article("In all, £11,200 were raised at the Harbour Fair for the lifeboat, its treasurer counted.", "sunday", "After the fair"));

        var answer = await briefing.AskAsync("How much money did the Harbour Fair raise for the lifeboat?");

        Assert.Contains("£11,200", answer.Quotes[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_for_an_amount_is_refused_where_no_article_has_one()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article("The town repaired the water main under Harbour Street in one night. Ada Koll thanked the workers.", "main", "Water main repaired"));

        Assert.Null((await briefing.AskAsync("Who thanked the workers for the repair of the water main?")).Refusal);
        Assert.Equal(RefusalReason.NotEnough, (await briefing.AskAsync("How much did the repair of the water main cost?")).Refusal);
    }
}
