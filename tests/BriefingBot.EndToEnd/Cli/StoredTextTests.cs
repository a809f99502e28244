using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Cli;

/// <summary>What was given, what is stored, what is quoted: the same characters.</summary>
public sealed class StoredTextTests(LoadedStore store)
{
    [Theory]
    [InlineData("dam", LoadedStore.Dam)]
    [InlineData("signs", LoadedStore.Signs)]
    [InlineData("rtl", LoadedStore.RightToLeft)]
    [InlineData("ugly", LoadedStore.UglyCanonical)]
    public async Task Show_gives_the_canonical_text_whole(string id, string canonical)
    {
        var line = (await store.Workspace.JsonAsync("show", id)).Ended(0).Line;

        line.HasFields("articleId", "version", "title", "source", "author", "published", "url", "labels", "modified", "language", "corrected", "pages", "copyOf", "text", "start", "end");
        Assert.Equal(canonical, line.Text("text"));
        Assert.Equal((0, canonical.Length), (line.Whole("start"), line.Whole("end")));
    }

    [Fact]
    public async Task Show_gives_metadata_and_null_for_what_is_not_known()
    {
        var dam = (await store.Workspace.JsonAsync("show", "dam")).Ended(0).Line;
        Assert.Equal(
            ("Dam breaks", "The Valley Post", "Ann Reed", "2019-01-04", "https://news.example/dam?a=1&b=2"),
            (dam.Text("title"), dam.Text("source"), dam.Text("author"), dam.Text("published"), dam.Text("url")));
        Assert.Equal(["flood", "rain"], dam["labels"]!.AsArray().Select(label => label!.GetValue<string>()));

        var signs = (await store.Workspace.JsonAsync("show", "signs")).Ended(0).Line;
        Assert.Equal("2020-05-06T07:08:09+02:00", signs.Text("published"));
        Assert.All(["source", "author", "url"], name => signs.IsNull(name));
        Assert.Empty(signs["labels"]!.AsArray());
    }

    [Fact]
    public async Task Span_of_a_text_is_cut_in_UTF16_units()
    {
        var start = LoadedStore.Signs.IndexOf("🌾🌾", StringComparison.Ordinal);

        var line = (await store.Workspace.JsonAsync("show", "signs", "--start", $"{start}", "--end", $"{start + 4}", "--version", "1")).Ended(0).Line;

        Assert.Equal("🌾🌾", line.Text("text"));
        Assert.Equal((start, start + 4), (line.Whole("start"), line.Whole("end")));
    }

    [Fact]
    public async Task Span_may_be_open_at_either_end_or_empty()
    {
        var length = LoadedStore.Dam.Length;

        Assert.Equal(LoadedStore.Dam[10..], (await store.Workspace.JsonAsync("show", "dam", "--start", "10")).Ended(0).Line.Text("text"));
        Assert.Equal(LoadedStore.Dam[..10], (await store.Workspace.JsonAsync("show", "dam", "--end", "10")).Ended(0).Line.Text("text"));
        Assert.Equal("", (await store.Workspace.JsonAsync("show", "dam", "--start", $"{length}", "--end", $"{length}")).Ended(0).Line.Text("text"));
    }

    [Fact]
    public async Task Quotes_and_passages_of_odd_texts_are_what_show_cuts_at_their_spans()
    {
        Dictionary<string, string> texts = new()
        {
            ["signs"] = LoadedStore.Signs,
            ["rtl"] = LoadedStore.RightToLeft,
            ["ugly"] = LoadedStore.UglyCanonical,
            ["dam"] = LoadedStore.Dam,
        };
        var file = store.Questions(
            [
                """{"id":"signs","question":"By how much did the price of saffron in Mirabad rise?"}""",
                """{"id":"rtl","question":"What did the mayor of Haifa write on the wall of the library?"}""",
                """{"id":"ugly","question":"How many buns did the café owner in Tormouth sell on the day of the fair?"}""",
                """{"id":"dam","question":"How many people left their homes when the dam broke?"}""",
            ],
            "texts.jsonl");
        var answers = (await store.Workspace.JsonAsync("ask", "--no-refuse", "--questions", file)).Ended(0).Lines;
        var searches = (await store.Workspace.JsonAsync("search", "--questions", file)).Ended(0).Lines;

        Assert.All(answers, line => Assert.Equal(line.Text("id"), line.Objects("quotes")[0].Text("articleId")));
        var cut = answers.SelectMany(line => line.Objects("quotes")).Concat(searches.SelectMany(line => line.Objects("passages"))).Where(words => texts.ContainsKey(words.Text("articleId"))).ToArray();
        Assert.Superset(texts.Keys.ToHashSet(), cut.Select(words => words.Text("articleId")).ToHashSet());
        Assert.All(cut, words => Assert.Equal(LoadedStore.Cut(texts[words.Text("articleId")], words), words.Text("text")));
    }

    [Fact]
    public async Task Odd_id_comes_back_verbatim_from_ingest_list_and_ask()
    {
        Assert.Equal(LoadedStore.OddIds, store.Ingest.Lines.Skip(5).Take(LoadedStore.OddIds.Length).Select(line => line.Text("articleId")));

        var listed = (await store.Workspace.JsonAsync("list")).Ended(0).Lines.Select(line => line.Text("articleId")).ToHashSet();
        Assert.Superset(LoadedStore.OddIds.ToHashSet(), listed);

        var file = store.Questions(LoadedStore.OddIds.Select((_, i) => LoadedStore.Line(new JsonObject { ["id"] = i, ["question"] = LoadedStore.OddQuestion(i) })), "odd-questions.jsonl");
        var answers = (await store.Workspace.JsonAsync("ask", "--no-refuse", "--questions", file)).Ended(0).Lines;
        Assert.Equal(LoadedStore.OddIds, answers.Select(line => line.Objects("quotes")[0].Text("articleId")));
    }

    public static TheoryData<int> OddIds => [.. Enumerable.Range(0, LoadedStore.OddIds.Length)];

    [Theory]
    [MemberData(nameof(OddIds))]
    public async Task Odd_id_is_shown_under_its_own_name(int i)
    {
        var line = (await store.Workspace.JsonAsync("show", "--", LoadedStore.OddIds[i])).Ended(0).Line;

        Assert.Equal((LoadedStore.OddIds[i], LoadedStore.OddText(i)), (line.Text("articleId"), line.Text("text")));
    }
}
