using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Cli;

public sealed class SearchTests(LoadedStore store)
{
    [Fact]
    public async Task Passages_have_every_field_best_first_and_stand_in_their_article()
    {
        var run = (await store.Workspace.JsonAsync("search", "dam at Kestrel Valley")).Ended(0);

        run.Line.HasFields("query", "passages");
        Assert.Equal("dam at Kestrel Valley", run.Line.Text("query"));
        var passages = run.Line.Objects("passages");
        Assert.Equal(10, passages.Count);
        Assert.Equal(Enumerable.Range(1, 10), passages.Select(passage => passage.Whole("rank")));
        Assert.All(passages, passage => passage.HasFields("rank", "score", "articleId", "version", "start", "end", "text", "title"));
        Assert.Equal(passages.Select(passage => passage.Number("score")).OrderDescending(), passages.Select(passage => passage.Number("score")));
        Assert.Equal(("dam", "Dam breaks", 1), (passages[0].Text("articleId"), passages[0].Text("title"), passages[0].Whole("version")));
        Assert.Equal(LoadedStore.Cut(LoadedStore.Dam, passages[0]), passages[0].Text("text"));
        Assert.Contains($"Store: {store.Workspace.Database}", run.Error);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("3", 3)]
    [InlineData("100", 100)]
    public async Task Limit_is_how_many_passages_there_are_at_most(string limit, int most)
    {
        var passages = (await store.Workspace.JsonAsync("search", "--limit", limit, "orchard")).Ended(0).Line.Objects("passages");

        Assert.InRange(passages.Count, Math.Min(most, LoadedStore.OddIds.Length), most);
    }

    [Fact]
    public async Task Question_file_gives_a_line_a_question_in_order_with_its_id()
    {
        var file = store.Questions(["""{"id":"a","question":"dam"}""", "oops", """{"id":3,"question":" "}""", """{"id":"d","question":"harbour of Skerrin"}"""], "queries.jsonl");

        var lines = (await store.Workspace.JsonAsync("search", "--questions", file, "--limit", "2")).Ended(1).Lines;

        Assert.Equal(["\"a\"", null, "3", "\"d\""], lines.Select(line => line["id"]?.ToJsonString()));
        Assert.Equal([2, 0, 0, 2], lines.Select(line => line.Objects("passages").Count));
        Assert.Equal(["query", "passages", "error"], lines[2].Select(field => field.Key).Where(name => name != "id"));
    }
}
