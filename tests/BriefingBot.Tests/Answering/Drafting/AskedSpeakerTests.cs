using BriefingBot.Answering;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

public sealed class AskedSpeakerTests
{
    [Theory]
    [InlineData("What did Ann Reed say about the school?", "The school needs a roof, Ann Reed said.", true)]
    [InlineData("What did Ann Reed say about the school?", "Bo Lund said that the school of Ann Reed's town needs a roof.", false)]
    [InlineData("What did Ann Reed say about the school?", "“It needs a roof,” said the mayor, Ann Reed.", true)]
    [InlineData("What did Ann Reed say about the school?", "“Ann Reed said nothing,” said Bo Lund.", false)]
    [InlineData("What did Ann Reed say about the school?", "The school needs a roof, according to Ann Reed.", true)]
    [InlineData("What did Ann Reed say about the school?", "((Ann Reed)) It needs a roof.", true)]
    [InlineData("What did Ann Reed say about the school?", "((Bo Lund)) Ann Reed said that it needs a roof.", false)]
    [InlineData("What does the mayor of Mossby think of the school?", "The mayor told us that it needs a roof.", true)]
    [InlineData("How did the union respond to the offer?", "The union called it too low.", true)]
    [InlineData("How did the union respond to the offer?", "The railway asked the union for time.", false)]
    public void Whoever_is_asked_for_speaks_or_does_not(string question, string text, bool speaks)
    {
        var article = Some.Article(text);

        Assert.Equal(speaks, AskedSpeaker.In(question)!.SpeaksIn(new(article, new(0, article.Text.Length), CutShort: false, Terms: [], Coverage: 1, Probability: 1)));
    }

    [Theory]
    [InlineData("What do people say about the school?")]
    [InlineData("What did you say?")]
    [InlineData("Who said that the school needs a roof?")]
    [InlineData("What do penguins eat?")]
    public void Nobody_in_particular_is_asked_for(string question) => Assert.Null(AskedSpeaker.In(question));

    [Fact]
    public async Task Somebody_s_own_words_come_before_others_about_them()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(
        [
            Some.Article("The council has talked about the school in Mossby and about what Ann Reed wants. It meets in June.", id: "council", title: "Council of Mossby meets"),
            Some.Article("Ann Reed said that the school in Mossby needs a new roof before winter. Rain drips into the hall.", id: "roof", title: "The roof of the school in Mossby"),
        ]);

        var answer = await briefing.AskAsync("What did Ann Reed say about the school in Mossby?");

        Assert.Contains("needs a new roof", answer.Quotes[0].Text);
    }
}
