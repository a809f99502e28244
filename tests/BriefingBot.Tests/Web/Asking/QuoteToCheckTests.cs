using BriefingBot.Web.Asking;

namespace BriefingBot.Tests.Web.Asking;

public sealed class QuoteToCheckTests
{
    [Theory]
    [InlineData("where is this from: \"The dam broke\"", "\"The dam broke\"")]
    [InlineData("Where does this quote come from? The dam broke at night.", "The dam broke at night.")]
    [InlineData("“The dam broke” where is this from?", "“The dam broke”")]
    [InlineData("The dam broke late at night. Where is this from?", "The dam broke late at night.")]
    [InlineData("The dam broke late at night\n\nwhere is it from", "The dam broke late at night")]
    [InlineData("is this quote right? \"The dam broke\"", "\"The dam broke\"")]
    [InlineData("\"The dam broke,\" he said, \"at night\" - is this a real quote?", "\"The dam broke,\" he said, \"at night\"")]
    [InlineData("check quote the dam broke", "the dam broke")]
    [InlineData("Please check this quotation: the dam broke", "the dam broke")]
    [InlineData("source of \"The dam broke\"", "\"The dam broke\"")]
    [InlineData("What’s the source of “The dam broke”?", "“The dam broke”?")]
    [InlineData("“The dam broke” source?", "“The dam broke”")]
    [InlineData("which article is this from? “The dam broke”", "“The dam broke”")]
    [InlineData("woher stammt das? „The dam broke“", "„The dam broke“")]
    [InlineData("source of »The dam broke«", "»The dam broke«")]
    [InlineData("source of «The dam broke»", "«The dam broke»")]
    [InlineData("source of ‚The dam broke‘", "‚The dam broke‘")]
    [InlineData("source of ›The dam broke‹", "›The dam broke‹")]
    [InlineData("„The dam broke“ Woher stammt das?", "„The dam broke“")]
    [InlineData("»The dam broke« where is this from?", "»The dam broke«")]
    [InlineData("« The dam broke » where is this from?", "« The dam broke »")]
    [InlineData("‚The dam broke‘ where is this from?", "‚The dam broke‘")]
    [InlineData("‘The dam broke’ is this quote right?", "‘The dam broke’")]
    [InlineData("check-quote „The dam broke“", "„The dam broke“")]
    [InlineData("/check-quote the dam broke", "the dam broke")]
    [InlineData("Ist dieses Zitat richtig? „The dam broke“", "„The dam broke“")]
    [InlineData("»The dam broke« Stimmt das Zitat so?", "»The dam broke«")]
    [InlineData("Prüfe bitte das Zitat the dam broke", "the dam broke")]
    public void Quotation_to_be_checked_is_recognised(string text, string quotation) => Assert.Equal(quotation, QuoteToCheck.In(text));

    [Theory]
    [InlineData("who said \"We did not ask for gold\"?")]
    [InlineData("What does \"the dam broke\" mean?")]
    [InlineData("What is the source of the Quarne?")]
    [InlineData("where is this from?")]
    [InlineData("Who won? Where is this from?")]
    [InlineData("is this quote right?")]
    [InlineData("check quote")]
    [InlineData("Ist das Zitat richtig?")]
    [InlineData("Who checks the quotes in the paper?")]
    [InlineData("Where is the water from?")]
    public void Question_is_not(string text) => Assert.Null(QuoteToCheck.In(text));

    [Fact]
    public void Longest_text_is_read_at_once()
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        Assert.Null(QuoteToCheck.In(string.Concat(Enumerable.Repeat("\"who? is this\" ", 260))));
        Assert.NotNull(QuoteToCheck.In("\"" + string.Concat(Enumerable.Repeat("where is this from\" ", 190)) + "and then"));

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 2);
    }
}
