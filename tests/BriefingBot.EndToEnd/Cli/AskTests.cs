using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Cli;

public sealed class AskTests(LoadedStore store)
{
    private static readonly string[] Fields = ["question", "outcome", "reason", "understoodAs", "disagreement", "text", "confidence", "drafter", "quotes", "withheld", "elapsedMs"];
    private static readonly string[] QuoteFields = ["number", "text", "articleId", "version", "start", "end", "title", "source", "author", "published", "url"];
    private static readonly string[] Reasons = ["nothing_found", "not_enough", "stale", "not_allowed", "quotes_failed"];

    [Fact]
    public async Task Answered_question_has_every_field_of_the_contract()
    {
        var run = (await store.Workspace.JsonAsync("ask", "When did the dam at Kestrel Valley break?")).Ended(0);

        var line = run.Line;
        line.HasFields(Fields);
        Assert.Equal("When did the dam at Kestrel Valley break?", line.Text("question"));
        Assert.Equal("answered", line.Text("outcome"));
        line.IsNull("reason");
        Assert.Equal("extractive", line.Text("drafter"));
        Assert.InRange(line.Number("confidence"), 0, 1);
        Assert.Equal(0, line.Whole("withheld"));
        Assert.InRange(line.Whole("elapsedMs"), 0, 60_000);
        Assert.Contains($"Store: {store.Workspace.Database}", run.Error);
        var quotes = line.Objects("quotes");
        Assert.InRange(quotes.Count, 1, 3);
        Assert.Equal(Enumerable.Range(1, quotes.Count), quotes.Select(quote => quote.Whole("number")));
        Assert.All(quotes, quote => quote.HasFields(QuoteFields));
        var first = quotes[0];
        Assert.Equal("dam", first.Text("articleId"));
        Assert.Equal(1, first.Whole("version"));
        Assert.Equal("The dam at Kestrel Valley broke on 4 January 2019 after three days of rain.", first.Text("text"));
        Assert.Equal(first.Text("text"), LoadedStore.Cut(LoadedStore.Dam, first));
        Assert.Equal(
            ("Dam breaks", "The Valley Post", "Ann Reed", "2019-01-04", "https://news.example/dam?a=1&b=2"),
            (first.Text("title"), first.Text("source"), first.Text("author"), first.Text("published"), first.Text("url")));
        Assert.Contains(first.Text("text"), line.Text("text"));
    }

    [Fact]
    public async Task Texts_and_days_are_English_on_a_machine_that_is_German()
    {
        var german = new Dictionary<string, string> { ["LC_ALL"] = "de_DE.UTF-8", ["LANG"] = "de_DE.UTF-8" };

        var answered = (await store.Workspace.RunAsync(german, "ask", "--json", "--data", store.Workspace.Data, "When did the dam at Kestrel Valley break?")).Ended(0).Line;
        var refused = (await store.Workspace.RunAsync(german, "ask", "--json", "--data", store.Workspace.Data, "And when?")).Ended(0).Line;

        Assert.Contains("Dam breaks — The Valley Post, Ann Reed, 4 January 2019", answered.Text("text"));
        Assert.StartsWith("I do not know who or what you mean.", refused.Text("text"));
    }

    [Fact]
    public async Task Question_is_understood_from_its_history()
    {
        var file = store.Workspace.Write("history.jsonl", """{"id":1,"history":["Why did the dam at Kestrel Valley break?"],"question":"And when?"}""");

        var line = (await store.Workspace.JsonAsync("ask", "--questions", file)).Ended(0).Line;

        Assert.Equal(("And when?", "When did the dam at Kestrel Valley break?"), (line.Text("question"), line.Text("understoodAs")));
        Assert.StartsWith("Understood as: When did the dam at Kestrel Valley break?\n\n", line.Text("text"));
        Assert.Equal("The dam at Kestrel Valley broke on 4 January 2019 after three days of rain.", line.Objects("quotes")[0].Text("text"));
    }

