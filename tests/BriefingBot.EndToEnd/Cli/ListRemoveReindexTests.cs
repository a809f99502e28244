using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Cli;

public sealed class ListRemoveReindexTests(LoadedStore store) : IDisposable
{
    private readonly Workspace _own = new();

    [Fact]
    public async Task List_has_a_line_an_article_with_every_field()
    {
        var run = (await store.Workspace.JsonAsync("list")).Ended(0);

        Assert.Equal(5 + LoadedStore.OddIds.Length + 1, run.Lines.Count);
        Assert.All(run.Lines, line => line.HasFields("articleId", "version", "title", "source", "author", "published", "url", "labels", "groups", "passages", "input", "modified", "language", "corrected", "seen", "copyOf"));
        var secret = run.Lines.Single(line => line.Text("articleId") == "secret");
        Assert.Equal("""["board"]""", secret["groups"]!.ToJsonString());
        Assert.Equal("[]", secret["labels"]!.ToJsonString());
        Assert.Equal((1, store.Articles), (secret.Whole("passages"), secret.Text("input")));
        Assert.Contains($"Store: {store.Workspace.Database}", run.Error);
    }

    [Fact]
    public async Task List_of_an_empty_store_is_empty()
    {
        (await _own.JsonAsync("ingest", _own.Write("a.txt", LoadedStore.Dam))).Ended(0);
        (await _own.JsonAsync("remove", "--yes", "a.txt")).Ended(0);
        Assert.Empty((await _own.JsonAsync("list")).Ended(0).Lines);
    }

    [Fact]
    public async Task Remove_has_a_line_an_id_in_order_and_fails_for_the_ones_that_are_not_there()
    {
        string[] ids = LoadedStore.OddIds;
        (await _own.JsonAsync("ingest", _own.Write("odd.jsonl", string.Join('\n', ids.Select((id, i) =>
            LoadedStore.Line(new JsonObject { ["id"] = id, ["title"] = "T", ["text"] = LoadedStore.OddText(i) })))))).Ended(0);

        var run = (await _own.JsonAsync("remove", ["--yes", "not there", "--", .. ids, ids[0]])).Ended(1);

        Assert.Equal(["not there", .. ids, ids[0]], run.Lines.Select(line => line.Text("articleId")));
        Assert.All(run.Lines, line => line.HasFields("articleId", "outcome", "error"));
        Assert.Equal(["failed", .. ids.Select(_ => "removed"), "failed"], run.Lines.Select(line => line.Text("outcome")));
        Assert.NotEmpty(run.Lines[0].Text("error"));
        run.Lines[1].IsNull("error");
        Assert.Empty((await _own.JsonAsync("list")).Ended(0).Lines);
        Assert.Empty((await _own.JsonAsync("search", "orchard")).Ended(0).Line.Objects("passages"));
        Assert.Equal("refused", (await _own.JsonAsync("ask", "--no-refuse", LoadedStore.OddQuestion(1))).Ended(0).Line.Text("outcome"));
    }

    [Fact]
    public async Task Remove_by_label_takes_every_article_that_has_it_and_no_other()
    {
        (await _own.JsonAsync("ingest", _own.Write("labelled.jsonl", string.Join('\n',
            Labelled("a", "old"), Labelled("b", "new", "old"), Labelled("c", "older"), Labelled("d"))))).Ended(0);

        var run = (await _own.JsonAsync("remove", "--yes", "d", "--label", "old")).Ended(0);

        Assert.Equal(["d", "a", "b"], run.Lines.Select(line => line.Text("articleId")));
        Assert.All(run.Lines, line => Assert.Equal("removed", line.Text("outcome")));
        Assert.Equal("c", (await _own.JsonAsync("list")).Ended(0).Line.Text("articleId"));

        var again = (await _own.JsonAsync("remove", "--yes", "--label", "old")).Ended(1);
        Assert.Empty(again.Lines);
        Assert.Contains("No article has the label 'old'", again.Error);
    }

    [Theory]
    [InlineData("remove", "--label")]
    [InlineData("remove", "--label", "")]
    [InlineData("remove", "d", "--label", " ")]
    public async Task Remove_by_a_label_that_is_not_given_is_wrong_use(params string[] arguments)
    {
        Assert.Contains("--label", (await _own.RunAsync(arguments)).Ended(2).Error);
    }

    [Fact]
    public async Task Reindex_says_how_many_articles_it_did_and_changes_no_answer()
    {
        (await _own.JsonAsync("ingest", _own.Write("a.txt", LoadedStore.Dam))).Ended(0);
        var before = (await _own.JsonAsync("search", "dam")).Ended(0).Line.ToJsonString();

        var run = (await _own.JsonAsync("reindex")).Ended(0);

        run.Line.HasFields("outcome", "articles");
        Assert.Equal(("reindexed", 1), (run.Line.Text("outcome"), run.Line.Whole("articles")));
        Assert.Contains($"Store: {_own.Database}", run.Error);
        Assert.Equal(before, (await _own.JsonAsync("search", "dam")).Ended(0).Line.ToJsonString());
    }

    public void Dispose() => _own.Dispose();

    private static string Labelled(string id, params string[] labels) => LoadedStore.Line(new JsonObject
    {
        ["id"] = id,
        ["title"] = "T",
        ["text"] = $"The orchard {id} stood empty.",
        ["labels"] = new JsonArray([.. labels.Select(label => (JsonNode)label)]),
    });
}
