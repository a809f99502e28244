using BriefingBot.Answering;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

public sealed class StandingAloneTests
{
    private const string Long = "The county engineer, Oda Velleman, who had been asked to come at short notice by the mayor, by two members of the council and by the water board, and who had not slept since the Friday before, stood on the wall in the rain with a lamp, a notebook and a thermos flask and counted the timbers of the old sluice one by one until the morning came.";

    [Theory]
    [InlineData("Oda Velleman looked at the dike. She found it sound. It rained.", "She found it sound.", "Oda Velleman looked at the dike. She found it sound.")]
    [InlineData("There is a sluice and a gate. The latter was jammed.", "The latter was jammed.", "There is a sluice and a gate. The latter was jammed.")]
    [InlineData("The dike is sound. The gate was jammed.", "The gate was jammed.", "The gate was jammed.")]
    [InlineData("“The gate was jammed.” So said the engineer, Oda Velleman.", "“The gate was jammed.”", "“The gate was jammed.” So said the engineer, Oda Velleman.")]
    [InlineData("“The gate was jammed,” said Oda Velleman. It rained.", "“The gate was jammed,” said Oda Velleman.", "“The gate was jammed,” said Oda Velleman.")]
    [InlineData("The mayor took the money, a clerk said. She denied it. It rained.", "The mayor took the money, a clerk said.", "The mayor took the money, a clerk said. She denied it.")]
    [InlineData("Oda Velleman looked at the dike.\n\nShe found it sound.", "She found it sound.", "She found it sound.")]
    [InlineData("“We asked for sleep,” Ida Lund told reporters. “A driver wrote to me, ‘I saw no signal.’ That was all.” It rained.", "“A driver wrote to me, ‘I saw no signal.’ That was all.”", "“We asked for sleep,” Ida Lund told reporters. “A driver wrote to me, ‘I saw no signal.’ That was all.”")]
    [InlineData("Oda Velleman came late. “The gate was jammed,” she said. It rained.", "“The gate was jammed,” she said.", "Oda Velleman came late. “The gate was jammed,” she said.")]
    public void A_quote_takes_in_what_it_needs(string text, string sentence, string quote)
    {
        var run = StandingAlone.Complete(Run(text, sentence));

        Assert.Equal(quote, run.Words.ToString());
        Assert.Null(StandingAlone.LeadInOf(run));
    }

    [Fact]
    public void What_is_too_long_leads_in_from_outside_the_quotation_marks()
    {
        var sentence = "She said that nobody was to blame for the gate, which had been jammed for years.";
        var article = Some.Article($"{Long} {sentence}");
        var run = StandingAlone.Complete(Run(article.Text, sentence));

        Assert.Equal(sentence, run.Words.ToString());
        Assert.Equal(Long, article.Cut(StandingAlone.LeadInOf(run)!.Value));
    }

    [Theory]
    [InlineData("Four were killed, police said. Another later died.", "Four were killed, police said. Another later died.")]
    [InlineData("Four were killed, police said. Two more died in hospital.", "Four were killed, police said. Two more died in hospital.")]
    [InlineData("Four were killed, police said. Both cars burned out.", "Four were killed, police said.")]
    public void A_count_takes_in_what_is_added_to_it(string text, string quote)
    {
        var run = Run(text, "Four were killed, police said.");

        Assert.Equal(quote, StandingAlone.Complete(run, isCount: true).Words.ToString());
        Assert.Equal("Four were killed, police said.", StandingAlone.Complete(run).Words.ToString());
    }

    [Theory]
    [InlineData("Oda Velleman came late.\n\n“The gate was jammed,” she said.", "“The gate was jammed,” she said.", "Oda Velleman came late.")]
    [InlineData("Ida Lund: We asked for sleep. The railway agreed.\n\nQ: And then?\n\nIda Lund: We slept.", "The railway agreed.", "Ida Lund: We asked for sleep.")]
    [InlineData("((Ida Lund)) We asked for sleep. The railway agreed.", "The railway agreed.", "((Ida Lund)) We asked for sleep.")]
    [InlineData("Ida Lund: we asked for sleep. The railway agreed.", "The railway agreed.", null)]
    public void What_names_the_speaker_leads_in_from_another_place(string text, string sentence, string? leadIn)
    {
        var run = StandingAlone.Complete(Run(text, sentence));

        Assert.Equal(sentence, run.Words.ToString());
        Assert.Equal(leadIn, StandingAlone.LeadInOf(run) is { } before ? text[before.Start..before.End] : null);
    }

    [Fact]
    public async Task The_answer_shows_what_leads_in_cut_at_a_clause_and_word_for_word()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync([Some.Article($"{Long} She said that nobody was to blame for the gate, which had been jammed for years.")]);

        var answer = await briefing.AskAsync("How long had the gate been jammed?");

        var quote = Assert.Single(answer.Quotes, quote => quote.Text.StartsWith("She said", StringComparison.Ordinal));
        var leadIn = quote.LeadIn!;
        Assert.Equal("The county engineer, Oda Velleman, who had been asked to come at short notice by the mayor, by two members of the council and by the water board", leadIn.Text);
        Assert.Equal(quote.Article.Cut(leadIn.Span), leadIn.Text);
        Assert.True(leadIn.CutShort);
        Assert.Contains($"jammed for years.” [just before: “{leadIn.Text}”…] [", PlainTextRendering.Render(answer));
        Assert.Contains($@"jammed for years.” \[just before: “{leadIn.Text}”…\] [", MarkdownRendering.Render(answer));
        Assert.Contains($"<small>[just before: “<bdi>{leadIn.Text}</bdi>”…]</small>", HtmlRendering.Render(answer));
    }

    [Fact]
    public async Task A_picture_s_credit_is_not_quoted()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync([Some.Article("The roof of the minster burns. Image: Ida Lund.\n\nThe roof of the minster caught fire on Tuesday at noon. It painted a clear picture: nobody had looked after it.")]);

        var answer = await briefing.AskAsync("When did the roof of the minster burn?");

        Assert.Contains("Tuesday", answer.Quotes[0].Text);
        Assert.DoesNotContain(answer.Quotes, quote => quote.Text.Contains("Ida Lund", StringComparison.Ordinal));
    }

    private static SentenceRun Run(string text, string sentence) => SomeRun.Of(text, sentence);
}
