using System.Net;
using BriefingBot.EndToEnd.Support;
using BriefingBot.Tests.Support;

namespace BriefingBot.EndToEnd.SharedStore;

/// <summary>Two bots and command lines, each a process of its own with a machine's worth of files of its own, on one Qdrant.</summary>
public sealed class SeveralProcessesTests(ITestOutputHelper output) : IDisposable
{
    private readonly Workspace _one = new();
    private readonly Workspace _other = new();

    [Fact]
    public async Task What_one_adds_updates_or_removes_the_others_know_at_their_next_question()
    {
        await using var server = await QdrantServer.StartAsync();
        await using var first = await RunningBot.StartAsync(_one, samples: true, server.Endpoint);
        await using var second = await RunningBot.StartAsync(_other, samples: true, server.Endpoint);
        Assert.Contains("The store has no articles", first.Log);
        Assert.False(File.Exists(_one.Database), "A bot on Qdrant keeps no articles of its own.");

        var file = _one.Write("comet.txt", "The comet\n\nThe comet passed in March and was bright.");
        (await BriefingAsync(server, "ingest", file)).Ended(0);
        await AssertBothAsync("March", first, second);

        _one.Write("comet.txt", "The comet\n\nThe comet passed in April and was bright.");
        (await BriefingAsync(server, "ingest", file)).Ended(0);
        await AssertBothAsync("April", first, second);

        Assert.Equal("comet.txt", (await BriefingAsync(server, "list")).Ended(0).Line.Text("articleId"));
        (await BriefingAsync(server, "remove", "--yes", "comet.txt")).Ended(0);
        foreach (var bot in new[] { first, second })
        {
            Assert.DoesNotContain("comet passed", (string?)(await bot.AskAsync("When did the comet pass?")).Activity["text"], StringComparison.Ordinal);
        }

        (await BriefingAsync(server, "reindex")).Ended(0);
        (await BriefingAsync(server, "ingest", file)).Ended(0);
        await AssertBothAsync("April", first, second);
    }

    [Fact]
    public async Task Bot_says_within_5_s_that_its_store_is_gone_and_answers_within_10_s_of_its_return()
    {
        await using var server = await QdrantServer.StartAsync();
        (await BriefingAsync(server, "ingest", _one.Write("comet.txt", "The comet\n\nThe comet passed in March and was bright."))).Ended(0);
        await using var bot = await RunningBot.StartAsync(_one, samples: false, server.Endpoint);
        using var client = new HttpClient { BaseAddress = new(bot.Endpoint, "/") };
        await AssertBothAsync("March", bot);

        await server.PauseAsync();
        var gone = System.Diagnostics.Stopwatch.StartNew();
        var longest = TimeSpan.Zero;
        while (gone.Elapsed < TimeSpan.FromSeconds(30))
        {
            var asked = System.Diagnostics.Stopwatch.GetTimestamp();
            var said = (string?)(await bot.AskAsync("When did the comet pass?")).Activity["text"];
            longest = new[] { longest, System.Diagnostics.Stopwatch.GetElapsedTime(asked) }.Max();
            Assert.Matches("the article store cannot be reached, .* the reference [a-z0-9]{8}\\.$", said!);
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("health/ready", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("health/live", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("?question=When+did+the+comet+pass", TestContext.Current.CancellationToken)).StatusCode);

        await server.ResumeAsync();
        var back = System.Diagnostics.Stopwatch.StartNew();
        while (!((string?)(await bot.AskAsync("When did the comet pass?")).Activity["text"])!.Contains("in March", StringComparison.Ordinal))
        {
            Assert.InRange(back.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        }

        output.WriteLine($"Told within {longest.TotalSeconds:F1} s; answered again {back.Elapsed.TotalSeconds:F1} s after the return");
        Assert.InRange(longest, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("health/ready", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Bot_starts_while_its_store_is_away_and_answers_when_it_is_there()
    {
        await using var server = await QdrantServer.StartAsync();
        (await BriefingAsync(server, "ingest", _one.Write("comet.txt", "The comet\n\nThe comet passed in March and was bright."))).Ended(0);
        await server.PauseAsync();

        await using var bot = await RunningBot.StartAsync(_one, samples: false, server.Endpoint);
        await bot.LogHavingAsync("cannot be reached");
        var told = await BriefingAsync(server, "list");
        Assert.Equal(1, told.ExitCode);
        Assert.Contains("cannot be reached", told.Error);

        await server.ResumeAsync();
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        await AssertBothAsync("March", bot);
    }

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    private Task<Run> BriefingAsync(QdrantServer server, string command, params string[] arguments) =>
        _one.RunAsync(new Dictionary<string, string> { ["Qdrant__Endpoint"] = $"{server.Endpoint}" }, [command, "--json", .. arguments]);

    private static async Task AssertBothAsync(string month, params RunningBot[] bots)
    {
        foreach (var bot in bots)
        {
            Assert.Contains($"passed in {month}", (string?)(await bot.AskAsync("When did the comet pass?")).Activity["text"], StringComparison.Ordinal);
        }
    }
}
