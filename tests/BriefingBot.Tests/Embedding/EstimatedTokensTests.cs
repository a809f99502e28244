using BriefingBot.Embedding;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Embedding;

public sealed class EstimatedTokensTests
{
    [Theory]
    [InlineData("", 3)]
    [InlineData("dam", 5)]
    [InlineData("The dam broke", 10)]
    [InlineData("1,250", 8)]
    [InlineData("nbsp", 7)]
    [InlineData("é", 5)]
    [InlineData("日本", 9)]
    [InlineData("a  b\n\nc", 9)]
    public void Letters_count_by_pairs_and_all_else_by_itself(string text, int tokens) => Assert.Equal(tokens, EstimatedTokens.Of(text));

    [Fact]
    public void Counting_stops_behind_the_limit() => Assert.Equal(11, EstimatedTokens.Of(new string('1', 1_000), 10));

    /// <summary>WordPiece is the one tokenizer at hand; others have larger vocabularies.</summary>
    [Fact]
    public void The_estimate_is_never_below_what_a_real_tokenizer_counts()
    {
        var pages = Directory.GetFiles(RepositoryFile.Root, "*.md", SearchOption.AllDirectories).Where(page => !page.Contains("node_modules", StringComparison.Ordinal));
        var lines = pages.SelectMany(File.ReadLines).Where(line => line.Length > 0).ToArray();
        Assert.NotEmpty(lines);

        Assert.All(lines, line => Assert.True(EstimatedTokens.Of(line) >= Briefing.Embedder.Model.CountTokens(line, 100_000), line));
        var ratio = lines.Sum(line => (double)EstimatedTokens.Of(line)) / lines.Sum(line => (double)Briefing.Embedder.Model.CountTokens(line, 100_000));
        TestContext.Current.TestOutputHelper?.WriteLine($"{ratio:F2} times as many");
        Assert.InRange(ratio, 1.2, 2.5);
    }
}
