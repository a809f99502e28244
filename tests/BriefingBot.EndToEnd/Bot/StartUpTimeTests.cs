using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Bot;

/// <summary>Measured while no other test runs.</summary>
[CollectionDefinition(nameof(QuietMachine), DisableParallelization = true)]
public sealed class QuietMachine;

[Collection(nameof(QuietMachine))]
public sealed class StartUpTimeTests(ITestOutputHelper output)
{
    private const int Articles = 300;
    private const int Starts = 5;
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FirstPromise = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task First_start_loads_the_samples_and_is_ready_within_a_minute_and_the_later_ones_within_three_seconds()
    {
        using var workspace = new Workspace();
        TimeSpan first;
        await using (var bot = await RunningBot.StartAsync(workspace, samples: true))
        {
            first = bot.StartUp;
            Assert.Contains("Loaded 10 sample articles", bot.Log);
            Assert.Contains("6.2 tonnes", (await bot.AskAsync("How much does the great bell of Stelmouth minster weigh?")).Text);
        }

        var later = new List<TimeSpan>();
        while (later.Count < Starts && (later.Count == 0 || later.Min() > Promise))
        {
            await using var bot = await RunningBot.StartAsync(workspace, samples: true);
            later.Add(bot.StartUp);
            Assert.DoesNotContain("sample", bot.Log);
            Assert.Contains("6.2 tonnes", (await bot.AskAsync("How much does the great bell of Stelmouth minster weigh?")).Text);
        }

        Say($"From process start to ready: first {first.TotalSeconds:F2} s, later {string.Join(", ", later.Select(time => $"{time.TotalSeconds:F2} s"))} with the samples");
        Assert.InRange(first, TimeSpan.Zero, FirstPromise);
        Assert.InRange(later.Min(), TimeSpan.Zero, Promise);
    }

    [Fact]
    public async Task Bot_is_ready_within_three_seconds_on_an_existing_index_of_300_articles()
    {
        using var workspace = new Workspace();
        var articles = workspace.Write("articles.jsonl", string.Join('\n', Enumerable.Range(0, Articles).Select(i => new JsonObject
        {
            ["id"] = $"port-{i}",
            ["title"] = $"Port {i}",
            ["text"] = $"The port of Harbour {i} took in {i * 13} ships in the year {1700 + i}.",
        }.ToJsonString())));
        Assert.Equal(Articles, (await workspace.JsonAsync("ingest", articles)).Ended(0).Lines.Count);

        // The best of several: what else the machine does is no property of the bot.
        var times = new List<TimeSpan>();
        while (times.Count < Starts && (times.Count == 0 || times.Min() > Promise))
        {
            await using var bot = await RunningBot.StartAsync(workspace);
            times.Add(bot.StartUp);

            // Ready means that it answers, at once.
            var reply = await bot.AskAsync("How many ships did the port of Harbour 7 take in?");
            Assert.Contains("> “", reply.Text);
        }

        Say($"From process start to ready: {string.Join(", ", times.Select(time => $"{time.TotalSeconds:F2} s"))} with {Articles} articles");
        Assert.InRange(times.Min(), TimeSpan.Zero, Promise);
    }

    private void Say(string figure)
    {
        output.WriteLine(figure);
        TestContext.Current.SendDiagnosticMessage(figure);
    }
}
