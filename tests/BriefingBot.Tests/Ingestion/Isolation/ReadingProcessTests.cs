using System.Diagnostics;
using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class ReadingProcessTests : IDisposable
{
    private static readonly ReadingLimits Impatient = new() { Part = TimeSpan.FromSeconds(0.5), Start = TimeSpan.FromSeconds(5) };

    private readonly ScriptedReader _script = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("kill -SEGV $$")]
    [InlineData("kill -ABRT $$")]
    [InlineData("exit 0")]
    [InlineData("echo 'Stack overflow.' >&2; kill -ABRT $$")]
    [InlineData("head -c 3000000 /dev/zero >&2; exit 1")]
    public async Task A_file_that_ends_the_reader_is_refused(string script) =>
        Assert.StartsWith("reading it ended the reader. Save it anew", await RefusalAsync(ScriptedReader.Doing(script)), StringComparison.Ordinal);

    [Theory]
    [InlineData("exec sleep 60")]
    [InlineData("sleep 60; exit 0")]
    [InlineData(@"printf '\263'; exec sleep 60")]
    [InlineData(@"printf '\263\100\000\000\000and less'; exec sleep 60")]
    public async Task A_file_that_takes_too_long_is_refused(string script)
    {
        var started = Stopwatch.GetTimestamp();

        Assert.StartsWith("reading it took longer than 0.5 s. Save it anew", await RefusalAsync(ScriptedReader.Doing(script)), StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0.4, 10);
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("echo 'Out of memory.' >&2; kill -ABRT $$")]
    public async Task A_file_that_takes_too_much_memory_is_refused(string script) =>
        Assert.StartsWith("reading it took more than 640 MB of memory. Save it anew", await RefusalAsync(ScriptedReader.Doing(script)), StringComparison.Ordinal);

    [Theory]
    [InlineData("echo Hello, world, what is it that you want; exec sleep 60")]
    [InlineData(@"printf '\263\377\377\377\177'; exec sleep 60")]
    [InlineData(@"printf '\263\377\377\377\377'; exec sleep 60")]
    [InlineData(@"printf '\263\004\000\000\000none'; exec sleep 60")]
    [InlineData(@"printf '\261\000\000\000\000'; exec sleep 60")]
    [InlineData(@"printf '\265\000\000\000\000'; exec sleep 60")]
    [InlineData("exec cat")]
    [InlineData("exec cat /dev/urandom")]
    public async Task A_reader_that_answers_nonsense_is_a_fault_of_the_file(string script) =>
        Assert.StartsWith("reading it confused the reader. Save it anew", await RefusalAsync(ScriptedReader.Doing(script)), StringComparison.Ordinal);

    [Fact]
    public async Task What_was_read_before_the_reader_ended_is_kept_and_counted()
    {
        var file = _script.FileOf(ScriptedReader.Part("one", "First."), ScriptedReader.Part("two", "Second."));
        using var process = await ReadingProcess.StartAsync(ScriptedReader.Doing($"cat '{file}'; kill -SEGV $$"), Impatient, Cancellation);
        await using var parts = process.ReadAsync("a.zip", "x"u8.ToArray(), Cancellation).GetAsyncEnumerator(Cancellation);

        Assert.True(await parts.MoveNextAsync());
        Assert.Equal(("one", "First."), (parts.Current.Name, parts.Current.Article!.Text));
        Assert.True(await parts.MoveNextAsync());
        var fault = await Assert.ThrowsAsync<UnreadableInputException>(async () => await parts.MoveNextAsync());
        Assert.StartsWith("reading it ended the reader after 2 of its articles. ", fault.Message, StringComparison.Ordinal);
        Assert.False(process.IsGoodAsNew);
    }

    [Fact]
    public async Task A_part_comes_before_the_next_one_is_read()
    {
        using var process = await ReadingProcess.StartAsync(_script.Answering(ScriptedReader.Part("one", "First.")), Impatient, Cancellation);
        await using var parts = process.ReadAsync("a.zip", "x"u8.ToArray(), Cancellation).GetAsyncEnumerator(Cancellation);

        Assert.True(await parts.MoveNextAsync());
        var fault = await Assert.ThrowsAsync<UnreadableInputException>(async () => await parts.MoveNextAsync());
        Assert.StartsWith("reading it took longer than 0.5 s after 1 of its articles. ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_comes_in_the_words_of_the_reader_and_the_process_stays()
    {
        using var process = await ReadingProcess.StartAsync(_script.Answering(ScriptedReader.Of(FrameKind.Refused, "it is blank. Write something")), Impatient, Cancellation);

        Assert.Equal("it is blank. Write something", (await ReadAsync(process)).Message);
        Assert.True(process.IsGoodAsNew);
    }

    [Fact]
    public async Task A_fault_of_a_reader_is_named_and_the_process_stays()
    {
        using var process = await ReadingProcess.StartAsync(_script.Answering(ScriptedReader.Of(FrameKind.Failed, "KeyNotFoundException")), Impatient, Cancellation);

        Assert.StartsWith("the reader failed on it (KeyNotFoundException). Save it anew", (await ReadAsync(process)).Message, StringComparison.Ordinal);
        Assert.True(process.IsGoodAsNew);
    }

    [Fact]
    public async Task More_parts_than_can_be_end_it()
    {
        var few = Impatient with { MostParts = 2 };
        using var process = await ReadingProcess.StartAsync(
            _script.Answering(ScriptedReader.Part("1", "One."), ScriptedReader.Part("2", "Two."), ScriptedReader.Part("3", "Three.")), few, Cancellation);

        Assert.Equal("it holds more than 2 articles. Cut it into several files", (await ReadAsync(process)).Message);
    }

    [Fact]
    public async Task Cancelling_ends_the_process_at_once()
    {
        using var process = await ReadingProcess.StartAsync(_script.Answering(ScriptedReader.Part("one", "First.")), ReadingLimits.Default, Cancellation);
        using var shown = Process.GetProcessById(process.Id);
        using var cancelled = new CancellationTokenSource();
        var started = Stopwatch.GetTimestamp();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in process.ReadAsync("a.zip", "x"u8.ToArray(), cancelled.Token))
            {
                cancelled.CancelAfter(100);
            }
        });

        Assert.True(Stopwatch.GetElapsedTime(started).TotalSeconds < 5);
        Assert.True(shown.WaitForExit(5_000));
    }

    [Fact]
    public async Task Whoever_stops_listening_ends_the_process()
    {
        using var process = await ReadingProcess.StartAsync(_script.Answering(ScriptedReader.Part("one", "First.")), ReadingLimits.Default, Cancellation);
        await foreach (var _ in process.ReadAsync("a.zip", "x"u8.ToArray(), Cancellation))
        {
            break;
        }

        Assert.False(process.IsGoodAsNew);
    }

    [Theory]
    [InlineData("echo 'You must install .NET to run this.' >&2; exit 131", "did not become ready")]
    [InlineData("echo Usage: program; exec sleep 60", "did not become ready")]
    [InlineData("exec sleep 60", "did not become ready")]
    public async Task A_program_that_does_not_become_ready_is_no_fault_of_the_file(string script, string said)
    {
        var fault = await Assert.ThrowsAsync<IOException>(() => ReadingProcess.StartAsync(
            ScriptedReader.DoingFromTheStart(script), Impatient with { Start = TimeSpan.FromSeconds(0.5) }, Cancellation));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_no_fault_of_the_file() => Assert.Contains(
        "could not be started",
        (await Assert.ThrowsAsync<IOException>(() => ReadingProcess.StartAsync(new("/absent/briefing", []), Impatient, Cancellation))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task The_process_gets_no_variables_but_what_the_runtime_needs()
    {
        var seen = _script.NewFile();
        using (await ReadingProcess.StartAsync(ScriptedReader.DoingFromTheStart($"env > '{seen}'; " + @"printf '\261\000\000\000\000'; exec sleep 60"), Impatient, Cancellation))
        {
            // A shell adds the folder that it is in, and what it did last.
            var names = (await File.ReadAllLinesAsync(seen, Cancellation)).Select(line => line.Split('=')[0]).Except(["PWD", "OLDPWD", "SHLVL", "_"]).ToList();
            Assert.All(names, name => Assert.Matches("^(DOTNET_.*|LD_LIBRARY_PATH|LANG|LC_ALL|TZ|TMPDIR|TEMP|TMP)$", name));
            Assert.Contains("DOTNET_GCHeapHardLimit", names);
        }
    }

    public void Dispose() => _script.Dispose();

    private static async Task<string> RefusalAsync(ReadingProgram program)
    {
        using var process = await ReadingProcess.StartAsync(program, Impatient, Cancellation);
        var fault = await ReadAsync(process);
        Assert.False(process.IsGoodAsNew);
        return fault.Message;
    }

    private static Task<UnreadableInputException> ReadAsync(ReadingProcess process) => Assert.ThrowsAsync<UnreadableInputException>(
        async () => await process.ReadAsync("a.pdf", "x"u8.ToArray(), Cancellation).ToListAsync(Cancellation));
}
