using System.Globalization;

namespace BriefingBot.Tests.Ingestion;

public sealed class DocumentsOfOthersTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("docx", ".docx", 0.95, 0.93)]
    [InlineData("odf", ".odt", 0.95, 0.95)]
    [InlineData("pptx", ".pptx", 0.88, 0.93)]
    [InlineData("epub", ".epub", 0.95, 0.95)]
    public void Words_of_documents_of_others_are_read(string folder, string ending, double recall, double precision)
    {
        var measured = MeasuredDocuments.Of(folder, ending);
        foreach (var one in measured)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{one.File,-45} recall {one.Recall:0.000} precision {one.Precision:0.000}  missing: {string.Join(' ', one.Missing.Take(15))}  more: {string.Join(' ', one.More.Take(15))}"));
        }

        var means = (Recall: measured.Average(one => one.Recall), Precision: measured.Average(one => one.Precision));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean recall {means.Recall:0.000} precision {means.Precision:0.000}"));
        Assert.True(means.Recall >= recall, $"recall {means.Recall}");
        Assert.True(means.Precision >= precision, $"precision {means.Precision}");
    }
}
