using System.Net;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Admin;

namespace BriefingBot.Tests.Web;

public sealed class JobsApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loads_are_listed_newest_first_and_their_outcomes_are_paged()
    {
        await using var host = await BotHost.StartAsync();
        using var many = AdminCalls.Form(("bad.jsonl", string.Concat(Enumerable.Repeat("{broken\n", 130))));
        using var one = AdminCalls.Form(("bad.jsonl", "{broken"));
        var first = await host.EndAsync(await host.UploadAsync(many));
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await host.EndAsync(await host.UploadAsync(one));

        var list = await host.JsonAsync("/api/jobs?limit=1");
        Assert.Equal((string)second["id"]!, (string)Assert.Single(list["jobs"]!.AsArray())!["id"]!);
        Assert.Equal((string)first["id"]!, (string)Assert.Single((await host.JsonAsync($"/api/jobs?limit=1&before={list["next"]}"))["jobs"]!.AsArray())!["id"]!);
        var page = await host.JsonAsync($"/api/jobs/{first["id"]}/outcomes?page=1");
        Assert.Equal((30, 2, 130, 101), (page["outcomes"]!.AsArray().Count, (int)page["pages"]!, (int)page["total"]!, (int)page["outcomes"]![0]!["line"]!));
        Assert.Empty((await host.JsonAsync($"/api/jobs/{first["id"]}/outcomes?kind=added"))["outcomes"]!.AsArray());
        Assert.Equal("kind", (string)(await host.JsonAsync($"/api/jobs/{first["id"]}/outcomes?kind=odd", HttpStatusCode.BadRequest))["field"]!);
        await host.JsonAsync("/api/jobs/nobody", HttpStatusCode.NotFound);
        await host.JsonAsync("/api/jobs/nobody/events", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_comes_again_to_the_events_is_told_what_is_new()
    {
        await using var host = await BotHost.StartAsync();
        using var form = AdminCalls.Form(("bad.jsonl", string.Concat(Enumerable.Repeat("{broken\n", 130))));
        var job = await host.EndAsync(await host.UploadAsync(form));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/jobs/{job["id"]}/events");
        request.Headers.Add("Last-Event-ID", "failed=129");

        using var response = await host.Client.SendAsync(request, Cancellation);
        var events = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"line\":130", events, StringComparison.Ordinal);
        Assert.DoesNotContain("\"line\":129", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_that_waits_is_cancelled_and_its_files_go()
    {
        await using var host = await WithoutRoundsAsync();
        using var form = AdminCalls.Form(("storm.txt", "The storm closed the port."));
        var job = await host.UploadAsync(form);
        var folder = host.Get<JobUploads>().FolderOf((string)job["id"]!);
        Assert.True(File.Exists(Path.Combine(folder, "storm.txt")));

        Assert.Equal("cancelled", (string)(await host.SendJsonAsync($"/api/jobs/{job["id"]}/cancel", "", HttpStatusCode.Accepted))["state"]!);

        Assert.False(Directory.Exists(folder));
        await host.SendJsonAsync($"/api/jobs/{job["id"]}/cancel", "", HttpStatusCode.Conflict);
        Assert.Contains("Upload them again", (string)(await host.SendJsonAsync($"/api/jobs/{job["id"]}/resume", "", HttpStatusCode.Conflict))["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_loads_than_may_wait_are_refused()
    {
        await using var host = await WithoutRoundsAsync(new() { ["Admin:WaitingLoads"] = "1" });
        using var first = AdminCalls.Form(("a.txt", "One."));
        using var second = AdminCalls.Form(("b.txt", "Two."));
        await host.UploadAsync(first);

        await host.UploadAsync(second, HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_load_that_another_process_left_is_taken_up_by_the_bot()
    {
        await using var host = await BotHost.StartAsync();
        var file = Path.Combine(host.Get<JobUploads>().Make("of-the-test").FullName, "news.txt");
        await File.WriteAllTextAsync(file, "The storm closed the port.", Cancellation);
        var waiting = await host.Get<LoadJobs>().StartAsync(new("alice", [file], new IngestOptions()), Cancellation);

        var job = await host.PassTimeUntilAsync(host.EndAsync(await host.JsonAsync($"/api/jobs/{waiting.Id}")), step: 10);
        Assert.Equal(("done", "alice", 1), ((string)job["state"]!, (string)job["who"]!, (int)job["counts"]!["added"]!));
    }

    private static Task<BotHost> WithoutRoundsAsync(Dictionary<string, string>? settings = null) => BotHost.StartAsync(
        settings: settings, services: services => services.Remove(services.Single(service => service.ImplementationType == typeof(JobRounds))));
}
