using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.Articles;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

public sealed class HistoryFileTests
{
    private static readonly DateTimeOffset Ingested = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero).AddTicks(1_234_567);

    private static readonly string Storm1 = LineOf("storm", 1, "The storm came in May.");
    private static readonly string Storm3 = LineOf("storm", 3, "The storm came in June.");
    private static readonly string Dam = LineOf("dam", 1, "The dam broke at night.");

    public static TheoryData<string, string, string> WrongFields => new()
    {
        { "version", "0", "it has no id, or no version from 1" },
        { "version", "\"1\"", "it is not a line of 'briefing export'" },
        { "version", "1.5", "it is not a line of 'briefing export'" },
        { "title", "7", "it is not a line of 'briefing export'" },
        { "sha256", "\"\"", "the text is not the one that was exported: its sha256 differs" },
        { "text", "\"Another text.\"", "the text is not the one that was exported: its sha256 differs" },
        { "published", "\"03/04/2026\"", "the date '03/04/2026' is not understood" },
        { "ingested", "\"2026-03-01\"", "one of title, text, labels, groups, ingested and sha256 is missing or unreadable" },
        { "url", "\"javascript:alert(1)\"", "the url 'javascript:alert(1)' is no web address" },
        { "url", "\"dam.html\"", "the url 'dam.html' is no web address" },
        { "groups", "[\"board\",null]", "a label or a group is null" },
        { "labels", "[null]", "a label or a group is null" },
        { "source", $"\"{new string('a', 1_001)}\"", "the source has 1,001 characters" },
    };

    [Fact]
    public async Task Lines_of_one_article_are_its_history_with_every_field()
    {
        var article = Some.Article("Möte 😀.\n\n  Two \"words\". ", id: "möte/1") with { Version = 2, Labels = ["a", "b"], Groups = ["board"], InputPath = "/in/möte.md" };
        var history = new ArticleHistory(article.Id, 5, [new(article, Ingested), new(Some.Article(id: article.Id) with { Version = 5, Url = null, Author = null }, Ingested)]);

        var read = Assert.Single(await ReadAsync([.. HistoryLine.Of(history)]));

        Assert.Equal((article.Id, 1, null, 5), (read.Id, read.Line, read.Problem, read.History!.LastVersion));
        Assert.Equal(HistoryLine.Of(history), HistoryLine.Of(read.History));
        Assert.Equal(history.Versions.Select(kept => (kept.Article.Text, kept.Article.Published, kept.Article.Url, kept.Ingested)), read.History.Versions.Select(kept => (kept.Article.Text, kept.Article.Published, kept.Article.Url, kept.Ingested)));
    }

    [Fact]
    public async Task Removed_article_has_its_last_number_and_no_version()
    {
        var read = Assert.Single(await ReadAsync([.. HistoryLine.Of(new("gone", 7, []))]));

        Assert.Equal(("gone", 7, true), (read.History!.Id, read.History.LastVersion, read.History.Versions.IsEmpty));
    }

    [Theory]
    [MemberData(nameof(WrongFields))]
    public async Task Field_that_cannot_be_fails_the_article_by_its_line_and_no_other(string name, string value, string problem)
    {
        var wrong = JsonNode.Parse(Dam)!.AsObject();
        wrong[name] = JsonNode.Parse(value);

        AssertDamFails(problem, await ReadAsync(Storm1, wrong.ToJsonString(), LineOf("tram", 2, "The tram stops here.")));
    }

    [Theory]
    [InlineData("version")]
    [InlineData("title")]
    [InlineData("text")]
    [InlineData("labels")]
    [InlineData("groups")]
    [InlineData("ingested")]
    [InlineData("sha256")]
    public async Task Field_that_is_missing_fails_the_article(string name)
    {
        var wrong = JsonNode.Parse(Dam)!.AsObject();
        wrong.Remove(name);

        AssertDamFails(name, await ReadAsync(Storm1, wrong.ToJsonString(), LineOf("tram", 2, "The tram stops here.")));
    }

    [Theory]
    [InlineData("Groups")]
    [InlineData("group")]
    [InlineData("groups")]
    public async Task Groups_are_never_read_from_a_misspelt_field_or_a_second_one(string name)
    {
        var wrong = Dam.Replace("\"groups\":[]", $"\"groups\":[\"board\"],\"{name}\":[]", StringComparison.Ordinal);

        AssertDamFails("it is not a line of 'briefing export'", await ReadAsync(Storm1, wrong, LineOf("tram", 2, "The tram stops here.")));
    }

    [Fact]
    public async Task Text_that_is_not_canonical_fails_although_its_hash_is_right()
    {
        var read = Assert.Single(await ReadAsync(LineOf("dam", 1, "The dam broke.\r\nAt night.")));

        Assert.Null(read.History);
        Assert.StartsWith("the text is not canonical, as stored ones are. Ingest it instead", read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_fail_the_line_instead_of_changing_a_name()
    {
        byte[] damaged = [.. Encoding.UTF8.GetBytes(Dam.Replace("\"groups\":[]", "\"groups\":[\"bo#rd\"]", StringComparison.Ordinal))];
        damaged[damaged.IndexOf((byte)'#')] = 0xE4;

        var read = Assert.Single(await ReadAsync(new MemoryStream(damaged)));

        Assert.Null(read.History);
        Assert.StartsWith("it is damaged: it holds bytes that are not UTF-8", read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_out_of_order_or_twice_fail_at_the_line_that_is_so()
    {
        foreach (var second in new[] { Storm1, Storm3 })
        {
            var read = await ReadAsync(Dam, Storm3, second);

            Assert.Equal([(1, true), (3, false)], read.Select(each => (each.Line, each.History is not null)));
            Assert.StartsWith("the versions of the article are not in their order", read[1].Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Removal_among_versions_fails()
    {
        var read = await ReadAsync(Storm1, """{"id":"storm","version":3,"removed":true}""");

        Assert.Equal([(2, true)], read.Select(each => (each.Line, each.History is null)));
    }

    [Fact]
    public async Task Line_that_does_not_tell_whose_it_is_fails_the_article_that_may_miss_it()
    {
        // The version between may have been of the one before, or an older one of the one behind.
        Assert.Equal(["storm: line 2 behind it", "?: it is not", "dam: -"], Told(await ReadAsync(Storm1, "{\"id\":\"sto", Dam)));
        Assert.Equal(["?: it is not", "storm: a line before it"], Told(await ReadAsync("[]", Storm3)));
        Assert.Equal(["?: it is not", "storm: -", "dam: -"], Told(await ReadAsync("{", Storm1, Dam)));
    }

    [Fact]
    public async Task Line_that_tells_whose_it_is_fails_that_article_alone()
    {
        var wrong = Storm1.Replace("\"title\":", "\"headline\":", StringComparison.Ordinal);

        var read = await ReadAsync(Dam, wrong, Storm3, LineOf("tram", 2, "The tram stops here."));

        Assert.Equal([("dam", 1, true), ("storm", 2, false), ("tram", 4, true)], read.Select(each => (each.Id, each.Line, each.History is not null)));
    }

    [Fact]
    public async Task Blank_lines_and_a_mark_at_the_start_are_passed_over_and_counted()
    {
        var read = await ReadAsync("\uFEFF" + Dam, "", "  ", Storm1);

        Assert.Equal([("dam", 1), ("storm", 4)], read.Select(each => (each.History!.Id, each.Line)));
    }

    private static void AssertDamFails(string problem, IReadOnlyList<ReadHistory> read)
    {
        Assert.Equal([("storm", 1, true), ("dam", 2, false), ("tram", 3, true)], read.Select(each => (each.Id, each.Line, each.History is not null)));
        Assert.Contains(problem, read[1].Problem, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Told(IEnumerable<ReadHistory> read) =>
        read.Select(each => $"{each.Id ?? "?"}: {(each.Problem is null ? "-" : string.Join(' ', each.Problem.Split(' ').Take(each.Id is null ? 3 : 4)))}");

    private static Task<List<ReadHistory>> ReadAsync(params string[] lines) => ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    private static async Task<List<ReadHistory>> ReadAsync(Stream stream) =>
        await HistoryFile.ReadAsync(stream, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    private static string LineOf(string id, int version, string text)
    {
        var article = Some.Article(id: id) with { Version = version, Text = text };
        return Assert.Single(HistoryLine.Of(new(id, version, [new(article, Ingested)])));
    }
}
