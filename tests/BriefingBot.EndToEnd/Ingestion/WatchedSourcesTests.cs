using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>A bot that keeps its articles as its sources are.</summary>
public sealed class WatchedSourcesTests : IDisposable
{
    private const string Question = "When did the comet pass?";

    private readonly Workspace _own = new();
    private readonly HttpClient _client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_source_has_is_answered_from_and_what_it_has_no_more_is_not_whatever_becomes_of_the_source_beside_it()
    {
        _own.Write("news/flood.txt", "Flood\n\nThe river rose by two metres.");
        Dictionary<string, string> settings = new()
        {
            ["Ingestion__Sources__0__Name"] = "bad",
            ["Ingestion__Sources__0__Url"] = "http://127.0.0.1:8080/feed",
            ["Ingestion__Sources__1__Name"] = "news",
            ["Ingestion__Sources__1__Path"] = Path.Combine(_own.Inputs, "news"),
            ["Ingestion__Sources__1__DeleteWhenGone"] = "true",
        };
        await using (var bot = await RunningBot.StartAsync(_own, settings: settings))
        {
            Assert.Equal(1, (await EndAsync(bot, "news"))["counts"]!.Whole("added"));
            Assert.Contains("this computer itself", (await FailureAsync(bot, await EndAsync(bot, "bad"))).Text("error"));

            var file = _own.Write("news/comet.txt", "Comet\n\nThe comet passed in March.");
            await RunAsync(bot);
            Assert.Contains("The comet passed in March.", (await bot.AskAsync(Question)).Text);

            File.Delete(file);
            Assert.Equal(1, (await RunAsync(bot))["counts"]!.Whole("removed"));
            Assert.DoesNotContain("The comet passed in March.", (await bot.AskAsync(Question)).Text);
        }

        // A restart loads nothing before it is due.
        var before = (await _own.RunAsync(settings, "sources", "--json", "--data", _own.Data)).Ended(0).Lines[1];
        Assert.Equal(("news", "every 01:00:00", "done"), (before.Text("name"), before.Text("schedule"), before["lastJob"]!.Text("state")));
        before.HasFields("name", "path", "url", "schedule", "labels", "groups", "deleteWhenGone", "lastRun", "nextRun", "lastJob");
        await using (var again = await RunningBot.StartAsync(_own, settings: settings))
        {
            Assert.Equal(before["lastJob"]!.Text("jobId"), (await SourceAsync(again, "news"))["lastJob"]!.Text("id"));
        }

        _own.Write("news/bell.txt", "Bell\n\nThe bell is cast.");
        var run = (await _own.RunAsync(settings, "sources", "run", "NEWS", "--json", "--data", _own.Data)).Ended(0);
        Assert.Equal(["added", "unchanged"], run.Lines.Select(line => line.Text("outcome")).Order());
        Assert.Contains("no source 'nobody'", (await _own.RunAsync(settings, "sources", "run", "nobody", "--data", _own.Data)).Ended(1).Error);
    }

    public void Dispose()
    {
        _client.Dispose();
        _own.Dispose();
    }

    private async Task<JsonNode> RunAsync(RunningBot bot)
    {
        using var response = await _client.PostAsync(new Uri(bot.Endpoint, "/api/sources/news/run"), content: null, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return await EndAsync(bot, "news");
    }

    /// <summary>The source's last load, once there is one that has ended.</summary>
    private async Task<JsonNode> EndAsync(RunningBot bot, string name)
    {
        while (true)
        {
            if ((await SourceAsync(bot, name))["lastJob"] is { } last && last.Text("state") == "done")
            {
                return await GetAsync(bot, $"/api/jobs/{last.Text("id")}");
            }

            await Task.Delay(100, Cancellation);
        }
    }

    private async Task<JsonNode> FailureAsync(RunningBot bot, JsonNode job) => Assert.Single((await GetAsync(bot, $"/api/jobs/{job.Text("id")}/outcomes?kind=failed")).Objects("outcomes"));

    private async Task<JsonNode> SourceAsync(RunningBot bot, string name) => (await GetAsync(bot, "/api/sources")).Objects("sources").Single(source => source.Text("name") == name);

    private async Task<JsonNode> GetAsync(RunningBot bot, string address) => JsonNode.Parse(await _client.GetStringAsync(new Uri(bot.Endpoint, address), Cancellation))!;
}
