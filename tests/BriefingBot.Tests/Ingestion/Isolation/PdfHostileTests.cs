using System.Diagnostics;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

/// <summary>Damaged, encrypted and odd PDF documents through the process that reads: each is text or a refusal, soon, and within its memory.</summary>
public sealed class PdfHostileTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Each_is_read_or_refused_in_ten_seconds_and_a_gigabyte()
    {
        var folder = SharedData.Find("pdf-hostile");
        Assert.SkipWhen(folder is null, "The hostile PDF documents are not beside the repository.");
        var cancellation = TestContext.Current.CancellationToken;
        var (texts, read, refusals, longest, largest) = (0, 0, 0, (File: "", Seconds: 0.0), (File: "", Bytes: 0L));
        string[] files = [.. Directory.GetFiles(folder!, "*.pdf").Order(StringComparer.Ordinal)];
        ReadingProcess? process = null;
        try
        {
            foreach (var file in files)
            {
                // A process of its own for whatever left the last one lost or large, as the product does it.
                if (process is not { IsGoodAsNew: true })
                {
                    process?.Dispose();
                    process = await ReadingProcess.StartAsync(BuiltReader.Program, ReadingLimits.Default, cancellation);
                }

                var name = Path.GetFileName(file);
                var bytes = await File.ReadAllBytesAsync(file, cancellation);
                var started = Stopwatch.GetTimestamp();
                try
                {
                    var parts = await process.ReadAsync(name, bytes, cancellation).ToListAsync(cancellation);
                    Assert.All(parts, part => Assert.True(part.Article is { } article ? ReadArticle.HasWords(article.Text) : part.Problem!.Length > 0, name));
                    Assert.NotEmpty(parts);
                    texts += parts.Any(part => part.Article is not null) ? 1 : 0;
                    read++;
                }
                catch (UnreadableInputException refused)
                {
                    Assert.Contains(". ", refused.Message, StringComparison.Ordinal);
                    output.WriteLine($"{name}: {refused.Message}");
                    refusals++;
                }

                var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
                Assert.True(seconds <= 10, $"{name} took {seconds:F1} s.");
                Assert.True(process.PeakWorkingSet <= 1L << 30, $"{name} took {process.PeakWorkingSet >> 20} MB.");
                longest = seconds > longest.Seconds ? (name, seconds) : longest;
                largest = process.PeakWorkingSet > largest.Bytes ? (name, process.PeakWorkingSet) : largest;
            }
        }
        finally
        {
            process?.Dispose();
        }

        Assert.Equal(files.Length, read + refusals);
        output.WriteLine($"{files.Length} of {files.Length} ended; {texts} with text; longest {longest.File} {longest.Seconds:F1} s; largest {largest.File} {largest.Bytes >> 20} MB");
        Assert.True(texts >= 150, $"Only {texts} have text.");
    }
}
