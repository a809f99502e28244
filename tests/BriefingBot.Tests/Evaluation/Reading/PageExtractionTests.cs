using BriefingBot.Evaluation;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Evaluation;

public sealed class PageExtractionTests
{
    [Fact]
    public void Articles_are_read_better_than_by_any_extractor_that_was_compared()
    {
        var folder = SharedData.Find("html/zyte");
        Assert.SkipWhen(folder is null, "The pages of html/zyte are not beside the repository.");

        var scores = PageExtraction.Measure(folder, TestContext.Current.CancellationToken);

        Assert.True(scores[0].F1 >= 0.98, $"F1 is {scores[0].F1:0.0000}");
        Assert.All(scores.Skip(1), other => Assert.True(other.F1 < scores[0].F1, $"{other.Name} has {other.F1:0.0000}"));
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