    [Fact]
    public async Task Fields_that_an_article_lacks_are_null_in_its_quotes()
    {
        var quote = (await AskAsync("Who wrote on the wall of the new library in Haifa?")).Objects("quotes")[0];

        Assert.Equal("rtl", quote.Text("articleId"));
        Assert.All(["source", "author", "published", "url"], name => quote.IsNull(name));
        Assert.Equal(quote.Text("text"), LoadedStore.Cut(LoadedStore.RightToLeft, quote));
    }

    [Fact]
    public async Task Refusal_is_fine_and_has_reason_confidence_and_an_empty_list_of_quotes()
    {
        var line = (await store.Workspace.JsonAsync("ask", "What is the boiling point of tungsten hexafluoride?")).Ended(0).Line;

        line.HasFields(Fields);
        Assert.Equal("refused", line.Text("outcome"));
        Assert.Contains(line.Text("reason"), Reasons);
        Assert.Empty(line.Objects("quotes"));
        Assert.InRange(line.Number("confidence"), 0, 1);
        Assert.NotEmpty(line.Text("text"));
    }

    [Fact]
    public async Task No_refuse_answers_what_would_be_refused()
    {
        var line = (await store.Workspace.JsonAsync("ask", "--no-refuse", "What is the boiling point of tungsten hexafluoride?")).Ended(0).Line;

        Assert.Equal("answered", line.Text("outcome"));
        line.IsNull("reason");
        Assert.NotEmpty(line.Objects("quotes"));
    }

    [Fact]
    public async Task Article_for_a_group_is_never_quoted_nor_named()
    {
        foreach (var command in new[] { "ask", "search" })
        {
            string[] refuseNothing = command == "ask" ? ["--no-refuse"] : ["--limit", "100"];
            var run = (await store.Workspace.JsonAsync(command, [.. refuseNothing, "When will the secret merger of Brandt and Ostrova be announced?"])).Ended(0);

            var said = run.Line.ToJsonString().Replace("When will the secret merger of Brandt and Ostrova be announced?", "") + run.Error;
            Assert.DoesNotContain("secret", said);
            Assert.DoesNotContain("Brandt", said);
            Assert.DoesNotContain("chairwoman", said);
        }
    }

