using BriefingBot.Answering;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

public sealed class ReplyTests
{
    private const string Interview =
        """
        Q: What do you think of the new sluice?

        Ida Lund: I think that it is too narrow. Boats of our size touch the wall on both sides.

        Q: And who will pay for it?

        Q: When will it be ready?

        Ida Lund: In May.
        """;

    [Theory]
    [InlineData("Q: What do you think of the new sluice?", "Ida Lund: I think that it is too narrow. Boats of our size touch the wall on both sides.", "Q: What do you think of the new sluice?")]
    [InlineData("Q: When will it be ready?", "Ida Lund: In May.", "Q: When will it be ready?")]
    [InlineData("Ida Lund: In May.", "Ida Lund: In May.", "Q: When will it be ready?")]
    [InlineData("Boats of our size touch the wall on both sides.", "Boats of our size touch the wall on both sides.", null)]
    public void An_interviewer_s_question_gives_way_to_the_reply(string sentence, string quote, string? question)
    {
        var (run, asked) = Reply.Or(SomeRun.Of(Interview, sentence))!.Value;

        Assert.Equal(quote, run.Words.ToString());
        Assert.Equal(question, asked is { } before ? Interview[before.Start..before.End] : null);
    }

    [Theory]
    [InlineData("Who is to blame? Nobody has said so far.", "Who is to blame?", "Who is to blame? Nobody has said so far.")]
    [InlineData("It is too narrow, isn't it? It rained.", "It is too narrow, isn't it?", "It is too narrow, isn't it?")]
    public void A_question_in_a_paragraph_keeps_what_follows_it(string text, string sentence, string quote) =>
        Assert.Equal(quote, Reply.Or(SomeRun.Of(text, sentence))!.Value.Run.Words.ToString());

    [Theory]
    [InlineData("It rained. Who is to blame?", "Who is to blame?")]
    [InlineData("Q: How old are you?\n\nQ: The sluice is narrow.\n\nIda Lund: Yes.", "Q: How old are you?")]
    public void A_question_without_a_reply_is_no_quote(string text, string sentence) => Assert.Null(Reply.Or(SomeRun.Of(text, sentence)));

    [Fact]
    public async Task An_answer_from_an_interview_is_what_was_replied()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync([Some.Article(Interview, title: "Ida Lund on the new sluice")]);

        var answer = await briefing.AskAsync("What does Ida Lund think of the new sluice?");

        Assert.Contains("too narrow", answer.Quotes[0].Text);
        Assert.DoesNotContain(answer.Quotes, quote => quote.Text.EndsWith('?'));
    }
}
