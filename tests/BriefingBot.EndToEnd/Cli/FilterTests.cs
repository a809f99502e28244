using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Cli;

public sealed class FilterTests(FilterTests.Storms storms) : IClassFixture<FilterTests.Storms>, IDisposable
{
    private const string Articles =
        """
        {"id":"a","title":"Storm","text":"The storm came in May. It broke the pier.","source":"Post","author":"Ann Reed","labels":["sea"],"published":"2020-05-02"}
        {"id":"b","title":"Storm","text":"The storm came in June. It broke the mast.","source":"Echo","labels":["sea","ships"],"published":"2021-06-02"}
        {"id":"c","title":"Storm","text":"The storm came in July. It broke the roof."}
        """;

    private readonly Workspace _own = new();

    [Theory]
    [InlineData("a b c")]
    [InlineData("a", "--source", "Post")]
    [InlineData("a b", "--source", "Post", "--source=Echo")]
    [InlineData("a", "--author", "Ann Reed")]
    [InlineData("a b", "--label", "sea")]
    [InlineData("b", "--label", "sea", "--since", "2021-01-01")]
    [InlineData("a", "--until", "2020-05-02")]
    [InlineData("", "--label", "ships", "--source", "Post")]
    public async Task List_ask_and_search_take_the_articles_that_are_meant(string ids, params string[] filter)
    {
        string[] meant = ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(meant, (await storms.Workspace.JsonAsync("list", filter)).Ended(0).Lines.Select(line => line.Text("articleId")));
        var found = (await storms.Workspace.JsonAsync("search", ["storm", .. filter])).Ended(0).Line["passages"]!.AsArray();
        Assert.Equal(meant, found.Select(passage => (string)passage!["articleId"]!).Distinct().Order());
        var quotes = (await storms.Workspace.JsonAsync("ask", ["When did the storm come?", "--no-refuse", .. filter])).Ended(0).Line["quotes"]!.AsArray();
        Assert.Equal(meant, quotes.Select(quote => (string)quote!["articleId"]!).Distinct().Order());
    }

    [Theory]
    [InlineData("--source Pots: no article has this source. The nearest: Post; Echo.", "--source", "Pots")]
    [InlineData("--source Pots: no article has this source. The nearest: Post; Echo.", "--source", "Echo", "--source", "Pots")]
    [InlineData("--author ann reed: no article has this author. The nearest: Ann Reed.", "--author", "ann reed")]
    [InlineData("--author Reed: no article has this author. The nearest: Ann Reed.", "--author", "Reed", "--label", "sea")]
    [InlineData("--label ship: no article has this label. The nearest: ships; sea.", "--label", "ship", "--since", "2020-01-01")]
    public async Task Name_that_no_article_has_is_wrong_use_and_the_nearest_are_told(string said, params string[] filter)
    {
        foreach (var command in filter is ["--source", _] ? new[] { "list", "ask", "search", "brief", "check-quote" } : ["search"])
        {
            var run = (await storms.Workspace.JsonAsync(command, command == "list" ? filter : ["When did the storm come?", .. filter])).Ended(2);
            Assert.Contains(said, run.Error);
            Assert.Empty(run.Output);
        }
    }

    [Fact]
    public async Task Names_of_articles_that_may_not_be_read_are_neither_known_nor_near_but_to_the_list()
    {
        (await _own.JsonAsync("ingest", _own.Write("storms.jsonl", Articles + """

            {"id":"d","title":"Storm","text":"The storm came in secret.","source":"Posts","labels":["hush"],"groups":["board"]}
            """))).Ended(0);

        foreach (var command in new[] { "ask", "search", "brief", "check-quote" })
        {
            Assert.Contains("--source Posts: no article has this source. The nearest: Post; Echo.", (await _own.JsonAsync(command, "When did the storm come?", "--source", "Posts")).Ended(2).Error);
            Assert.DoesNotContain("hush", (await _own.JsonAsync(command, "When did the storm come?", "--label", "husky")).Ended(2).Error);
        }

        Assert.Equal("d", (await _own.JsonAsync("list", "--source", "Posts")).Ended(0).Line.Text("articleId"));
        Assert.Contains("The nearest: Posts; Post; Echo.", (await _own.JsonAsync("list", "--source", "Postss")).Ended(2).Error);
    }

