using BriefingBot.Answering;
using BriefingBot.Indexing;

namespace BriefingBot.Tests.Answering;

public sealed class ScopeWordsTests
{
    private static readonly NameBooks Names = new(KnownNames.Of(
        ["The Valley Herald", "Reuters", "reuters", "Karrowby Evening Post", "The Northern Post", "BBC News", "New York Times", "Nature", "Café Journal"],
        ["Ann Reed", "Ann Reed and Bo Lind", "Bo Lind", "Carla Reed"],
        ["flood", "sea trade"]));

    [Theory]
    [InlineData("Who won, according to the Herald?", "Who won?", "from The Valley Herald")]
    [InlineData("according to the valley herald who won", "who won", "from The Valley Herald")]
    [InlineData("According to a report in the Herald, who won?", "who won?", "from The Valley Herald")]
    [InlineData("Who won in the Reuters piece?", "Who won?", "from Reuters")]
    [InlineData("Who won according to reuters?", "Who won?", "from Reuters")]
    [InlineData("What does the BBC say about the flood?", "the flood?", "from BBC News")]
    [InlineData("What has the NYT reported on the flood?", "the flood?", "from New York Times")]
    [InlineData("What is the Evening Post's report on the flood?", "What is the Evening Post's report on the flood?", null)]
    [InlineData("Who won in the Evening Post's report?", "Who won?", "from Karrowby Evening Post")]
    [InlineData("How many people does the Herald say had to leave?", "How many people had to leave?", "from The Valley Herald")]
    [InlineData("Who won, as reported by the cafe journal?", "Who won?", "from Café Journal")]
    [InlineData("Who won, in articles by Bo Lind?", "Who won?", "by Bo Lind")]
    [InlineData("What did Ann Reed write about the flood?", "the flood?", "by Ann Reed")]
    [InlineData("Who won in articles labelled sea trade?", "Who won?", "labelled sea trade")]
    [InlineData("Who won, according to the Post?", "Who won, according to the Post?", null)]
    [InlineData("Who won, according to the Herald Sun?", "Who won, according to the Herald Sun?", null)]
    [InlineData("Who won, according to Reed?", "Who won, according to Reed?", null)]
    [InlineData("Who won, according to the news?", "Who won, according to the news?", null)]
    [InlineData("How do birds live in nature?", "How do birds live in nature?", null)]
    [InlineData("What does the mayor say about the flood?", "What does the mayor say about the flood?", null)]
    [InlineData("Who won?", "Who won?", null)]
    public void Names_are_read_where_they_say_which_articles_are_meant(string question, string text, string? words)
    {
        var meant = ScopeWords.MayBeIn(question) ? ScopeWords.Read(question, Names) : null;
        Assert.Equal(words, meant?.Words);
        Assert.Equal(text, meant?.Text ?? question);
    }

    [Fact]
    public void Every_spelling_and_joint_article_is_meant()
    {
        Assert.Equal(["Reuters", "reuters"], ScopeWords.Read("Who won, according to Reuters?", Names)!.Values.Order(StringComparer.Ordinal));
        Assert.Equal(["Ann Reed", "Ann Reed and Bo Lind"], ScopeWords.Read("Who won, in the article by Ann Reed?", Names)!.Values.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Who won, in the article by Ann Reed?", ScopeSense.Articles)]
    [InlineData("What did Ann Reed say about the flood?", ScopeSense.Perhaps)]
    [InlineData("What was built by Ann Reed?", ScopeSense.Perhaps)]
    [InlineData("Who won, according to Ann Reed?", ScopeSense.Perhaps)]
    [InlineData("What did the Herald say about the flood?", ScopeSense.Words)]
    [InlineData("How many people does the Herald say had to leave?", ScopeSense.Words)]
    [InlineData("Who won, according to the Herald?", ScopeSense.Words)]
    [InlineData("Who won, according to a report in the Herald?", ScopeSense.Articles)]
    [InlineData("Who won, according to the Herald's report?", ScopeSense.Articles)]
    [InlineData("Who won, in the Herald piece?", ScopeSense.Articles)]
    [InlineData("Who won, as reported by the Herald?", ScopeSense.Articles)]
    [InlineData("What did the Herald write about the flood?", ScopeSense.Articles)]
    [InlineData("How did birds live in Nature?", ScopeSense.Perhaps)]
    public void Name_can_mean_nothing_but_articles_only_where_articles_are_spoken_of(string question, object sense) =>
        Assert.Equal(sense, ScopeWords.Read(question, Names)!.Sense);
}
