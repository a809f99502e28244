using System.Buffers;
using System.Runtime.CompilerServices;

namespace BriefingBot.Ingestion;

/// <summary>One line that holds something. <see cref="Bytes"/> is null when the line is longer than the limit.</summary>
internal sealed record JsonLine(int Number, ReadOnlyMemory<byte>? Bytes);

/// <summary>
/// Cuts a stream into its lines, numbered from 1, holding no more than the longest one. Blank lines are counted but not given.
/// A byte order mark is dropped; one of UTF-16 or UTF-32 has the stream read in that encoding.
/// </summary>
internal static class JsonLines
{
    /// <summary>Whether a file of this name has one article a line.</summary>
    public static bool AreIn(string name) => Path.GetExtension(name).ToUpperInvariant() is ".JSONL" or ".NDJSON";

    public static IAsyncEnumerable<JsonLine> ReadAsync(Stream stream, CancellationToken cancellationToken = default) =>
        ReadAsync(stream, InputBytes.Largest, cancellationToken);

    public static async IAsyncEnumerable<JsonLine> ReadAsync(
        Stream stream, int longestLine, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var chunks = new Utf8Chunks(stream);
        var line = new ArrayBufferWriter<byte>();
        var number = 1;
        var tooLong = false;
        while (await chunks.NextAsync(cancellationToken) is { IsEmpty: false } rest)
        {
            for (int end; (end = rest.Span.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
            {
                Append(rest.Span[..end]);
                if (Finish() is { } whole)
                {
                    yield return whole;
                }
            }

            Append(rest.Span);
        }

        if (Finish() is { } last)
        {
            yield return last;
        }

        void Append(ReadOnlySpan<byte> part)
        {
            tooLong |= part.Length > longestLine - line.WrittenCount;
            line.Write(tooLong ? [] : part);
        }

        JsonLine? Finish()
        {
            var bytes = line.WrittenSpan.Trim(" \t\r"u8);
            var finished = tooLong ? new JsonLine(number, null) : bytes.IsEmpty ? null : new JsonLine(number, bytes.ToArray());
            line.ResetWrittenCount();
            tooLong = false;
            number++;
            return finished;
        }
    }
}
