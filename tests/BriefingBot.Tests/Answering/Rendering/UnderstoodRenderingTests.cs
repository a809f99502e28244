using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

public sealed class UnderstoodRenderingTests
{
    private static readonly VerifiedAnswer Understood = Answered(new(2019, 1, 6), tellsAge: true) with { UnderstoodAs = "Who won? — only from The *Valley*\nPost" };

    [Fact]
    public void What_was_understood_comes_first_and_the_sources_age_last()
    {
        Assert.StartsWith("Understood as: Who won? — only from The *Valley* Post\n\n> “The dam", PlainTextRendering.Render(Understood));
        Assert.EndsWith("\n\nThe source was published 2 days ago.", PlainTextRendering.Render(Understood));
        Assert.StartsWith("Understood as: Who won? — only from The \\*Valley\\* Post\n\n> “The dam", MarkdownRendering.Render(Understood));
        Assert.EndsWith("\n\nThe source was published 2 days ago.", MarkdownRendering.Render(Understood));
        Assert.StartsWith("<p>Understood as: <bdi>Who won?", HtmlRendering.Render(Understood));
        Assert.EndsWith("<p>The source was published 2 days ago.</p>", HtmlRendering.Render(Understood));
    }

    [Theory]
    [InlineData("2019-01-04", true, "today")]
    [InlineData("2019-01-05", true, "yesterday")]
    [InlineData("2019-01-17", true, "13 days ago")]
    [InlineData("2019-01-18", true, "2 weeks ago")]
    [InlineData("2019-03-10", true, "2 months ago")]
    [InlineData("2020-01-04", false, "12 months ago")]
    [InlineData("2026-11-26", false, "7 years ago")]
    public void Age_is_told_where_it_was_asked_for_or_is_great(string asked, bool tellsAge, string age) =>
        Assert.EndsWith($"was published {age}.", PlainTextRendering.Render(Answered(DateOnly.ParseExact(asked, "yyyy-MM-dd"), tellsAge)));

    [Fact]
    public void Age_is_in_the_plural_and_grows()
    {
        var longest = 0;
        foreach (var days in Enumerable.Range(2, 999))
        {
            var words = SourceAge.Ago(days).Split(' ');
            var unit = words[1] switch { "days" => 1, "weeks" => 7, "months" => 30, "years" => 365, _ => throw new InvalidOperationException(words[1]) };
            var count = int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(count > 1 && words[2] == "ago", SourceAge.Ago(days));
            Assert.InRange(days - (count * unit), 0, unit + 15);
            Assert.True(count * unit >= longest, SourceAge.Ago(days));
            longest = count * unit;
        }

        Assert.Equal(["today", "yesterday", "8 weeks ago", "2 months ago", "23 months ago", "2 years ago"], new[] { 0, 1, 60, 61, 729, 730 }.Select(SourceAge.Ago));
    }

    [Theory]
    [InlineData("2019-06-04", false)]
    [InlineData("2018-06-04", true)]
    public void Age_is_not_told_of_sources_that_are_young_or_newer_than_the_question(string asked, bool tellsAge) =>
        Assert.DoesNotContain("was published", PlainTextRendering.Render(Answered(DateOnly.ParseExact(asked, "yyyy-MM-dd"), tellsAge)));

    [Fact]
    public void Name_in_a_refusals_sentence_does_nothing()
    {
        var refusal = Some.Refusal(RefusalReason.NotEnough) with { Sentence = "The *Post* has nothing on this that I can quote." };
        Assert.Equal("The \\*Post\\* has nothing on this that I can quote.", MarkdownRendering.Render(refusal));
        Assert.Equal("The *Post* has nothing on this that I can quote.", PlainTextRendering.Render(refusal));
    }

    private static VerifiedAnswer Answered(DateOnly asked, bool tellsAge) =>
        VerifiedAnswer.Answered(new("When?", Asker.Unknown) { Asked = asked }, new([], 0.9, "extractive"), [Some.Quote(Some.Article(), "The dam broke at night.")], 0) with { TellsAge = tellsAge };
}