    [Fact]
    public async Task Each_line_of_a_question_file_is_answered_in_order_with_its_id_whatever_is_wrong_with_it()
    {
        (string Line, string Id, string Outcome)[] asked =
        [
            ("""{"id":"good","question":"When did the dam at Kestrel Valley break?"}""", "\"good\"", "answered"),
            ("this is not JSON", "null", "failed"),
            ("""{"id":"no question"}""", "\"no question\"", "failed"),
            ("""{"id":"empty","question":""}""", "\"empty\"", "failed"),
            ("""{"id":"blank","question":" \t\n "}""", "\"blank\"", "failed"),
            ($$"""{"id":"long","question":"{{new string('q', 10_000)}}"}""", "\"long\"", "failed"),
            ("""{"id":"odd day","question":"When did the dam break?","asked":"yesterday"}""", "\"odd day\"", "failed"),
            ("""{"id":"day is a number","question":"When did the dam break?","asked":20260301}""", "\"day is a number\"", "failed"),
            ("""{"id":"history","question":"When did the dam break?","history":"Where?"}""", "\"history\"", "failed"),
            ("""{"id":"half","question":"What about \ud800 pears?"}""", "\"half\"", "failed"),
            ("""{"id":"\udfff","question":"What about pears?"}""", "null", "failed"),
            ("[1, 2]", "null", "failed"),
            ("\"text\"", "null", "failed"),
            ("{\"id\":\"cut off\",\"question\":", "null", "failed"),
            ("""{"id":"number","question":5}""", "\"number\"", "failed"),
            ("""{"id":7,"question":"What is the boiling point of tungsten hexafluoride?"}""", "7", "refused"),
            ("""{"id":12345678901234567890123,"question":"When did the dam at Kestrel Valley break?"}""", "12345678901234567890123", "answered"),
            ("""{"id":"dated","question":"When did the dam at Kestrel Valley break?","asked":"2026-03-01","more":{"is":["ignored"]}}""", "\"dated\"", "answered"),
            ("""{"id":null,"question":"When did the dam at Kestrel Valley break?","asked":null}""", "null", "answered"),
            ("""{"question":"When did the dam at Kestrel Valley break?"}""", "null", "answered"),
            ("""{"id":"signs 🌾 \"' \\","question":"#*_`<b>\u0000\u202e|"}""", "\"signs 🌾 \\\"' \\\\\"", "refused"),
            ("   ", "", ""),
            ("""{"id":"last","question":"When did the dam at Kestrel Valley break?"}""", "\"last\"", "answered"),
        ];
        var file = store.Questions(asked.Select(question => question.Line), "mixed.jsonl");

        var run = (await store.Workspace.JsonAsync("ask", "--questions", file)).Ended(1);

        var expected = asked.Where(question => question.Outcome.Length > 0).ToArray();
        Assert.Equal(expected.Select(question => question.Outcome), run.Lines.Select(line => line.Text("outcome")));
        foreach (var ((_, id, outcome), line) in expected.Zip(run.Lines))
        {
            Assert.Equal(id == "null" ? null : JsonNode.Parse(id)!.ToJsonString(), line["id"]?.ToJsonString());
            string[] extra = [.. line.ContainsKey("id") ? ["id"] : Array.Empty<string>(), .. outcome == "failed" ? ["error"] : Array.Empty<string>()];
            line.HasFields([.. Fields, .. extra]);
            Assert.InRange(line.Objects("quotes").Count, outcome == "answered" ? 1 : 0, outcome == "answered" ? 3 : 0);
            Assert.InRange(line.Number("confidence"), 0, 1);
            if (outcome == "failed")
            {
                Assert.NotEmpty(line.Text("error"));
            }
        }
    }

    [Fact]
    public async Task Question_file_with_a_mark_and_Windows_line_ends_is_read()
    {
        var file = store.Questions(["\uFEFF{\"id\":1,\"question\":\"When did the dam at Kestrel Valley break?\"}\r", "{\"id\":2,\"question\":\"Who dredged the harbour of Skerrin?\"}\r", ""], "windows.jsonl");

        var lines = (await store.Workspace.JsonAsync("ask", "--questions", file)).Ended(0).Lines;

        Assert.Equal([1, 2], lines.Select(line => line.Whole("id")));
        Assert.Equal("folder/inner/notes.md", lines[1].Objects("quotes")[0].Text("articleId"));
    }

    [Fact]
    public async Task Empty_question_file_gives_no_lines()
    {
        Assert.Empty((await store.Workspace.JsonAsync("ask", "--questions", store.Questions([], "none.jsonl"))).Ended(0).Lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("long")]
    public async Task Single_question_that_cannot_be_asked_fails_with_a_line_that_says_why(string question)
    {
        var line = (await store.Workspace.JsonAsync("ask", question == "long" ? new string('q', 10_000) : question)).Ended(1).Line;

        line.HasFields([.. Fields, "error"]);
        Assert.Equal("failed", line.Text("outcome"));
        Assert.Empty(line.Objects("quotes"));
        Assert.Contains(question == "long" ? "4,000" : "empty", line.Text("error"));
    }

    [Fact]
    public async Task Question_that_starts_with_a_hyphen_is_asked_behind_two()
    {
        var line = (await store.Workspace.JsonAsync("ask", "--", "--x When did the dam at Kestrel Valley break?")).Ended(0).Line;

        Assert.Equal("--x When did the dam at Kestrel Valley break?", line.Text("question"));
    }

    private async Task<JsonObject> AskAsync(string question) => (await store.Workspace.JsonAsync("ask", question)).Ended(0).Line;
}
