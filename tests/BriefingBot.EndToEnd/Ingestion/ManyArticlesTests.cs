using System.Diagnostics;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>3,000 articles in one file: all are loaded in bounded memory, and an interrupt leaves what was stored whole.</summary>
public sealed class ManyArticlesTests(ITestOutputHelper output) : IDisposable
{
    private const int Articles = 3_000;

    // 600 MB by trial, at 5,000 articles as at 50,000: the model and its batches. The rest is room for the collector.
    private const long MostMemory = 800L << 20;

    // 140 s of CPU for 50,000 by trial; the machine may be busy with other tests.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Workspace _own = new();

    [Fact]
    public async Task Three_thousand_articles_in_one_file_are_loaded_in_bounded_memory()
    {
        using var process = Start();
        using var patience = NewPatience();
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var (lines, peak) = (0, 0L);
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                Assert.StartsWith("added", line);
                if (++lines % 250 == 0)
                {
                    process.Refresh();
                    peak = Math.Max(peak, process.HasExited ? 0 : process.WorkingSet64);
                }
            }

            await process.WaitForExitAsync(patience.Token);
            output.WriteLine($"{peak >> 20:N0} MB at most; {(await errors).Split('\n')[^2]}");
            LargeInput.Of(LargeInput.Many).AssertEnd(process.ExitCode, await errors);
            Assert.Equal(Articles, lines);
            Assert.InRange(peak, 1, MostMemory);
        }
        finally
        {
            Workspace.End(process);
        }
    }

    [Fact]
    public async Task Interrupted_load_ends_with_130_and_what_was_stored_is_whole()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sends no interrupt to one process.");
        using var process = Start();
        using var patience = NewPatience();
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var lines = 0;
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is not null)
            {
                if (++lines == 100)
                {
                    using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
                }
            }

            await process.WaitForExitAsync(patience.Token);
            LargeInput.Of(LargeInput.Interrupted).AssertEnd(process.ExitCode, await errors);
            Assert.InRange(lines, 100, Articles - 1);

            using var state = new StoredState(_own.Database);
            Assert.Equal("ok", state.Integrity);
            Assert.Equal(0, state.PassagesOfNoCurrentVersion);
            Assert.Equal(lines, StoredState.Articles(_own.Database).Count);
            state.AssertPassagesAreOf($"ferry {lines - 1}", "Ferry", Text(lines - 1));
        }
        finally
        {
            Workspace.End(process);
        }
    }

    public void Dispose() => _own.Dispose();

    private static string Text(int i) => $"Ferry {i} sails.";

    private static CancellationTokenSource NewPatience()
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        return patience;
    }

    private Process Start()
    {
        var file = _own.Write("many.jsonl", string.Join('\n', Enumerable.Range(0, Articles).Select(i => $$"""{"id":"ferry {{i}}","title":"Ferry","text":"{{Text(i)}}"}""")));
        return _own.Start("briefing", new Dictionary<string, string>(), "ingest", "--data", _own.Data, file);
    }
}
