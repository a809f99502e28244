using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

/// <summary>What servers do that would take time, memory or patience without end.</summary>
public sealed class WebFetchLimitsTests
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public async Task A_server_that_sends_nothing_more_is_left()
    {
        await using var listener = new WebListener(async (_, _, stream, ended) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>A"u8.ToArray(), ended);
            await Task.Delay(Timeout.Infinite, ended);
        });
        using var web = SomeWeb.OnLoopback(("IdleSeconds", "1"));
        Assert.Contains("the server sent nothing for 1 s", await web.RefusalAsync(listener.At("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_left()
    {
        await using var listener = new WebListener((_, _, _, ended) => Task.Delay(Timeout.Infinite, ended));
        using var web = SomeWeb.OnLoopback(("IdleSeconds", "1"));
        Assert.Contains("the server sent nothing for 1 s", await web.RefusalAsync(listener.At("/")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    public async Task A_server_that_sends_a_byte_now_and_then_is_left_when_the_time_for_the_whole_is_over(string start)
    {
        await using var listener = new WebListener(async (_, _, stream, ended) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(start), ended);
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), ended);
                await Task.Delay(100, ended);
            }
        });
        using var web = SomeWeb.OnLoopback(("TimeoutSeconds", "1"));
        var started = Stopwatch.GetTimestamp();
        Assert.Contains("it took longer than 1 s", await web.RefusalAsync(listener.At("/")), StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_document_that_says_that_it_is_too_large_is_not_read()
    {
        await using var listener = new WebListener(_ => $"HTTP/1.1 200 OK\r\nContent-Length: {Megabyte + 1}\r\n\r\n");
        using var web = SomeWeb.OnLoopback(("LargestMegabytes", "1"));
        Assert.Contains("it is larger than 1 MB", await web.RefusalAsync(listener.At("/")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Megabyte, true)]
    [InlineData(Megabyte + 1, false)]
    public async Task A_document_without_a_length_is_counted_as_it_comes(int length, bool isTaken)
    {
        await using var listener = new WebListener(async (_, _, stream, ended) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n"u8.ToArray(), ended);
            await stream.WriteAsync(Enumerable.Repeat((byte)'a', length).ToArray(), ended);
            stream.Close();
        });
        using var web = SomeWeb.OnLoopback(("LargestMegabytes", "1"));
        if (isTaken)
        {
            Assert.Equal(length, (await web.GetAsync(listener.At("/")))!.Bytes.Length);
        }
        else
        {
            Assert.Contains("it is larger than 1 MB", await web.RefusalAsync(listener.At("/")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_document_that_never_ends_is_left_at_the_limit()
    {
        await using var listener = new WebListener(async (_, _, stream, ended) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), ended);
            var chunk = Encoding.ASCII.GetBytes("10000\r\n" + new string('a', 0x10000) + "\r\n");
            while (true)
            {
                await stream.WriteAsync(chunk, ended);
            }
        });
        using var web = SomeWeb.OnLoopback(("LargestMegabytes", "1"));
        Assert.Contains("it is larger than 1 MB", await web.RefusalAsync(listener.At("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_is_counted_unpacked_and_left_at_the_limit()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(new byte[40 * Megabyte]);
        }

        await using var listener = new WebListener(_ => WebListener.Answer(Encoding.Latin1.GetString(packed.ToArray()), headers: "Content-Encoding: gzip"));
        using var web = SomeWeb.OnLoopback(("LargestMegabytes", "1"));
        var before = GC.GetTotalAllocatedBytes();
        Assert.Contains("it is larger than 1 MB", await web.RefusalAsync(listener.At("/")), StringComparison.Ordinal);
        Assert.True(packed.Length < Megabyte && GC.GetTotalAllocatedBytes() - before < 20 * Megabyte);
    }

    [Theory]
    [InlineData("gzip", "this is no gzip", "cannot be unpacked")]
    [InlineData("made-up", "?", "packs it in a way that is not known here")]
    public async Task A_document_that_cannot_be_unpacked_is_told(string encoding, string body, string words)
    {
        await using var listener = new WebListener(_ => WebListener.Answer(body, headers: $"Content-Encoding: {encoding}"));
        using var web = SomeWeb.OnLoopback();
        Assert.Contains(words, await web.RefusalAsync(listener.At("/")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 5000\r\n\r\n<p>Half of", "the connection ended before all of it had come")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n20\r\n<p>Half of", "the connection ended before all of it had come")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\n<p>", "does not speak HTTP as it should")]
    [InlineData("Content-Length: -7\r\n\r\n<p>Half of", "")]
    public async Task A_document_of_a_wrong_length_is_refused(string rest, string words)
    {
        await using var listener = new WebListener(async (_, _, stream, ended) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\n" + rest), ended);
            stream.Close();
        });
        using var web = SomeWeb.OnLoopback();
        if (words.Length == 0)
        {
            // A length that is none is passed over, and the document ends with the connection.
            Assert.Equal("<p>Half of", Encoding.ASCII.GetString((await web.GetAsync(listener.At("/")))!.Bytes.Span));
        }
        else
        {
            Assert.Contains(words, await web.RefusalAsync(listener.At("/")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n", "does not speak HTTP as it should")]
    [InlineData("", "the connection ended before all of it had come")]
    public async Task What_is_no_web_server_is_told(string greeting, string words)
    {
        await using var listener = new WebListener(async (_, _, stream, ended) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(greeting), ended);
            stream.Close();
        });
        using var web = SomeWeb.OnLoopback();
        Assert.Contains(words, await web.RefusalAsync(listener.At("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_where_nothing_listens_is_told()
    {
        int port;
        await using (var listener = new WebListener(_ => ""))
        {
            port = listener.Port;
        }

        using var web = SomeWeb.OnLoopback();
        Assert.Contains($"nothing answers at 127.0.0.1, port {port}", await web.RefusalAsync(new($"http://127.0.0.1:{port}/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asked_can_end_it()
    {
        await using var listener = new WebListener((_, _, _, ended) => Task.Delay(Timeout.Infinite, ended));
        using var web = SomeWeb.OnLoopback();
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => web.Fetch.GetAsync(listener.At("/"), known: null, cancelled.Token));
    }
}
