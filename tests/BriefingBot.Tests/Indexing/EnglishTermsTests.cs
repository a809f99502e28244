using BriefingBot.Indexing;

namespace BriefingBot.Tests.Indexing;

public sealed class EnglishTermsTests
{
    [Theory]
    [InlineData("The ministers' floods were FLOODING the city's bridges", "minist flood were flood citi bridg")]
    [InlineData("It is of the and", "")]
    [InlineData("", "")]
    [InlineData("3.5 per cent in 2015", "3.5 per cent 2015")]
    public void Terms_are_lower_case_stems_without_stop_words(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', EnglishTerms.Of(text)));

    [Fact]
    public async Task Terms_can_be_made_by_many_threads_at_once() => await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, (i, _) =>
    {
        Assert.Equal([$"{i}", "bridg"], EnglishTerms.Of($"the {i} bridges"));
        return ValueTask.CompletedTask;
    });
}
