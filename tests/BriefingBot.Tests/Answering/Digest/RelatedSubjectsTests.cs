using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

public sealed class RelatedSubjectsTests
{
    private const string Said = "On Friday the mayor of Orlen, Ida Brandt, met Otto Hale of the British water office in Teln.";

    [Theory]
    [InlineData("Whom did the mayor of Orlen meet?", "Ida Brandt, Otto Hale, Teln")]
    [InlineData("Whom did Ida Brandt meet in Teln?", "Otto Hale, Orlen")]
    [InlineData("Whom did Brandt meet?", "Otto Hale, Orlen, Teln")]
    public void Names_of_the_quotes_that_the_question_does_not_have(string question, string names) =>
        Assert.Equal(names, string.Join(", ", QuotedNames.In(question, [Some.Quote(Some.Article(Said), Said)])));

    [Fact]
    public void Word_that_only_begins_a_sentence_is_no_name()
    {
        const string text = "Engineers had measured the wall. Yesterday it broke.";

        Assert.Empty(QuotedNames.In("What broke?", [Some.Quote(Some.Article(text), text)]));
    }

    [Fact]
    public async Task Only_what_the_articles_tell_this_asker_more_of_is_a_subject()
    {
        await using var briefing = Briefing.OnNewStore();
        var meeting = Some.Article(Said, "meeting", "A meeting");
        await briefing.SaveAsync(
            meeting,
            Some.Article("Ida Brandt was elected mayor in 2021, with nine votes more than her rival.", "brandt", "Portrait"),
            Some.Article("Otto Hale was fined for fishing in the reservoir without a licence.", "hale", "Court report") with { Groups = ["board"] });

        var everybody = await FindAsync(briefing, meeting, Asker.Unknown);
        var board = await FindAsync(briefing, meeting, new Asker(["board"]));

        Assert.Equal(["Ida Brandt"], everybody);
        Assert.Equal(["Ida Brandt", "Otto Hale"], board);
    }

    private static async Task<IEnumerable<string>> FindAsync(Briefing briefing, Article meeting, Asker asker) => await briefing.Get<RelatedSubjects>().FindAsync(
        "Whom did the mayor of Orlen meet?", [Some.Quote(meeting, Said)], asker, 3, TestContext.Current.CancellationToken);
}
