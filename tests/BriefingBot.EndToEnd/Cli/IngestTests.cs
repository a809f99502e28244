using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Cli;

public sealed class IngestTests(LoadedStore store) : IDisposable
{
    private static readonly string[] Fields = ["input", "line", "outcome", "articleId", "version", "title", "passages", "copyOf", "error"];

    private readonly Workspace _own = new();

    [Fact]
    public void Each_article_added_has_a_line_with_every_field()
    {
        var lines = store.Ingest.Lines;

        Assert.Equal(5 + LoadedStore.OddIds.Length + 1, lines.Count);
        Assert.All(lines, line =>
        {
            line.HasFields(Fields);
            Assert.Equal("added", line.Text("outcome"));
            Assert.Equal(1, line.Whole("version"));
            Assert.InRange(line.Whole("passages"), 1, 3);
            line.IsNull("error");
        });
        Assert.Equal(("dam", "Dam breaks", 1), (lines[0].Text("articleId"), lines[0].Text("title"), lines[0].Whole("line")));
        Assert.Equal(store.Articles, lines[0].Text("input"));
        Assert.Equal(Path.Combine(store.Workspace.Inputs, "folder", "inner", "notes.md"), lines[^1].Text("input"));
        Assert.Equal("folder/inner/notes.md", lines[^1].Text("articleId"));
        Assert.Contains($"Store: {store.Workspace.Database}", store.Ingest.Error);
    }

    [Fact]
    public void Nothing_is_written_outside_the_data_directory()
    {
        store.Ingest.Ended(0);
        Assert.Empty(Directory.EnumerateFiles(store.Workspace.Home, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }));
    }

    [Fact]
    public async Task Same_input_again_is_unchanged()
    {
        var lines = (await store.Workspace.JsonAsync("ingest", store.Articles)).Ended(0).Lines;

        Assert.Equal(5, lines.Count);
        Assert.All(lines, line =>
        {
            line.HasFields(Fields);
            Assert.Equal(("unchanged", 1, 0), (line.Text("outcome"), line.Whole("version"), line.Whole("passages")));
        });
    }

    [Fact]
    public async Task Versions_count_on_through_update_remove_and_new_text_and_old_ones_can_be_shown()
    {
        async Task<(string, int)> IngestAsync(string text, string title = "T")
        {
            var line = (await _own.JsonAsync("ingest", _own.Write("a.jsonl", LoadedStore.Line(new JsonObject { ["id"] = "a", ["title"] = title, ["text"] = text })))).Ended(0).Line;
            return (line.Text("outcome"), line.Whole("version"));
        }

        Assert.Equal(("added", 1), await IngestAsync("The first text stands here."));
        Assert.Equal(("updated", 2), await IngestAsync("The second text stands here."));
        Assert.Equal(("updated", 2), await IngestAsync("The second text stands here.", title: "Another title"));
        Assert.Equal("The first text stands here.", (await _own.JsonAsync("show", "a", "--version", "1")).Ended(0).Line.Text("text"));
        Assert.Equal(2, (await _own.JsonAsync("show", "a")).Ended(0).Line.Whole("version"));

        Assert.Equal("removed", (await _own.JsonAsync("remove", "--yes", "a")).Ended(0).Line.Text("outcome"));
        Assert.Empty((await _own.JsonAsync("show", "a", "--version", "1")).Ended(1).Lines);
        Assert.Equal(("added", 3), await IngestAsync("The second text stands here."));
        Assert.Empty((await _own.JsonAsync("show", "a", "--version", "2")).Ended(1).Lines);
    }

    [Fact]
    public async Task Bad_inputs_fail_with_their_reason_and_the_good_ones_go_on()
    {
        var lines = _own.Write("lines.jsonl", "{\"id\":\"good\",\"title\":\"Good\",\"text\":\"A good article stands here.\"}\nnot json\n{\"title\":\"No text\"}\n{\"id\":\"good\",\"title\":\"Twice\",\"text\":\"Another text under the same id.\"}\n");
        var blank = _own.Write("blank.txt", " \n ");
        var kind = _own.Write("picture.xyz", "x");
        var last = _own.Write("last.txt", "The last file is read after all of the bad ones.");

        var run = (await _own.JsonAsync("ingest", lines, "", blank, kind, Path.Combine(_own.Inputs, "absent.txt"), Path.Combine(_own.Inputs, "none-*.md"), last)).Ended(1);

        Assert.Equal(
            ["failed", "failed", "failed", "failed", "failed", "failed", "failed", "failed", "added", "added"],
            run.Lines.Select(line => line.Text("outcome")).Order(StringComparer.Ordinal).Reverse());
        Assert.All(run.Lines, line => line.HasFields(Fields));
        Assert.All(run.Lines.Where(line => line.Text("outcome") == "failed"), line =>
        {
            Assert.NotEmpty(line.Text("error"));
            Assert.Equal(0, line.Whole("passages"));
            line.IsNull("version");
        });
        Assert.Contains(run.Lines, line => line.Text("input").EndsWith("absent.txt", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.Text("input").EndsWith("picture.xyz", StringComparison.Ordinal));
        Assert.Equal([2, 3, 4], run.Lines.Where(line => line.Text("outcome") == "failed" && line["line"] is not null).Select(line => line.Whole("line")));
    }

    [Fact]
    public async Task Id_from_another_input_fails_unless_it_may_replace()
    {
        const string Article = """{"id":"a","title":"T","text":"The same id stands in two files."}""";
        (await _own.JsonAsync("ingest", _own.Write("one.jsonl", Article))).Ended(0);
        var other = _own.Write("two.jsonl", Article.Replace("two", "both"));

        var line = (await _own.JsonAsync("ingest", other)).Ended(1).Line;
        Assert.Equal(("failed", "a"), (line.Text("outcome"), line.Text("articleId")));
        Assert.Contains("--replace", line.Text("error"));
        Assert.Equal("updated", (await _own.JsonAsync("ingest", "--replace", other)).Ended(0).Line.Text("outcome"));
    }

    public void Dispose() => _own.Dispose();
}
