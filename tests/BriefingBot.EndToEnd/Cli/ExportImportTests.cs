using System.Text;
using BriefingBot.EndToEnd.Support;
using BriefingBot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace BriefingBot.EndToEnd.Cli;

public sealed class ExportImportTests(ExportImportTests.Filled filled) : IClassFixture<ExportImportTests.Filled>, IDisposable
{
    private readonly Workspace _own = filled.Copy();

    [Fact]
    public async Task Articles_go_from_the_file_to_Qdrant_and_back_without_losing_anything()
    {
        await using var server = await QdrantServer.StartAsync();
        var qdrant = new Dictionary<string, string> { ["Qdrant__Endpoint"] = $"{server.Endpoint}" };
        var (first, second, third) = (Path.Combine(_own.Inputs, "1.jsonl"), Path.Combine(_own.Inputs, "2.jsonl"), Path.Combine(_own.Inputs, "3.jsonl"));
        Assert.Contains("3 articles were exported", (await _own.RunAsync("export", "--data", _own.Data, "--out", first)).Ended(0).Error);

        var imported = (await _own.RunAsync(qdrant, "import", "--json", first)).Ended(0);
        Assert.Equal([("board", "added", 1), ("gone", "added", 1), ("storm", "added", 2)], imported.Lines.Select(line => (line.Text("articleId"), line.Text("outcome"), line.Whole("version"))));
        Assert.All((await _own.RunAsync(qdrant, "import", "--json", first)).Ended(0).Lines, line => Assert.Equal("unchanged", line.Text("outcome")));
        (await _own.RunAsync(qdrant, "export", "--out", second)).Ended(0);
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));

        var other = Path.Combine(_own.Inputs, "other");
        (await _own.RunAsync("import", "--data", other, second)).Ended(0);
        (await _own.RunAsync("export", "--data", other, "--out", third)).Ended(0);
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(third));
        foreach (var run in new[] { await _own.RunAsync(qdrant, "ask", "--json", "--no-refuse", "When did the storm come?"), await _own.RunAsync("ask", "--json", "--no-refuse", "--data", other, "When did the storm come?") })
        {
            Assert.Equal("The storm came in June and broke the pier.", (string)run.Ended(0).Line["quotes"]![0]!["text"]!);
        }

        Assert.Contains("Nothing was to be mended.", (await _own.RunAsync(qdrant, "repair")).Ended(0).Error);
    }

    [Fact]
    public async Task Export_goes_to_standard_output_or_a_file_that_is_replaced_only_when_it_may_be()
    {
        var file = _own.Write("out.jsonl", "mine");
        Assert.Contains("is there already", (await _own.RunAsync("export", "--data", _own.Data, "--out", file)).Ended(2).Error);
        Assert.Equal("mine", File.ReadAllText(file));
        (await _own.RunAsync("export", "--data", _own.Data, "--out", file, "--replace")).Ended(0);
        Assert.Equal(File.ReadAllText(file), Encoding.UTF8.GetString((await _own.RunAsync("export", "--data", _own.Data)).Ended(0).Output));
        Assert.Equal(["out.jsonl"], Directory.GetFiles(_own.Inputs, "out*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task Lines_that_were_changed_fail_by_their_numbers_and_the_other_articles_load()
    {
        var exported = Encoding.UTF8.GetString((await _own.RunAsync("export", "--data", _own.Data)).Ended(0).Output);
        var lines = exported.TrimEnd('\n').Split('\n');
        Assert.Equal(4, lines.Length);
        (string Lines, string Error, string[] Loaded)[] cases =
        [
            (string.Join('\n', [lines[0], "not json", .. lines[2..]]), "line 2: it is not a line of 'briefing export'", ["storm"]),
            (exported.Replace("came in June", "came in July"), "line 4: the text is not the one that was exported", ["board", "gone"]),
            (string.Join('\n', [.. lines[..2], lines[3], lines[2]]), "line 4: the versions of the article are not in their order", ["board", "gone"]),
            (string.Join('\n', [.. lines[..2], "{", lines[3]]), "line 4: a line before it cannot be read and may belong to it", ["board"]),
            (exported.Replace("https://a.example/b?c=d", "javascript:alert(1)"), "line 1: the url 'javascript:alert(1)' is no web address", ["gone", "storm"]),
            (exported.Replace("\"groups\":[\"board\"]", "\"groups\":[\"board\"],\"groups\":[]"), "line 1: it is not a line of 'briefing export'", ["gone", "storm"]),
            (exported.Replace("\"sha256\"", "\"sha\""), "line 1: it is not a line of 'briefing export'", ["gone"]),
        ];
        foreach (var (content, error, loaded) in cases)
        {
            var other = Path.Combine(_own.Inputs, Guid.NewGuid().ToString("N"));
            var run = (await _own.RunAsync("import", "--json", "--data", other, _own.Write("changed.jsonl", content))).Ended(1);
            Assert.Contains(run.Lines, line => line.Text("outcome") == "failed" && line.Text("error").StartsWith(error, StringComparison.Ordinal));
            Assert.Equal(loaded, run.Lines.Where(line => line.Text("outcome") == "added").Select(line => line.Text("articleId")));
        }
    }

    [Fact]
    public async Task Article_that_the_store_knows_otherwise_is_not_touched()
    {
        var file = Path.Combine(_own.Inputs, "out.jsonl");
        (await _own.RunAsync("export", "--data", _own.Data, "--out", file)).Ended(0);
        (await _own.JsonAsync("remove", "--yes", "storm")).Ended(0);

        var failed = (await _own.JsonAsync("import", file)).Ended(1).Lines.Single(line => line.Text("outcome") == "failed");
        Assert.Equal("storm", failed.Text("articleId"));
        Assert.Contains("line 3: this store has known the id 'storm' before, with other versions or other metadata.", failed.Text("error"));
        Assert.DoesNotContain((await _own.JsonAsync("list")).Ended(0).Lines, line => line.Text("articleId") == "storm");
    }

    [Fact]
    public async Task History_that_differs_in_one_version_number_or_name_is_not_told_as_unchanged()
    {
        var exported = await ExportAsync();
        var lines = exported.TrimEnd('\n').Split('\n');
        foreach (var (id, content) in new[]
        {
            ("storm", lines[3]),
            ("gone", lines[1].Replace("\"version\":1", "\"version\":2")),
            ("board", lines[0].Replace("\"groups\":[\"board\"]", "\"groups\":[]")),
            ("board", lines[0].Replace("Ann", "Anna")),
        })
        {
            Assert.DoesNotContain(content, lines.Where(_ => id != "storm"));
            var line = (await _own.JsonAsync("import", _own.Write("other.jsonl", content))).Ended(1).Line;
            Assert.Equal((id, "failed"), (line.Text("articleId"), line.Text("outcome")));
        }

        Assert.Equal(exported, await ExportAsync());
    }

    [Fact]
    public async Task Article_that_stands_twice_in_a_file_is_taken_in_once()
    {
        var exported = await ExportAsync();
        var (other, twice) = (Path.Combine(_own.Inputs, "other"), _own.Write("twice.jsonl", exported + exported));

        var run = (await _own.RunAsync("import", "--json", "--data", other, twice)).Ended(0);

        Assert.Equal(["board added", "gone added", "storm added", "board unchanged", "gone unchanged", "storm unchanged"], run.Lines.Select(line => $"{line.Text("articleId")} {line.Text("outcome")}"));
        Assert.Equal(exported, Encoding.UTF8.GetString((await _own.RunAsync("export", "--data", other)).Ended(0).Output));
    }

    [Fact]
    public async Task Import_that_meets_a_damaged_article_names_it_and_goes_on()
    {
        var exported = _own.Write("out.jsonl", await ExportAsync());
        using (var connection = new SqliteConnection($"Data Source={_own.Database};Pooling=False"))
        {
            connection.Open();
            using var damage = connection.CreateCommand();
            damage.CommandText = "UPDATE versions SET text = 'The board never met.' WHERE article_id = 'board'";
            Assert.Equal(1, damage.ExecuteNonQuery());
        }

        var run = (await _own.JsonAsync("import", exported)).Ended(1);

        Assert.Equal(["board failed", "gone failed", "storm unchanged"], run.Lines.Select(line => $"{line.Text("articleId")} {line.Text("outcome")}"));
        Assert.Contains("of the article 'board' is damaged", run.Lines[0].Text("error"));
        Assert.Contains("of the article 'board' is damaged", (await _own.RunAsync("export", "--data", _own.Data)).Ended(1).Error);
    }

    [Fact]
    public async Task Export_that_fails_or_has_no_place_leaves_what_was_there()
    {
        var file = _own.Write("out.jsonl", "mine");
        Assert.Contains($"There is no folder {Path.Combine(_own.Inputs, "none")}", (await _own.RunAsync("export", "--data", _own.Data, "--out", Path.Combine("none", "out.jsonl"))).Ended(2).Error);
        File.WriteAllText(_own.Database, "This is no store.");

        (await _own.RunAsync("export", "--data", _own.Data, "--out", file, "--replace")).Ended(1);

        Assert.Equal("mine", File.ReadAllText(file));
        Assert.Equal(["out.jsonl"], Directory.GetFiles(_own.Inputs).Select(Path.GetFileName));
    }

    public void Dispose() => _own.Dispose();

    private async Task<string> ExportAsync() => Encoding.UTF8.GetString((await _own.RunAsync("export", "--data", _own.Data)).Ended(0).Output);

    /// <summary>A store with an article for some, one that was removed, and one with two versions.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        private readonly Workspace _workspace = new();

        public async ValueTask InitializeAsync()
        {
            await IngestAsync("""{"id":"board","title":"Möte 😀","text":"The board met.\n\n  Twice. ","groups":["board"],"url":"https://a.example/b?c=d","author":"Ann","published":"2020-05-02T10:00:00+02:00"}""");
            await IngestAsync("""{"id":"gone","title":"Gone","text":"It was here."}""");
            await IngestAsync("""{"id":"storm","title":"Storm","text":"The storm came in May.","source":"Post","labels":["sea"]}""");
            await IngestAsync("""{"id":"storm","title":"Storm","text":"The storm came in June and broke the pier.","source":"Post","labels":["sea"]}""");
            (await _workspace.JsonAsync("remove", "--yes", "gone")).Ended(0);
        }

        public ValueTask DisposeAsync()
        {
            _workspace.Dispose();
            return ValueTask.CompletedTask;
        }

        internal Workspace Copy()
        {
            var copy = new Workspace();
            Directory.CreateDirectory(copy.Data);
            foreach (var file in Directory.GetFiles(_workspace.Data))
            {
                File.Copy(file, Path.Combine(copy.Data, Path.GetFileName(file)));
            }

            return copy;
        }

        private async Task IngestAsync(string line) => (await _workspace.JsonAsync("ingest", _workspace.Write("articles.jsonl", line))).Ended(0);
    }
}
