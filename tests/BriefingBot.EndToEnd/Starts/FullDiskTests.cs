using System.Diagnostics;
using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Starts;

/// <summary>A small disk where one can be mounted, and everywhere a limit on the size of files, at which a write fails alike.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Articles = 120;

    // Much to store and little to embed: letters that the model does not know are a token a word.
    private static readonly string Noise = string.Join(' ', Enumerable.Repeat(new string('\u13A0', 300), 12));

    private readonly Workspace _own = new();
    private bool _mounted;

    [Theory]
    [InlineData("BriefingBot.Web", 2, true)]
    [InlineData("BriefingBot.Web", 2, false)]
    [InlineData("briefing", 1, true)]
    [InlineData("briefing", 1, false)]
    public async Task A_store_that_finds_no_room_to_begin_is_told_and_begins_with_room(string program, int code, bool mounted)
    {
        string[] arguments = program == "briefing" ? ["ingest", "--json", _own.Write("comet.txt", Text(0))] : ["--urls=http://127.0.0.1:0"];

        var run = (await RunOnSmallDiskAsync(program, kilobytes: 8, mounted, arguments)).Ended(code);

        IsTold(run);
        MakeRoom();
        (await _own.JsonAsync("ingest", _own.Write("comet.txt", Text(0)))).Ended(0);
        Assert.Single((await _own.JsonAsync("list")).Ended(0).Lines);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_load_that_fills_the_disk_leaves_whole_articles_and_goes_on_with_room(bool mounted)
    {
        var input = _own.Write("news.jsonl", string.Join('\n', Enumerable.Range(0, Articles).Select(Line)));

        var run = (await RunOnSmallDiskAsync("briefing", kilobytes: 1_500, mounted, "ingest", "--json", input)).Ended(1);

        IsTold(run);
        var stored = run.Lines.Count;
        Assert.InRange(stored, 20, Articles - 20);
        MakeRoom();
        var listed = (await _own.JsonAsync("list")).Ended(0).Lines;
        Assert.Equal(stored, listed.Count);
        Assert.Equal(Text(0), (await _own.JsonAsync("show", "comet-0")).Ended(0).Line.Text("text"));
        Assert.Equal(Text(stored - 1), (await _own.JsonAsync("show", $"comet-{stored - 1}")).Ended(0).Line.Text("text"));
        Assert.NotEmpty((await _own.JsonAsync("ask", "--no-refuse", "When did the comet pass?")).Ended(0).Line.Objects("quotes"));

        var again = (await _own.JsonAsync("ingest", input)).Ended(0).Lines;
        Assert.Equal(stored, again.Count(line => line.Text("outcome") == "unchanged"));
        Assert.Equal(Articles - stored, again.Count(line => line.Text("outcome") == "added"));
    }

    public void Dispose()
    {
        if (_mounted)
        {
            Mount("umount", _own.Data);
        }

        _own.Dispose();
    }

    private static string Text(int number) => $"The comet number {number} passed in March. {Noise}";

    private static string Line(int number) => new JsonObject { ["id"] = $"comet-{number}", ["title"] = $"Comet {number}", ["text"] = Text(number) }.ToJsonString();

    private void IsTold(Run run)
    {
        Assert.Contains(_own.Database, run.Error, StringComparison.Ordinal);
        Assert.Matches("disk (of .* )?is full", run.Error);
        Assert.Contains("What was stored before is whole.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error);
    }

    private Task<Run> RunOnSmallDiskAsync(string program, int kilobytes, bool mounted, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has neither such a disk nor such a limit.");
        Directory.CreateDirectory(_own.Data);
        _mounted = mounted && OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Mount("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", _own.Data);
        return _own.RunWrappedAsync(
            _mounted ? [] : Wrapping.FilesUpTo(kilobytes), Workspace.PathOf(program), new Dictionary<string, string> { ["Storage__DataDirectory"] = _own.Data }, arguments);
    }

    private void MakeRoom() => Assert.True(!_mounted || Mount("mount", "-o", "remount,size=100m", _own.Data));

    private static bool Mount(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
