using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.EndToEnd.Support;
using BriefingBot.State;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.EndToEnd.Cli;

public sealed class FeedbackTests : IDisposable
{
    private const string Words = "The storm came in May.";

    private readonly Workspace _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public async Task Feedback_is_listed_newest_first_filtered_and_made_questions_that_evaluate_reads()
    {
        await FillAsync([]);

        var all = (await _own.JsonAsync("feedback")).Ended(0);
        Assert.Equal(["c", "b", "a"], all.Lines.Select(line => line.Text("id")));
        Assert.Equal(
            """{"id":"a","answerId":"ann/talk/a","question":"When did the storm come?","quotes":[{"articleId":"storm","version":1,"start":0,"end":22}],"drafter":"extractive","answeredAt":"2026-11-20T09:00:00+00:00","reaction":"like","comment":null,"at":"2026-11-20T09:05:00+00:00","channel":"msteams","version":"1.2.3"}""",
            Encoding.UTF8.GetString(all.Output).TrimEnd('\n').Split('\n')[^1]);

        foreach (var (ids, filter) in new (string, string[])[]
        {
            ("c b", ["--since", "2026-11-21"]),
            ("a", ["--until", "2026-11-20"]),
            ("b", ["--reaction", "dislike"]),
            ("c", ["--reaction", "none"]),
            ("b", ["--contains", "WRONG year"]),
            ("b a", ["--contains", "storm"]),
            ("a", ["a"]),
            ("", ["--contains", "nothing like it"]),
        })
        {
            Assert.Equal(ids, string.Join(' ', (await _own.JsonAsync("feedback", filter)).Ended(0).Lines.Select(line => line.Text("id"))));
        }

        var table = (await _own.RunAsync("feedback", "--data", _own.Data)).Ended(0);
        Assert.Equal(
            [
                "2026-11-22 09:05  –     c  refused  Who paid for it?  — I know that they did",
                "2026-11-21 09:05  down  b  quoted   What did the storm break?  — Wrong year",
                "2026-11-20 09:05  up    a  quoted   When did the storm come?",
            ],
            Encoding.UTF8.GetString(table.Output).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        Assert.Contains("3 of 3: 1 up, 1 down, 1 with a comment alone", table.Error);

        var questions = (await _own.JsonAsync("feedback", "--as-questions")).Ended(0);
        Assert.Equal("""{"id":"a","question":"When did the storm come?","asked":"2026-11-20","answerable":true,"articles":["storm"],"spans":[["storm",0,22]],"quotes":["The storm came in May."]}""", questions.Lines[2].ToJsonString());
        Assert.Equal("""{"id":"b","question":"What did the storm break?","asked":"2026-11-21"}""", questions.Lines[1].ToJsonString());
        var file = _own.Write("questions.jsonl", Encoding.UTF8.GetString(questions.Output));
        var measured = (await _own.JsonAsync("evaluate", "--questions", file, "--out", Path.Combine(_own.Inputs, "report"))).Ended(0);
        Assert.Equal(1, (double)measured.Line["quotes"]!["quoteAt1"]!);
    }

    [Fact]
    public async Task Feedback_in_Redis_is_listed_likewise()
    {
        await using var redis = await RedisServer.StartAsync();
        await FillAsync(redis.Settings);

        var run = (await _own.RunAsync(
            new Dictionary<string, string> { ["Redis__ConnectionString"] = redis.ConnectionString, ["Storage__DataDirectory"] = _own.Data }, "feedback", "--json", "--reaction", "like")).Ended(0);

        Assert.Equal("a", run.Line.Text("id"));
        Assert.Contains($"State: Redis at 127.0.0.1:{redis.Port}", run.Error);
    }

    [Fact]
    public async Task Without_any_there_is_none_and_no_file_is_made()
    {
        (await _own.JsonAsync("ingest", _own.Write("storm.txt", Words))).Ended(0);

        // The load keeps its job there.
        foreach (var file in Directory.GetFiles(_own.Data, "state.db*"))
        {
            File.Delete(file);
        }

        Assert.Empty((await _own.JsonAsync("feedback")).Ended(0).Lines);
        Assert.Empty((await _own.JsonAsync("feedback", "--as-questions")).Ended(0).Lines);
        Assert.False(File.Exists(Path.Combine(_own.Data, "state.db")));
        Assert.Contains("There is no feedback 'x', or it was erased.", (await _own.JsonAsync("feedback", "x")).Ended(1).Error);
    }

    [Theory]
    [InlineData("--reaction perhaps cannot be: it takes any, like, dislike, none.", "--reaction", "perhaps")]
    [InlineData("--since yesterday is no day that can be read", "--since", "yesterday")]
    [InlineData("--since 2026-03-02 is after --until 2026-03-01, so no feedback can be meant.", "--since", "2026-03-02", "--until", "2026-03-01")]
    [InlineData("--contains needs a text.", "--contains")]
    public async Task Wrong_use_is_told(string said, params string[] arguments) =>
        Assert.Contains(said, (await _own.JsonAsync("feedback", arguments)).Ended(2).Error);

    /// <summary>An article, and what three people said of answers.</summary>
    private async Task FillAsync(Dictionary<string, string> settings)
    {
        (await _own.JsonAsync("ingest", _own.Write("storm.jsonl", new JsonObject { ["id"] = "storm", ["title"] = "Storm", ["text"] = $"{Words} It broke the pier." }.ToJsonString()))).Ended(0);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataDirectory", _own.Data), .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))]).Build();
        await using var services = new ServiceCollection().AddBriefing(configuration).BuildServiceProvider();
        var records = services.GetRequiredService<FeedbackRecords>();
        foreach (var feedback in new[]
        {
            Some("a", 20, "When did the storm come?", Reaction.Like, null, new QuotedPlace("storm", 1, 0, Words.Length)),
            Some("b", 21, "What did the storm break?", Reaction.Dislike, "Wrong\nyear", new QuotedPlace("storm", 1, 0, Words.Length)),
            Some("c", 22, "Who paid for it?", null, "I know that they did"),
        })
        {
            await records.KeepAsync("bob", feedback, TimeSpan.FromDays(1), TestContext.Current.CancellationToken);
        }
    }

    private static Feedback Some(string id, int day, string question, Reaction? reaction, string? comment, params QuotedPlace[] quotes) => new()
    {
        AnswerId = $"ann/talk/{id}",
        Question = question,
        Quotes = [.. quotes],
        Drafter = "extractive",
        AnsweredAt = new(2026, 11, day, 9, 0, 0, TimeSpan.Zero),
        Reaction = reaction,
        Comment = comment,
        At = new(2026, 11, day, 9, 5, 0, TimeSpan.Zero),
        Channel = "msteams",
        Version = "1.2.3",
    };
}
