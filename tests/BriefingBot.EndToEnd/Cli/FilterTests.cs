using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Cli;

public sealed class FilterTests : IDisposable
{
    private const string Articles =
        """
        {"id":"a","title":"Storm","text":"The storm came in May. It broke the pier.","source":"Post","labels":["sea"],"published":"2020-05-02"}
        {"id":"b","title":"Storm","text":"The storm came in June. It broke the mast.","source":"Echo","labels":["sea","ships"],"published":"2021-06-02"}
        {"id":"c","title":"Storm","text":"The storm came in July. It broke the roof."}
        """;

    private readonly Workspace _own = new();

    [Theory]
    [InlineData("a b c")]
    [InlineData("a", "--source", "Post")]
    [InlineData("a b", "--source", "Post", "--source=Echo")]
    [InlineData("a b", "--label", "sea")]
    [InlineData("b", "--label", "sea", "--since", "2021-01-01")]
    [InlineData("a", "--until", "2020-05-02")]
    [InlineData("", "--label", "land")]
    public async Task List_ask_and_search_take_the_articles_that_are_meant(string ids, params string[] filter)
    {
        (await _own.JsonAsync("ingest", _own.Write("storms.jsonl", Articles))).Ended(0);
        string[] meant = ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(meant, (await _own.JsonAsync("list", filter)).Ended(0).Lines.Select(line => line.Text("articleId")));
        var found = (await _own.JsonAsync("search", ["storm", .. filter])).Ended(0).Line["passages"]!.AsArray();
        Assert.Equal(meant, found.Select(passage => (string)passage!["articleId"]!).Distinct().Order());
        var quotes = (await _own.JsonAsync("ask", ["When did the storm come?", "--no-refuse", .. filter])).Ended(0).Line["quotes"]!.AsArray();
        Assert.Equal(meant, quotes.Select(quote => (string)quote!["articleId"]!).Distinct().Order());
    }

    [Fact]
    public async Task Remove_takes_those_that_have_both_source_and_label()
    {
        (await _own.JsonAsync("ingest", _own.Write("storms.jsonl", Articles))).Ended(0);
        Assert.Equal("b", (await _own.JsonAsync("remove", "--label", "sea", "--source", "Echo")).Ended(0).Line.Text("articleId"));
        Assert.Contains("No article has the label 'sea' or 'land' and the source 'Echo'.", (await _own.JsonAsync("remove", "--label", "sea", "--label", "land", "--source", "Echo")).Ended(1).Error);
        Assert.Equal(["a", "c"], (await _own.JsonAsync("list")).Ended(0).Lines.Select(line => line.Text("articleId")));
    }

    public void Dispose() => _own.Dispose();
}
