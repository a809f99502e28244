using System.Diagnostics;
using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Samples;

public sealed partial class RemovedAndInterruptedTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task Command_that_the_log_names_removes_the_samples_and_they_stay_away()
    {
        await using (var bot = await RunningBot.StartAsync(_workspace, samples: true))
        {
            var command = Command().Match(bot.Log);
            Assert.True(command.Success, bot.Log);
            var run = (await _workspace.RunAsync([.. command.Groups["words"].Value.Split(' '), command.Groups["directory"].Value])).Ended(0);
            Assert.Contains($"Store: {_workspace.Database}", run.Error);
            Assert.StartsWith("There are no articles yet", (await bot.AskAsync("How many people had to leave their homes in Vessing?")).Text);
            Assert.DoesNotContain("Vessing", (await bot.AskAsync("help")).Text);
        }

        await using var again = await RunningBot.StartAsync(_workspace, samples: true);
        Assert.DoesNotContain("sample", again.Log);
        Assert.Contains("The store has no articles", again.Log);
        Assert.Empty((await _workspace.JsonAsync("list")).Ended(0).Lines);
    }

    [Fact]
    public async Task Start_that_is_interrupted_while_it_loads_ends_cleanly_and_the_next_one_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that a test could send to one process alone.");
        using var process = _workspace.Start(
            "BriefingBot.Web", new Dictionary<string, string> { ["Storage__DataDirectory"] = _workspace.Data }, "--urls", "http://127.0.0.1:0");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line && !line.Contains("Loading 10", StringComparison.Ordinal))
            {
            }

            using var kill = Process.Start("sh", ["-c", $"kill -INT {process.Id}"]);
            var rest = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);

            Assert.Equal(130, process.ExitCode);
            Assert.StartsWith("BriefingBot ended before it was ready.", Assert.Single((await error).Split('\n', StringSplitOptions.RemoveEmptyEntries)));
            Assert.DoesNotContain("Exception", rest);
        }
        finally
        {
            Workspace.End(process);
        }

        await using var again = await RunningBot.StartAsync(_workspace, samples: true);
        Assert.Equal(10, (await _workspace.JsonAsync("list")).Ended(0).Lines.Count);
    }

    public void Dispose() => _workspace.Dispose();

    [GeneratedRegex("dotnet run --project src/BriefingBot.Cli -c Release -- (?<words>remove --yes --label sample --data) \"(?<directory>[^\"]+)\"")]
    private static partial Regex Command();
}
