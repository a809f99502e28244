using BriefingBot.Answering;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering.Drafting;

public sealed class NamedSubjectTests
{
    [Theory]
    [InlineData("How many people died in the crash at Dorn?", "crash")]
    [InlineData("how many people died in the crash?", "crash other")]
    [InlineData("How many people died in the crash at Mossby?", "crash other")]
    public void An_article_without_any_name_of_the_question_is_no_second_source(string question, string kept)
    {
        var (crash, other) = (Some.Article("Nine people died in the crash at Dorn.", "crash", "Crash at Dorn"), Some.Article("Two people died when a helicopter crashed.", "other", "A helicopter"));

        var quotes = NamedSubject.Kept(question, [.. new[] { crash, other }.Select(article => new Excerpt(article, new(0, article.Text.Length), CutShort: false, [], Coverage: 1, Probability: 1))]);

        Assert.Equal(kept.Split(' '), quotes.Select(quote => quote.Article.Id));
    }
}
