using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Evaluation;
using BriefingBot.State;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Evaluation;

public sealed class FeedbackQuestionsTests
{
    private const string Words = "The party won nineteen seats.";

    [Fact]
    public async Task Thumb_up_labels_the_quotes_as_answers()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(new Article { Id = "iceland", Title = "Iceland votes", Text = $"{Words} It had twenty before." });

        var question = await OfAsync(briefing, Some(Reaction.Like, new QuotedPlace("iceland", 1, 0, Words.Length)));

        Assert.Equal(("guid", "Who won?", true, new DateOnly(2026, 11, 24)), (question!.Id, question.Text, question.Answerable, question.Asked!.Value));
        Assert.Equal(new GoldSpan("iceland", new(0, Words.Length)), Assert.Single(question.Spans));
        Assert.Equal([Words], question.Words);
        Assert.Equal(["iceland"], question.Articles);
    }

    [Fact]
    public async Task Thumb_up_for_a_refusal_labels_the_question_as_unanswerable()
    {
        await using var briefing = Briefing.OnNewStore();

        Assert.False((await OfAsync(briefing, Some(Reaction.Like)))!.Answerable);
    }

    [Theory]
    [InlineData(Reaction.Dislike)]
    [InlineData(null)]
    public async Task Thumb_down_and_comment_alone_leave_the_labels_to_somebody(Reaction? reaction)
    {
        await using var briefing = Briefing.OnNewStore();

        var question = await OfAsync(briefing, Some(reaction, new QuotedPlace("iceland", 1, 0, 5)));

        Assert.Equal((null, true), (question!.Answerable, question.Spans.IsEmpty));
    }

    [Theory]
    [InlineData("iceland", 2, 0, 29)]
    [InlineData("gone", 1, 0, 29)]
    [InlineData("iceland", 1, 0, 2000)]
    [InlineData("iceland", 1, 2, 27)]
    public async Task Quotes_that_stand_nowhere_any_more_label_nothing(string article, int version, int start, int end)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(new Article { Id = "iceland", Title = "Iceland votes", Text = Words });

        var question = await OfAsync(briefing, Some(Reaction.Like, new QuotedPlace(article, version, start, end)));

        Assert.Equal((null, true), (question!.Answerable, question.Spans.IsEmpty));
    }

    [Fact]
    public async Task Quotation_that_was_checked_is_no_question()
    {
        await using var briefing = Briefing.OnNewStore();

        Assert.Null(await OfAsync(briefing, Some(Reaction.Like) with { Question = "“The party won.”" }));
    }

    private static Task<LabelledQuestion?> OfAsync(Briefing briefing, Feedback feedback) => briefing.Get<FeedbackQuestions>().OfAsync(feedback, TestContext.Current.CancellationToken);

    private static Feedback Some(Reaction? reaction, params QuotedPlace[] quotes) => new()
    {
        AnswerId = "person/conversation/guid",
        Question = "Who won?",
        Quotes = [.. quotes],
        Drafter = "extractive",
        AnsweredAt = new(2026, 11, 24, 23, 0, 0, TimeSpan.Zero),
        Reaction = reaction,
        At = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero),
        Version = "1.0.0",
    };
}
