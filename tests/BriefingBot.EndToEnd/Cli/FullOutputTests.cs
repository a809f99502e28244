using System.Diagnostics;
using BriefingBot.EndToEnd.Ingestion;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Cli;

/// <summary>Standard output and error that cannot be written, by a shell's own means.</summary>
public sealed class FullOutputTests : IDisposable
{
    private const string NoRoom = "Standard output cannot be written: No space left on device. Make room, or send it elsewhere, and run the command again. What was stored so far is whole.";

    private readonly Workspace _own = new();

    [Theory]
    [InlineData("> /dev/full", 1, NoRoom)]
    [InlineData("> /dev/full 2> /dev/full", 1, "")]
    [InlineData("2> /dev/full", 0, "")]
    [InlineData("| head -1", 0, "3 added")]
    [InlineData("2> /dev/full | head -1", 0, "")]
    [InlineData("> /dev/null 2>&1", 0, "")]
    public async Task Load_whose_output_cannot_be_written_ends_in_order_and_leaves_whole_articles(string redirection, int code, string said)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The device that is always full is Linux's.");
        var names = new[] { "one", "two", "three" };
        _own.Write("three.jsonl", string.Join('\n', names.Select(name => $$"""{"id":"{{name}}","title":"{{name}}","text":"The mill of Torvik has {{name}} wheels."}""")));

        var (ended, error) = await ShellAsync($"\"$0\" \"$1\" ingest --data \"$2\" three.jsonl {redirection}");

        Assert.True(code == ended, $"Exit code {ended} instead of {code}.\n{error}");
        Assert.Contains(said, error);
        Assert.DoesNotContain("   at ", error);
        using (var state = new StoredState(_own.Database))
        {
            Assert.Equal("ok", state.Integrity);
            Assert.Equal(0, state.PassagesOfNoCurrentVersion);
        }

        var again = (await _own.JsonAsync("ingest", Path.Combine(_own.Inputs, "three.jsonl"))).Ended(0).Lines;
        Assert.Equal(names, again.Select(line => line.Text("articleId")).OrderBy(name => Array.IndexOf(names, name)));
        Assert.Equal(code == 0 ? 3 : 1, again.Count(line => line.Text("outcome") == "unchanged"));
    }

    [Theory]
    [InlineData("> /dev/full", 1, NoRoom)]
    [InlineData("| head -c 1", 0, "1 article was exported")]
    public async Task Export_whose_output_cannot_be_written_says_so(string redirection, int code, string said)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The device that is always full is Linux's.");
        (await _own.JsonAsync("ingest", _own.Write("a.txt", "The mill of Torvik has one wheel."))).Ended(0);

        var (ended, error) = await ShellAsync($"\"$0\" \"$1\" export --data \"$2\" {redirection}");

        Assert.True(code == ended, $"Exit code {ended} instead of {code}.\n{error}");
        Assert.Contains(said, error);
    }

    public void Dispose() => _own.Dispose();

    /// <summary>The exit code of the program, not of what reads it, and what was said on standard error.</summary>
    private async Task<(int Code, string Error)> ShellAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"set -o pipefail; {command}", "dotnet", Workspace.PathOf("briefing"), _own.Data])
        {
            WorkingDirectory = _own.Inputs,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var shell = Process.Start(start)!;
        try
        {
            var output = shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await output;
            await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (shell.ExitCode, error);
        }
        finally
        {
            Workspace.End(shell);
        }
    }
}
