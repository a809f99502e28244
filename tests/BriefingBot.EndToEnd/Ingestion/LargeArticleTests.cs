using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>An article of 5 MB in each format: it is accepted, whole, and found again.</summary>
public sealed class LargeArticleTests(ITestOutputHelper output) : IDisposable
{
    private const int Sentences = 2_500;

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Workspace _own = new();

    public static TheoryData<string> Names() => [.. LargeInput.Rows.Where(IsArticle).Select(row => row.Input[LargeInput.Article.Length..])];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Article_of_5_MB_is_loaded_whole(string name)
    {
        // Most of it is words in Cherokee letters, which the model does not know and takes as a token each: as much English takes it minutes.
        string[] sentences = [.. Enumerable.Range(0, Sentences).Select(i => $"The code of day {i} at Lindale was {string.Concat(Enumerable.Range(0, 680).Select(j => (char)('\u13A0' + (((i * 7) + (j * j)) % 80))))} in the end.")];
        var file = _own.Write(name, Path.GetExtension(name) switch
        {
            ".html" => "<html><body><article><h1>Log</h1>\n" + string.Concat(sentences.Select(sentence => $"<p>{sentence}</p>\n")) + "</article></body></html>",
            ".jsonl" => new JsonObject { ["title"] = "Log", ["text"] = string.Join("\n\n", sentences) }.ToJsonString(Unescaped),
            ".md" => "# Log\n\n" + string.Join("\n\n", sentences),
            _ => string.Join("\n\n", sentences),
        });
        Assert.InRange(new FileInfo(file).Length, 5_000_000, 6_000_000);
        var started = Stopwatch.GetTimestamp();

        var run = await _own.JsonAsync("ingest", file);

        LargeInput.Of(LargeInput.Article + name).AssertEnd(run.ExitCode, run.Error);
        var line = run.Line;
        output.WriteLine($"{name}: {line.Whole("passages")} passages in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
        Assert.Equal("added", line.Text("outcome"));
        var shown = (await _own.JsonAsync("show", line.Text("articleId"))).Ended(0).Line.Text("text");
        Assert.Equal(sentences, shown.Split("\n\n").Where(paragraph => paragraph.StartsWith("The code", StringComparison.Ordinal)));
    }

    [Fact]
    public void Table_has_a_row_for_each_input_that_is_tested_and_no_other() => Assert.Equal(
        [LargeInput.Many, LargeInput.Interrupted], LargeInput.Rows.Where(row => !IsArticle(row)).Select(row => row.Input));

    public void Dispose() => _own.Dispose();

    private static bool IsArticle(LargeInput row) => row.Input.StartsWith(LargeInput.Article, StringComparison.Ordinal);
}
