using System.Diagnostics;
using System.Text;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Ingestion;

public sealed class IsolatedReadersTests
{
    private const string Mail = "From: Ann Reed <ann@valley.example>\r\nSubject: The dam\r\nDate: Sun, 1 Mar 2026 09:30:00 +0100\r\nMIME-Version: 1.0\r\n\r\nThe dam broke at night.\r\n";
    private const string Feed = """<rss version="2.0"><channel><title>Post</title><item><title>Dam</title><link>https://post.example/dam</link><description>It broke.</description></item><item><title>No text</title></item></channel></rss>""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a.txt", "The dam broke at night.")]
    [InlineData("a.md", "---\ngroups: [board]\n---\n# Dam\n\nIt broke at night.")]
    [InlineData("a.html", "<html><head><title>Dam</title></head><body><p>The dam broke at <b>night</b>.</p></body></html>")]
    [InlineData("a.eml", Mail)]
    [InlineData("a.rss", Feed)]
    public async Task What_is_read_apart_is_what_is_read_here(string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);

        SameParts.Assert([.. InputReaders.Read(name, bytes)], await ReadAsync(BuiltReader.Readers, name, bytes));
    }

    [Fact]
    public async Task What_is_read_apart_of_documents_is_what_is_read_here()
    {
        var folder = SharedData.Find("documents");
        Assert.SkipWhen(folder is null, "The documents are not beside the repository.");
        string[] files = [.. Directory.GetFiles(Path.Combine(folder!, "html"), "*.html").Order(StringComparer.Ordinal).Take(12), .. Directory.GetFiles(Path.Combine(folder!, "email"), "*.*")];
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, Cancellation);
            var (here, refusedHere) = Attempt(() => [.. InputReaders.Read(file, bytes)]);
            var (apart, refusedApart) = await AttemptAsync(file, bytes);
            Assert.Equal(refusedHere, refusedApart);
            SameParts.Assert(here, apart);
        }
    }

    [Theory]
    [InlineData("a.html", "<html><body><script>x</script></body></html>", "no text")]
    [InlineData("a.rss", "<rss><channel><item><title>Dam", "the feed's XML is broken")]
    public async Task A_refusal_comes_back_in_the_same_words(string name, string content, string said) => Assert.Contains(
        said,
        (await Assert.ThrowsAsync<UnreadableInputException>(() => ReadAsync(BuiltReader.Readers, name, Encoding.UTF8.GetBytes(content)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_hundred_files_take_one_process_and_little_time()
    {
        var starts = 0;
        using var readers = new IsolatedReaders(() => Counted(ref starts), ReadingLimits.Default, TimeProvider.System);
        var started = Stopwatch.GetTimestamp();

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal($"The dam of year {i} broke.", Assert.Single(await ReadAsync(readers, "a.html", PageOf(i))).Article!.Text);
        }

        Assert.Equal(1, starts);
        Assert.True(Stopwatch.GetElapsedTime(started).TotalSeconds < 10);
    }

    [Fact]
    public async Task Callers_at_the_same_time_each_get_their_own()
    {
        var starts = 0;
        using var readers = new IsolatedReaders(() => Counted(ref starts), ReadingLimits.Default, TimeProvider.System);

        var texts = await Task.WhenAll(Enumerable.Range(0, 24).Select(async i => Assert.Single(await ReadAsync(readers, "a.html", PageOf(i))).Article!.Text));

        Assert.Equal(Enumerable.Range(0, 24).Select(i => $"The dam of year {i} broke."), texts);
        Assert.InRange(starts, 1, 2);
    }

    [Fact]
    public async Task After_a_file_that_ended_the_reader_the_next_is_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no /bin/sh on Windows.");
        var programs = new Queue<ReadingProgram>([ScriptedReader.Doing("kill -SEGV $$"), BuiltReader.Program]);
        using var readers = new IsolatedReaders(programs.Dequeue, ReadingLimits.Default, TimeProvider.System);

        await Assert.ThrowsAsync<UnreadableInputException>(() => ReadAsync(readers, "a.html", PageOf(1)));
        Assert.Equal("The dam of year 2 broke.", Assert.Single(await ReadAsync(readers, "a.html", PageOf(2))).Article!.Text);
    }

    [Fact]
    public async Task A_file_that_fills_the_memory_is_refused_and_the_next_is_read()
    {
        using var readers = BuiltReader.Own(new() { Megabytes = 48 });
        var large = Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<p>a<b>b</b>", 200_000)));

        var refusal = await Assert.ThrowsAsync<UnreadableInputException>(() => ReadAsync(readers, "a.html", large));

        Assert.StartsWith("reading it took more than 48 MB of memory. ", refusal.Message, StringComparison.Ordinal);
        Assert.Single(await ReadAsync(readers, "a.html", PageOf(3)));
    }

    [Fact]
    public async Task A_mailbox_of_thousands_comes_mail_by_mail_and_takes_no_more_memory()
    {
        using var process = await ReadingProcess.StartAsync(BuiltReader.Program, ReadingLimits.Default, Cancellation);
        var mailbox = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1_200).Select(i => $"From ann@valley.example Sun Mar  1 09:30:00 2026\n{Mail}{new string('x', 2_000)} {i}\n\n")));
        var count = 0;

        await foreach (var part in process.ReadAsync("all.mbox", mailbox, Cancellation))
        {
            Assert.Equal($"mail {++count}", part.Name);
            Assert.NotNull(part.Article);
        }

        Assert.Equal(1_200, count);
        Assert.InRange(process.PeakWorkingSet, 1, 300L << 20);
    }

    [Fact]
    public async Task Text_Markdown_and_what_is_refused_at_sight_start_no_process()
    {
        using var readers = new IsolatedReaders(() => throw new InvalidOperationException("No process is needed."), ReadingLimits.Default, TimeProvider.System);

        Assert.Single(await ReadAsync(readers, "a.txt", "Words."u8.ToArray()));
        Assert.Single(await ReadAsync(readers, "a.md", "# Words\n\nMore."u8.ToArray()));
        await Assert.ThrowsAsync<UnreadableInputException>(() => ReadAsync(readers, "a.png", [0x89, .. "PNG\r\n\u001A\n"u8]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(readers, "a.html", PageOf(1)));
    }

    [Fact]
    public async Task A_process_that_has_waited_for_a_minute_is_ended()
    {
        var (time, starts) = (new FakeTimeProvider(), 0);
        using var readers = new IsolatedReaders(() => Counted(ref starts), ReadingLimits.Default, time);

        await ReadAsync(readers, "a.html", PageOf(1));
        time.Advance(TimeSpan.FromSeconds(59));
        await ReadAsync(readers, "a.html", PageOf(2));
        Assert.Equal(1, starts);
        time.Advance(TimeSpan.FromSeconds(61));
        await ReadAsync(readers, "a.html", PageOf(3));
        Assert.Equal(2, starts);
    }

    [Fact]
    public async Task The_process_ends_when_its_input_does_though_nobody_hears_its_answers()
    {
        var start = BuiltReader.Program.ToStart(ReadingLimits.Default);
        using var process = Process.Start(start)!;
        var fields = new FieldWriter(100);
        fields.Text("all.mbox");
        fields.Bytes(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"From ann@valley.example Sun Mar  1 09:30:00 2026\n{Mail}\n", 1_200))));
        new ReadingFrame(FrameKind.Request, fields.Content).WriteTo(process.StandardInput.BaseStream);
        Assert.NotNull(await ReadingFrame.ReadAsync(process.StandardOutput.BaseStream, Cancellation));
        Assert.False(process.WaitForExit(200));

        // As when the parent is killed: the system closes what it had open.
        process.StandardInput.Close();

        Assert.True(process.WaitForExit(10_000));
        Assert.Equal(0, process.ExitCode);
    }

    private static ReadingProgram Counted(ref int starts)
    {
        Interlocked.Increment(ref starts);
        return BuiltReader.Program;
    }

    private static byte[] PageOf(int year) => Encoding.UTF8.GetBytes($"<html><body><p>The dam of year {year} broke.</p></body></html>");

    private static async Task<IReadOnlyList<ReadPart>> ReadAsync(IsolatedReaders readers, string name, byte[] bytes) => await readers.ReadAsync(name, bytes, Cancellation).ToListAsync(Cancellation);

    private static (IReadOnlyList<ReadPart> Parts, string? Refused) Attempt(Func<IReadOnlyList<ReadPart>> read)
    {
        try
        {
            return (read(), null);
        }
        catch (UnreadableInputException fault)
        {
            return ([], fault.Message);
        }
    }

    private static async Task<(IReadOnlyList<ReadPart> Parts, string? Refused)> AttemptAsync(string name, byte[] bytes)
    {
        try
        {
            return (await ReadAsync(BuiltReader.Readers, name, bytes), null);
        }
        catch (UnreadableInputException fault)
        {
            return ([], fault.Message);
        }
    }
}
