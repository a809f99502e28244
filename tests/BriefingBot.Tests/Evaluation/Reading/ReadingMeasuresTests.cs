using BriefingBot.Evaluation;

namespace BriefingBot.Tests.Evaluation;

public sealed class ReadingMeasuresTests
{
    [Theory]
    [InlineData("a b c d e", "a b c d e", 1, 1)]
    // Two runs read, three expected, two in common.
    [InlineData("a b c d e", "a b c d e f", 1, 2.0 / 3)]
    // Of four runs that were read one is expected: the case counts.
    [InlineData("a b c d E f g", "a b c d e", 0.25, 0.5)]
    // Twice read, once expected.
    [InlineData("a b c d, a b c d", "a b c d", 0.2, 1)]
    [InlineData("a b", "a b", 1, 1)]
    [InlineData("", "a b c d", 0, 0)]
    [InlineData("a b c d", "", 0, 0)]
    [InlineData("", "", 1, 1)]
    public void Pages_are_compared_by_runs_of_four_words(string read, string expected, double precision, double recall)
    {
        var overlap = Overlap.Of(Shingles.Of(read), Shingles.Of(expected));

        Assert.Equal(precision, overlap.Precision, 1e-9);
        Assert.Equal(recall, overlap.Recall, 1e-9);
    }

    [Fact]
    public void F1_is_that_of_the_means_whatever_the_pages_lengths()
    {
        var score = new ExtractorScore("x", [new("short", new(1, 0, 0)), new("long", new(50, 50, 950))]);

        Assert.Equal(0.75, score.Precision, 1e-9);
        Assert.Equal(0.525, score.Recall, 1e-9);
        Assert.Equal(2 * 0.75 * 0.525 / 1.275, score.F1, 1e-9);
    }

    [Theory]
    [InlineData("# A *title*\n\nSee [the page](https://example.org/a_(b) \"t\") now", "a title see the page now")]
    [InlineData("<!-- image -->\n![alt text](x.png)\n\n<https://example.org> Ends", "ends")]
    [InlineData("1. one\n2. two\n   10) three\n- [x] done", "one two three done")]
    [InlineData("The area $A= \\pi r^{2}$ costs $5 or $6.\n\n$$E=mc^2$$", "the area costs 5 or 6")]
    [InlineData("snake\\_case &amp; co", "snake_case co")]
    public void Expected_Markdown_counts_by_its_words_alone(string markdown, string words) =>
        Assert.Equal(words.Split(' ').Order(StringComparer.Ordinal), ExpectedWords.Of(markdown).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("words alone here", 0)]
    [InlineData("$$a + b$$ and c", 0.5)]
    public void Share_of_formulae_is_that_of_their_words(string markdown, double share) => Assert.Equal(share, ExpectedWords.FormulaShare(markdown), 1e-9);

    [Fact]
    public void A_folder_is_measured_by_format_and_the_rest_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("documents/txt/good.txt", "One two three four five six");
        folder.Write("documents/txt/expected/good.txt.md", "One two three four five **six**");
        folder.Write("documents/txt/half.txt", "One two three four five");
        folder.Write("documents/txt/expected/half.md", "One two three four five six seven eight nine ten");
        folder.Write("documents/txt/odd.xyz", "?");
        folder.Write("documents/txt/expected/odd.xyz.md", "One two three four five");
        folder.Write("documents/txt/few.txt", "One");
        folder.Write("documents/txt/expected/few.txt.md", "One");
        folder.Write("documents/txt/alone.txt", "One");

        var evaluation = ReadingEvaluation.Of(folder.Path, TestContext.Current.CancellationToken)!;
        var score = Assert.Single(evaluation.Formats);

        Assert.Empty(evaluation.Extractors);
        Assert.Equal((3, 2, 0.75, 1.0), (score.Documents.Length, score.Read, score.Recall, score.Precision));
        Assert.Equal("half.txt", Assert.Single(score.Misses).Name);
        Assert.Equal("odd.xyz", Assert.Single(score.Failed).Name);
        Assert.Equal(["alone.txt", "few.txt"], score.Unmeasured.Select(left => left.Name));
        var report = ReadingReport.Render(evaluation, 5);
        Assert.Contains("| txt | 3 | 2 | 0.750 | 1.000 | 1 |", report, StringComparison.Ordinal);
        Assert.Contains("- txt/half.txt: recall 0.500, precision 1.000", report, StringComparison.Ordinal);
        Assert.Contains("- txt/few.txt is not measured: it has fewer than 5 words.", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_either_is_nothing_to_measure()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(ReadingEvaluation.Of(folder.Path, TestContext.Current.CancellationToken));
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("briefing-reading-").FullName;

        public void Write(string name, string text)
        {
            var file = System.IO.Path.Combine(Path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
