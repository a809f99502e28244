using System.Diagnostics;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Cli;

/// <summary><c>ingest --watch</c>: goes on until it is interrupted.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly Workspace _own = new();

    [Fact]
    public async Task What_changes_in_a_folder_is_loaded_as_a_job_each_and_an_interrupt_ends_it_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sends no interrupt to one process.");
        _own.Write("news/storm.txt", "Storm\n\nThe storm closed the port.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        using var process = _own.Start("briefing", new Dictionary<string, string>(), "ingest", "--watch", "--data", _own.Data, Path.Combine(_own.Inputs, "news"));
        try
        {
            Assert.Equal("added      news/storm.txt  Storm", await process.StandardOutput.ReadLineAsync(patience.Token));
            while (await process.StandardError.ReadLineAsync(patience.Token) is { } line && !line.StartsWith("Watching", StringComparison.Ordinal))
            {
            }

            _own.Write("news/sub/flood.txt", "Flood\n\nThe river rose by two metres.");
            Assert.Equal("added      news/sub/flood.txt  Flood", await process.StandardOutput.ReadLineAsync(patience.Token));
            _own.Write("news/storm.txt", "Storm\n\nThe storm closed both ports.");
            Assert.Equal("updated    news/storm.txt  Storm", await process.StandardOutput.ReadLineAsync(patience.Token));

            using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
            var (rest, errors) = (await process.StandardOutput.ReadToEndAsync(patience.Token), await process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            Assert.Equal((0, ""), (process.ExitCode, rest));
            Assert.Contains("2 added, 1 updated, 0 unchanged, 0 failed in ", errors);
        }
        finally
        {
            Workspace.End(process);
        }

        var jobs = (await _own.JsonAsync("jobs")).Ended(0).Lines;
        Assert.Equal(3, jobs.Count);
        Assert.Equal(2, (await _own.JsonAsync("list")).Ended(0).Lines.Count);
    }

    public void Dispose() => _own.Dispose();
}
