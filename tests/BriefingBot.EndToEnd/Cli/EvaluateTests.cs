using System.Diagnostics;
using System.Text;
using BriefingBot.EndToEnd.Support;
using Microsoft.Data.Sqlite;

namespace BriefingBot.EndToEnd.Cli;

public sealed class EvaluateTests : IDisposable
{
    private const string Bells = "sample/feature-bells";

    // The positions are of no text, so the words decide; the last line has no labels.
    private static readonly string[] Asked =
    [
        $$"""{"id":"bell","question":"How much does the great bell of Stelmouth minster weigh?","answerable":true,"articles":["{{Bells}}"],"answers":["6.2 tonnes"],"spans":[["{{Bells}}",0,3]]}""",
        $$"""{"id":"missed","question":"Why did the train drivers call off their strike?","answerable":true,"articles":["{{Bells}}"],"answers":["<b>no such words</b>"],"spans":[["{{Bells}}",0,3]]}""",
        """{"id":"unanswerable","question":"What is the boiling point of tungsten hexafluoride?","answerable":false}""",
        """{"question":"How many people had to leave their homes in Vessing?"}""",
    ];

    private readonly Workspace _workspace = new();

    private static string Samples => Path.Combine(Path.GetDirectoryName(Workspace.PathOf("BriefingBot.Web"))!, "Samples", "Articles");

    private string Out => Path.Combine(_workspace.Inputs, "evaluation");

