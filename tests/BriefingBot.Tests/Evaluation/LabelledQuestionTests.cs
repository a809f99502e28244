using BriefingBot.Articles;
using BriefingBot.Evaluation;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Evaluation;

public sealed class LabelledQuestionTests
{
    private static readonly Article Dam = Some.Article("The dam broke at night. Two villages were flooded.");

    [Theory]
    [InlineData(24, 36, true)]
    [InlineData(24, 50, true)]
    [InlineData(20, 36, false)]
    [InlineData(0, 7, false)]
    public void A_quote_answers_when_it_holds_a_gold_span_whole(int start, int end, bool answers) =>
        Assert.Equal(answers, new LabelledQuestion("1", "What was flooded?") { Spans = [new(Dam.Id, new(start, end))] }
            .IsAnsweredBy(Some.Quote(Dam, "Two villages were flooded.")));

    [Fact]
    public void The_same_words_in_another_place_do_not_answer()
    {
        var article = Some.Article("Two villages were flooded. The mayor says so: two villages were dry.");
        var question = new LabelledQuestion("1", "What was dry?") { Words = ["villages"], Spans = [new(article.Id, new(50, 58))] };
        Assert.Equal("villages", article.Text[50..58]);
        Assert.False(question.IsAnsweredBy(Some.Quote(article, "Two villages were flooded.")));
    }

    [Fact]
    public void Where_the_stored_text_is_another_the_words_in_a_quote_of_the_article_answer()
    {
        var question = new LabelledQuestion("1", "What was flooded?") { Words = ["Two\u00AD villages"], Spans = [new(Dam.Id, new(30, 43))] };
        Assert.True(question.IsAnsweredBy(Some.Quote(Dam, "Two villages were flooded.")));
        Assert.False(question.IsAnsweredBy(Some.Quote(Dam, "The dam broke at night.")));
        Assert.False(question.IsAnsweredBy(Some.Quote(Dam with { Id = "another" }, "Two villages were flooded.")));
    }

    [Fact]
    public void A_span_behind_the_end_of_the_stored_text_is_of_another_text()
    {
        var question = new LabelledQuestion("1", "What was flooded?") { Words = ["Two villages"], Spans = [new(Dam.Id, new(9_000, 9_012))] };
        Assert.True(question.IsAnsweredBy(Some.Quote(Dam, "Two villages were flooded.")));
    }

    [Fact]
    public void Whether_an_answer_is_right_is_known_only_by_its_gold_words()
    {
        Assert.Null(new QuestionOutcome(new("1", "Who?") { Answerable = true }).IsRight);
        Assert.False(new QuestionOutcome(new("1", "Who?") { Answerable = false }).IsRight);
        Assert.True(new QuestionOutcome(new("1", "Who?") { Spans = [new("a", new(0, 1))] }) { AnsweredAt = 3 }.IsRight);
        Assert.False(new QuestionOutcome(new("1", "Who?") { Spans = [new("a", new(0, 1))] }) { AnsweredAt = 4 }.IsRight);
    }
}