    [Fact]
    public async Task Where_no_article_has_a_source_that_is_said()
    {
        (await _own.JsonAsync("ingest", _own.Write("plain.jsonl", """{"id":"c","title":"Storm","text":"The storm came in July."}"""))).Ended(0);

        Assert.Contains("--source Post: no article has this source. None has any source.", (await _own.JsonAsync("ask", "When?", "--source", "Post")).Ended(2).Error);
    }

    [Theory]
    [InlineData("a", "2020-05-02")]
    [InlineData("", "2020-05-01")]
    [InlineData("a b", "2021-06-02")]
    [InlineData("b", "2022-01-01", "--since", "2021-01-01")]
    [InlineData("a", "2022-01-01", "--until", "2020-12-31")]
    public async Task As_of_a_day_what_was_published_later_or_on_no_day_is_left_out(string ids, string day, params string[] filter)
    {
        string[] meant = ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var found = (await storms.Workspace.JsonAsync("search", ["storm", "--as-of", day, .. filter])).Ended(0).Line["passages"]!.AsArray();
        Assert.Equal(meant, found.Select(passage => (string)passage!["articleId"]!).Distinct().Order());
        var quotes = (await storms.Workspace.JsonAsync("ask", ["When did the storm come?", "--no-refuse", "--as-of", day, .. filter])).Ended(0).Line["quotes"]!.AsArray();
        Assert.Equal(meant, quotes.Select(quote => (string)quote!["articleId"]!).Distinct().Order());
    }

    [Fact]
    public async Task As_of_is_the_day_of_asking_unless_a_question_has_its_own()
    {
        var line = (await storms.Workspace.JsonAsync("ask", "What storm broke the pier this week?", "--as-of", "2020-05-03")).Ended(0).Line;
        Assert.Equal("a", (string?)line["quotes"]![0]!["articleId"]);
        Assert.Equal("What storm broke the pier? — only what was published since 27 April 2020", line.Text("understoodAs"));

        var file = _own.Write("asked.jsonl", """{"question":"What storm broke the pier this week?","asked":"2020-06-20"}""");
        var stale = (await storms.Workspace.JsonAsync("ask", "--questions", file, "--as-of", "2020-12-31")).Ended(0).Line;
        Assert.Equal("stale", stale.Text("reason"));
        Assert.Contains("published since 15 June 2020", stale.Text("text"));
        Assert.Contains("Storm — 2 May 2020", stale.Text("text"));
    }

    [Fact]
    public async Task As_of_that_is_no_day_or_before_since_is_wrong_use()
    {
        Assert.Contains("--as-of soon is no day", (await storms.Workspace.JsonAsync("ask", "When?", "--as-of", "soon")).Ended(2).Error);
        Assert.Contains("--since 2021-01-01 is after --as-of 2020-01-01", (await storms.Workspace.JsonAsync("search", "storm", "--as-of", "2020-01-01", "--since", "2021-01-01")).Ended(2).Error);
    }

    [Fact]
    public async Task Remove_takes_those_that_have_both_source_and_label()
    {
        (await _own.JsonAsync("ingest", _own.Write("storms.jsonl", Articles))).Ended(0);
        Assert.Equal("b", (await _own.JsonAsync("remove", "--yes", "--label", "sea", "--source", "Echo")).Ended(0).Line.Text("articleId"));
        Assert.Contains("No article has the label 'sea' or 'land' and the source 'Echo'.", (await _own.JsonAsync("remove", "--yes", "--label", "sea", "--label", "land", "--source", "Echo")).Ended(1).Error);
        Assert.Equal(["a", "c"], (await _own.JsonAsync("list")).Ended(0).Lines.Select(line => line.Text("articleId")));
    }

    public void Dispose() => _own.Dispose();

    /// <summary>The articles in a store that no test changes.</summary>
    public sealed class Storms : IAsyncLifetime
    {
        internal Workspace Workspace { get; } = new();

        public async ValueTask InitializeAsync() => (await Workspace.JsonAsync("ingest", Workspace.Write("storms.jsonl", Articles))).Ended(0);

        public ValueTask DisposeAsync()
        {
            Workspace.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
