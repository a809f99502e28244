using System.Text;
using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class JsonLinesTests
{
    [Theory]
    [InlineData("a\nb\n", "1 a, 2 b")]
    [InlineData("a\r\nb", "1 a, 2 b")]
    [InlineData("\n\n  \r\na\n\t\nb\n\n", "4 a, 6 b")]
    [InlineData("\uFEFFa\nb", "1 a, 2 b")]
    [InlineData("\uFEFF", "")]
    [InlineData("", "")]
    [InlineData("é\n日", "1 é, 2 日")]
    public async Task Lines_are_numbered_and_blank_ones_left_out(string text, string expected) =>
        Assert.Equal(expected, await ReadAsync(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task Other_encodings_are_read_by_their_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal("1 é😀, 2 日", await ReadAsync([.. encoding.GetPreamble(), .. encoding.GetBytes("é😀\n日\n")]));
    }

    [Fact]
    public async Task A_line_over_the_limit_is_told_and_the_rest_goes_on() =>
        Assert.Equal("1 abcde, 2 too long, 3 b", await ReadAsync("abcde\nabcdef\nb"u8.ToArray(), longestLine: 5));

    [Fact]
    public async Task Lines_longer_than_a_chunk_are_whole_however_the_stream_cuts_them()
    {
        var lines = Enumerable.Range(0, 4).Select(i => new string((char)('a' + i), 70_000 * (i + 1))).ToList();
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));

        Assert.Equal(string.Join(", ", lines.Select((line, i) => $"{i + 1} {line}")), await ReadAsync(bytes));
    }

    [Fact]
    public async Task Cancellation_escapes()
    {
        var lines = JsonLines.ReadAsync(new MemoryStream("a\nb"u8.ToArray()), new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await lines.GetAsyncEnumerator(CancellationToken.None).MoveNextAsync());
    }

    private static async Task<string> ReadAsync(byte[] bytes, int longestLine = InputBytes.Largest)
    {
        var lines = new List<string>();
        await foreach (var line in JsonLines.ReadAsync(new OneByOne(bytes), longestLine, TestContext.Current.CancellationToken))
        {
            lines.Add($"{line.Number} {(line.Bytes is { } whole ? Encoding.UTF8.GetString(whole.Span) : "too long")}");
        }

        return string.Join(", ", lines);
    }

    /// <summary>Gives an odd number of bytes at a time, as a network may.</summary>
    private sealed class OneByOne(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(Length > 1000 ? buffer[..Math.Min(buffer.Length, 333)] : buffer[..1], cancellationToken);
    }
}
