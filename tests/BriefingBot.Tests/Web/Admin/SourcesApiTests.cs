using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.Ingestion;
using BriefingBot.State;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Admin;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Web;

/// <summary>Watched sources in the real host.</summary>
public sealed class SourcesApiTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("briefing-sources-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Sources_are_loaded_when_they_are_due_and_none_is_stopped_by_one_that_is_missing_slow_or_throws()
    {
        var (storm, flood) = (Write("storm.txt", "The storm closed the port."), Write("flood.txt", "The river rose by two metres."));
        await using var silent = new WebListener((_, _, _, ended) => Task.Delay(Timeout.Infinite, ended));
        var settings = new Dictionary<string, string>(Settings)
        {
            ["Ingestion:Sources:2:Name"] = "slow",
            ["Ingestion:Sources:2:Url"] = silent.At("/feed").AbsoluteUri,
            ["Ingestion:Sources:3:Name"] = "throwing",
            ["Ingestion:Sources:3:Path"] = _folder,
            ["Ingestion:Web:AllowedNetworks"] = SomeWeb.LoopbackAllowed,
            ["Ingestion:Web:KeepRobotsRules"] = "false",
        };
        await using var host = await BotHost.StartAsync(settings: settings, services: services => services.AddSingleton<IStateStore>(provider =>
            new HookedState(provider.GetRequiredService<SqliteStateStore>(), key => key is { Kind: "leases", Id: "source/throwing" })));
        await host.PassTimeUntilAsync(UntilAsync(async () =>
            await HasAsync(host, "good/storm.txt") && await LastOf(host, "bad") is not null && (string?)(await LastOf(host, "slow"))?["state"] == "running"
            && host.Log.Any(line => line.Contains("Loading source throwing failed", StringComparison.Ordinal))));

        var listed = (await host.JsonAsync("/api/sources"))["sources"]!.AsArray().ToDictionary(source => (string)source!["name"]!, source => source!);
        Assert.All(listed.Values, source => AdminCalls.HasFields(source, "name", "path", "url", "schedule", "labels", "groups", "deleteWhenGone", "lastRun", "nextRun", "lastJob"));
        Assert.Equal((_folder + "/good", null, "every 00:10:00", "spring", true), ((string)listed["good"]["path"]!, (string?)listed["good"]["url"], (string)listed["good"]["schedule"]!, (string)listed["good"]["labels"]![0]!, (bool)listed["good"]["deleteWhenGone"]!));
        Assert.Equal(TimeSpan.FromMinutes(10), (DateTimeOffset)listed["good"]["nextRun"]! - (DateTimeOffset)listed["good"]["lastRun"]!);
        var bad = await host.EndAsync(listed["bad"]["lastJob"]!);
        Assert.Equal(("source bad", "done", 1), ((string)bad["who"]!, (string)bad["state"]!, (int)bad["counts"]!["failed"]!));
        Assert.Equal("spring", (string)(await host.JsonAsync("/api/articles/good%2Fflood.txt"))["labels"]![0]!);

        File.Delete(storm);
        File.AppendAllText(flood, " Nobody was hurt.");
        host.Time.Advance(TimeSpan.FromMinutes(10));
        await host.PassTimeUntilAsync(UntilAsync(async () => !await HasAsync(host, "good/storm.txt")));
        var job = await host.EndAsync((await LastOf(host, "good"))!);
        Assert.Equal((1, 1, 0), ((int)job["counts"]!["removed"]!, (int)job["counts"]!["updated"]!, (int)job["counts"]!["failed"]!));
        Assert.Contains("\"outcome\":\"removed\"", await host.Client.GetStringAsync($"/api/jobs/{job["id"]}/events", Cancellation), StringComparison.Ordinal);
        Assert.Equal("good/storm.txt", (string)Assert.Single((await host.JsonAsync($"/api/jobs/{job["id"]}/outcomes?kind=removed"))["outcomes"]!.AsArray())!["articleId"]!);
        Assert.DoesNotContain(host.Log, line => line.Contains("storm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_source_is_loaded_on_demand_and_not_twice_at_once()
    {
        Write("storm.txt", "The storm closed the port.");
        await using var host = await BotHost.StartAsync(settings: Settings, services: services =>
        {
            foreach (var rounds in services.Where(service => service.ImplementationType == typeof(JobRounds) || service.ImplementationType == typeof(SourceRounds)).ToArray())
            {
                services.Remove(rounds);
            }
        });
        Assert.Null(await LastOf(host, "good"));

        var job = await host.SendJsonAsync("/api/sources/GOOD/run", "", HttpStatusCode.Accepted);
        Assert.Equal(("waiting", "source good"), ((string)job["state"]!, (string)job["who"]!));
        Assert.Contains("has not ended", (string)(await host.SendJsonAsync("/api/sources/good/run", "", HttpStatusCode.Conflict))["detail"]!, StringComparison.Ordinal);
        Assert.Equal("name", (string)(await host.SendJsonAsync("/api/sources/nobody/run", "", HttpStatusCode.NotFound))["field"]!);

        await host.Get<LoadJobs>().ResumeAsync((string)job["id"]!, byItself: true, told: null, Cancellation);
        Assert.Equal("done", (string)(await LastOf(host, "good"))!["state"]!);
        Assert.True(await HasAsync(host, "good/storm.txt"));
        await host.SendJsonAsync("/api/sources/good/run", "", HttpStatusCode.Accepted);
    }

    private Dictionary<string, string> Settings => new()
    {
        ["Ingestion:Sources:0:Name"] = "bad",
        ["Ingestion:Sources:0:Path"] = Path.Combine(_folder, "missing"),
        ["Ingestion:Sources:1:Name"] = "good",
        ["Ingestion:Sources:1:Path"] = Path.Combine(_folder, "good"),
        ["Ingestion:Sources:1:Every"] = "00:10:00",
        ["Ingestion:Sources:1:Labels:0"] = "spring",
        ["Ingestion:Sources:1:DeleteWhenGone"] = "true",
    };

    private string Write(string name, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "good")).FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<JsonNode?> LastOf(BotHost host, string name) =>
        (await host.JsonAsync("/api/sources"))["sources"]!.AsArray().Single(source => (string)source!["name"]! == name)!["lastJob"];

    private static async Task<bool> UntilAsync(Func<Task<bool>> reached)
    {
        while (!await reached())
        {
            await Task.Delay(50, Cancellation);
        }

        return true;
    }

    private static async Task<bool> HasAsync(BotHost host, string id) => await host.Articles.FindAsync(id, version: null, Cancellation) is not null;
}
