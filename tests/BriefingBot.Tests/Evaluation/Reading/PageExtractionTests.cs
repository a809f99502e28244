using BriefingBot.Evaluation;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Evaluation;

public sealed class PageExtractionTests
{
    [Fact]
    public void Articles_of_pages_are_read_and_little_else()
    {
        var folder = SharedData.Find("html/zyte");
        Assert.SkipWhen(folder is null, "The pages of html/zyte are not beside the repository.");

        var score = PageExtraction.MeasureOurs(folder, TestContext.Current.CancellationToken);

        Assert.True(score.F1 >= 0.98, $"F1 is {score.F1:0.0000}");
    }

    [Fact]
    public void Documents_saved_as_HTML_lose_no_more_words_than_before()
    {
        var folder = SharedData.Find("documents");
        Assert.SkipWhen(folder is null, "The documents are not beside the repository.");

        Assert.True(DocumentReading.MeasureFormat(Path.Combine(folder, "html"), TestContext.Current.CancellationToken).Recall >= 0.97);
        Assert.True(DocumentReading.MeasureFormat(Path.Combine(folder, "md"), TestContext.Current.CancellationToken).Recall >= 0.95);
    }
}
