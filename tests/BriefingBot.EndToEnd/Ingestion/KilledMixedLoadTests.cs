using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Support;
using Microsoft.Data.Sqlite;

namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>A load of eight formats by the command line whose process is killed twice. <c>BRIEFING_LOAD_ARTICLES=2000</c> makes it as large as it was measured.</summary>
public sealed partial class KilledMixedLoadTests(ITestOutputHelper output) : IDisposable
{
    private const int UsualArticles = 160;

    // 450 to 500 MB by trial, whatever the number of articles: the model and its batches. The rest is room for the collector.
    private const long MostMemory = 700L << 20;

    // What three times the articles may take more, which is the collector's whim: half a megabyte kept of each would be beyond.
    private const long MostGrowth = 150L << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly Workspace _own = new();

    [Fact]
    public async Task Load_of_eight_formats_that_is_killed_twice_ends_whole_in_memory_that_does_not_grow_with_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process took at most is read from /proc.");
        var articles = int.TryParse(Environment.GetEnvironmentVariable("BRIEFING_LOAD_ARTICLES"), CultureInfo.InvariantCulture, out var asked) ? asked : UsualArticles;
        using var quarter = new Workspace();
        var few = Path.Combine(quarter.Inputs, "few");
        MixedDocuments.Write(few, articles / 4);
        var whole = await RunAsync(quarter, killedAfter: null, "ingest", few);
        Assert.Equal((0, articles / 4), (whole.ExitCode, whole.Outcomes));

        // Most is left to the last part, which has to be compared with a load of a quarter.
        var many = Path.Combine(_own.Inputs, "many");
        var inputs = MixedDocuments.Write(many, articles);
        var first = await RunAsync(_own, killedAfter: articles / 8, "ingest", many);
        var job = JobId().Match(first.Error).Groups["id"].Value;
        LetGo();
        var second = await RunAsync(_own, killedAfter: articles / 8, "jobs", "resume", job);
        LetGo();
        var last = await RunAsync(_own, killedAfter: null, "jobs", "resume", job);
        Assert.True(last.ExitCode == 0, last.Error);

        var shown = (await _own.JsonAsync("jobs", "show", job)).Ended(0).Lines;
        var counts = shown[0]["counts"]!.AsObject().ToDictionary(count => count.Key, count => (int)count.Value!);
        output.WriteLine($"{inputs.Count:N0} inputs, {shown.Count - 1:N0} outcomes: {string.Join(", ", counts.Select(count => $"{count.Value:N0} {count.Key}"))}");
        foreach (var (name, part) in new[] { ("a quarter, whole", whole), ("first part", first), ("second part", second), ("last part", last) })
        {
            output.WriteLine($"{name}: {part.Outcomes:N0} outcomes, {part.Peak >> 20:N0} MB at most, {part.Elapsed.TotalSeconds:F1} s");
        }

        Assert.Equal("done", shown[0].Text("state"));
        Assert.Equal(inputs.Order(StringComparer.Ordinal), shown.Skip(1).Select(outcome => outcome.Text("input")).Order(StringComparer.Ordinal));
        Assert.Equal((articles, 0), (counts.Values.Sum(), counts["failed"]));
        Assert.Equal(articles, StoredState.Articles(_own.Database).Count);
        Assert.All([whole, first, second, last], part => Assert.InRange(part.Peak, 1, MostMemory));
        Assert.InRange(last.Peak - whole.Peak, long.MinValue, MostGrowth);
    }

    public void Dispose() => _own.Dispose();

    /// <summary>As if the half minute had passed for which a job is nobody's after its process was killed.</summary>
    private void LetGo()
    {
        using var state = new SqliteConnection($"Data Source={Path.Combine(_own.Data, "state.db")};Pooling=False");
        state.Open();
        using var command = state.CreateCommand();
        command.CommandText = "DELETE FROM entries WHERE kind = 'leases'";
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static async Task<Part> RunAsync(Workspace workspace, int? killedAfter, params string[] arguments)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = workspace.Start("briefing", new Dictionary<string, string>(), [.. arguments, "--json", "--data", workspace.Data]);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var (outcomes, peak) = (0, 0L);
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is not null)
            {
                peak = Math.Max(peak, PeakOf(process));
                if (++outcomes == killedAfter)
                {
                    Workspace.End(process);
                    break;
                }
            }

            await process.WaitForExitAsync(patience.Token);
            Assert.Equal(killedAfter is not null, process.ExitCode != 0);
            return new(process.ExitCode, outcomes, peak, Stopwatch.GetElapsedTime(began), await errors);
        }
        finally
        {
            Workspace.End(process);
        }
    }

    /// <summary>The most that a process has had in memory so far, in bytes; 0 where it has ended.</summary>
    private static long PeakOf(Process process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) << 10;
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    [GeneratedRegex(@"Job: (?<id>\S+)")]
    private static partial Regex JobId();

    /// <summary>What one process did of a load.</summary>
    private sealed record Part(int ExitCode, int Outcomes, long Peak, TimeSpan Elapsed, string Error);
}