    [Fact]
    public async Task Questions_are_asked_of_the_articles_and_measured_in_three_files()
    {
        var temporary = Directory.CreateDirectory(Path.Combine(_workspace.Inputs, "temporary")).FullName;
        var run = (await _workspace.RunAsync(new Dictionary<string, string> { ["TMPDIR"] = temporary }, "evaluate", "--json", "--articles", Samples, "--questions", Questions(Asked))).Ended(0);

        Assert.Equal(["predictions.jsonl", "report.html", "summary.json"], Directory.GetFiles(Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetDirectories(temporary, "briefing-*"));
        Assert.Equal(run.Output, await File.ReadAllBytesAsync(Path.Combine(Out, "summary.json"), TestContext.Current.CancellationToken));
        var summary = run.Line;
        Assert.Equal(4, summary.Whole("questions"));
        Assert.Equal(10, summary["run"]!.Whole("articlesIndexed"));
        Assert.Equal(2, summary["ranking"]!.Whole("questions"));
        Assert.Equal(0.5, summary["ranking"]!["fused"]!.Number("hitAt1"));
        Assert.Equal((2, 0.5, 0.5), (summary["quotes"]!.Whole("questions"), summary["quotes"]!.Number("quoteAt1"), summary["quotes"]!.Number("quoteAt3")));
        Assert.Equal(1, summary["refusals"]!.Number("auroc"));
        Assert.Equal(1, summary["refusals"]!["shipped"]!.Number("unanswerable"));
        Assert.Equal(3, summary["riskCoverage"]!.Whole("questions"));

        var lines = new Run(0, await File.ReadAllBytesAsync(Path.Combine(Out, "predictions.jsonl"), TestContext.Current.CancellationToken), "").Lines;
        Assert.Equal(["bell", "missed", "unanswerable", "4"], lines.Select(line => line.Text("id")));
        Assert.All(lines, line => line.HasFields("id", "question", "answerable", "outcome", "reason", "confidence", "quotes", "elapsedMs", "rankedArticles", "quoteAt1", "quoteAt3"));
        Assert.Equal(["answered", "refused"], lines.Skip(1).Take(2).Select(line => line.Text("outcome")));
        Assert.Contains(lines[2].Text("reason"), new[] { "nothing_found", "not_enough" });
        Assert.NotEmpty(lines[2].Objects("quotes"));
        Assert.Contains("6.2 tonnes", lines[0].Objects("quotes")[0].Text("text"));
        Assert.Equal(Bells, lines[0]["rankedArticles"]![0]!.GetValue<string>());
        Assert.True(lines[0]["quoteAt1"]!.GetValue<bool>());
        Assert.All(["answerable", "quoteAt1", "quoteAt3"], name => lines[3].IsNull(name));

        var report = await File.ReadAllTextAsync(Path.Combine(Out, "report.html"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script", report, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Why did the train drivers call off their strike?", report);
        Assert.Contains("&lt;b&gt;no such words&lt;/b&gt;", report);
    }

    [Fact]
    public async Task Store_that_is_there_is_asked_and_an_earlier_evaluation_replaced()
    {
        (await _workspace.JsonAsync("ingest", Samples)).Ended(0);
        string[] arguments = ["evaluate", "--data", _workspace.Data, "--questions", Questions(Asked), "--out", Out];
        (await _workspace.RunAsync([.. arguments, "--limit", "2"])).Ended(0);
        var run = (await _workspace.RunAsync([.. arguments, "--limit", "1"])).Ended(0);

        var table = Encoding.UTF8.GetString(run.Output);
        Assert.StartsWith("1 questions, 1 answerable and 0 not\n", table);
        Assert.Matches(@"\nfused +100\.0 %", table);
        Assert.Matches(@"\nAUROC +–\n", table);
        Assert.Contains($"Store: {_workspace.Database}", run.Error);
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(Out, "predictions.jsonl"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Bad_line_is_told_before_anything_is_indexed()
    {
        var questions = Questions([Asked[0], """{"question":"Who?","spans":[["a",5]]}"""]);
        var run = (await _workspace.RunAsync("evaluate", "--articles", Samples, "--questions", questions)).Ended(1);
        Assert.Equal($"Line 2 of {questions} has a span that cannot be read; write it as [\"article id\", start, end], the end behind the start.\n", run.Error);
    }

    [Fact]
    public async Task Article_that_fails_is_told_and_the_others_are_asked()
    {
        var articles = _workspace.Write("articles.jsonl", "{\"id\":\"dam\",\"title\":\"Dam\",\"text\":\"The dam at Kestrel Valley broke in 2019.\"}\nnot JSON\n");
        var run = (await _workspace.RunAsync("evaluate", "--json", "--articles", articles, "--questions", Questions(["""{"question":"When did the dam break?"}"""]))).Ended(1);
        Assert.Contains($"{articles}, line 2: ", run.Error);
        Assert.Equal((1, 1), (run.Line["run"]!.Whole("articlesIndexed"), run.Line["run"]!.Whole("articlesFailed")));
    }

    [Fact]
    public async Task Question_that_fails_is_told_by_its_line_counted_and_in_no_measure()
    {
        (await _workspace.JsonAsync("ingest", Samples)).Ended(0);
        Damage("UPDATE versions SET text_hash = '' WHERE article_id = 'sample/harbour-dues'");
        var questions = Questions([Asked[0], """{"id":"dues","question":"How much in harbour dues cannot be traced in Karrowby?","answerable":false}"""]);

        var run = (await _workspace.RunAsync("evaluate", "--json", "--data", _workspace.Data, "--questions", questions, "--out", Out)).Ended(1);

        Assert.Contains($"line 2 of {questions}: {_workspace.Database}: the stored text of the article 'sample/harbour-dues' is damaged.", run.Error);
        Assert.Contains("1 of 2 questions failed and are in no measure.", run.Error);
        var summary = run.Line;
        Assert.Equal((2, 1), (summary.Whole("questions"), summary.Whole("unmeasured")));
        Assert.Equal((1, 0), (summary["refusals"]!.Whole("answerable"), summary["refusals"]!.Whole("unanswerable")));
        Assert.Equal((1, 1.0), (summary["riskCoverage"]!.Whole("questions"), summary["riskCoverage"]!.Number("accuracyAt100")));

        var lines = new Run(0, await File.ReadAllBytesAsync(Path.Combine(Out, "predictions.jsonl"), TestContext.Current.CancellationToken), "").Lines;
        Assert.Equal([("bell", "answered"), ("dues", "failed")], lines.Select(line => (line.Text("id"), line.Text("outcome"))));
        Assert.Contains("'sample/harbour-dues' is damaged", lines[1].Text("error"));
        var report = await File.ReadAllTextAsync(Path.Combine(Out, "report.html"), TestContext.Current.CancellationToken);
        Assert.Contains("1 failed, and are in no measure", report);
        Assert.Contains("How much in harbour dues cannot be traced in Karrowby?", report);
    }

    [Fact]
    public async Task Question_of_a_file_that_fails_is_told_by_its_line_and_counted_and_the_others_are_answered()
    {
        (await _workspace.JsonAsync("ingest", Samples)).Ended(0);
        Damage("UPDATE versions SET text_hash = '' WHERE article_id = 'sample/harbour-dues'");
        var questions = Questions(["""{"question":"How much in harbour dues cannot be traced in Karrowby?"}""", "not JSON", Asked[0]]);

        var run = (await _workspace.JsonAsync("ask", "--questions", questions)).Ended(1);

        Assert.Equal(["failed", "failed", "answered"], run.Lines.Select(line => line.Text("outcome")));
        Assert.Contains($"line 1 of {questions}: {_workspace.Database}: the stored text of the article 'sample/harbour-dues' is damaged.", run.Error);
        Assert.Contains($"\nline 2 of {questions} is not JSON.\n", run.Error);
        Assert.EndsWith("2 of 3 lines failed.\n", run.Error);
    }

    [Fact]
    public async Task Folder_with_other_files_is_refused_and_left_alone()
    {
        _workspace.Write("evaluation/letter.txt", "Dear reader");
        var run = (await _workspace.RunAsync("evaluate", "--articles", Samples, "--questions", Questions(Asked), "--out", Out)).Ended(2);
        Assert.Equal($"The folder {Out} holds other files, letter.txt among them. Name an empty one, or a new one, with --out.\n", run.Error);
        Assert.Equal(["letter.txt"], Directory.GetFileSystemEntries(Out).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("--articles needs a file", "--articles", "")]
    [InlineData("not both", "--articles", "a.jsonl", "--data", "store")]
    [InlineData("--limit 0 is not 1 or more", "--limit", "0")]
    [InlineData("questions.jsonl is a file", "--out", "questions.jsonl")]
    public async Task Wrong_use_says_what_to_change(string said, params string[] arguments)
    {
        Questions(Asked);
        var run = (await _workspace.RunAsync(["evaluate", "--questions", "questions.jsonl", .. arguments])).Ended(2);
        Assert.Contains(said, run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Interrupted_evaluation_leaves_neither_its_store_nor_half_a_report()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A signal is not sent so there.");
        var temporary = Directory.CreateDirectory(Path.Combine(_workspace.Inputs, "temporary")).FullName;
        var questions = Questions(Enumerable.Repeat(Asked[0], 20_000));
        using var process = _workspace.Start("briefing", new Dictionary<string, string> { ["TMPDIR"] = temporary }, "evaluate", "--articles", Samples, "--questions", questions);
        Assert.StartsWith("Store: ", await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetDirectories(temporary, "briefing-*"));
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Empty(Directory.GetDirectories(temporary, "briefing-*"));
        Assert.Empty(Directory.GetFiles(Out));
    }

    public void Dispose() => _workspace.Dispose();

    private void Damage(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_workspace.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private string Questions(IEnumerable<string> lines) => _workspace.Write("questions.jsonl", string.Join('\n', lines));
}
