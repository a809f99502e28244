using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>
/// A stream's bytes, chunk by chunk, without a byte order mark and in UTF-8 where the mark names another encoding. Without a mark the
/// bytes pass as they are.
/// </summary>
internal sealed class Utf8Chunks(Stream stream)
{
    private readonly byte[] chunk = new byte[64 * 1024];
    private Decoder? decoder;
    private Encoder? encoder;
    private bool started;

    /// <summary>Empty at the end of the stream. Good until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // The first chunk must be long enough for the longest mark.
            var filled = await stream.ReadAtLeastAsync(chunk, started ? 1 : 4, throwOnEndOfStream: false, cancellationToken);
            if (filled == 0)
            {
                return default;
            }

            var bytes = chunk.AsMemory(0, filled);
            if (!started)
            {
                started = true;
                bytes = bytes[SkipMark(bytes.Span)..];
            }

            var utf8 = decoder is null ? bytes : Recode(bytes.Span);
            if (!utf8.IsEmpty)
            {
                return utf8;
            }
        }
    }

    private int SkipMark(ReadOnlySpan<byte> head)
    {
        if (ByteOrderMark.At(head) is not { } mark)
        {
            return 0;
        }

        if (mark.Encoding is not UTF8Encoding)
        {
            (decoder, encoder) = (mark.Encoding.GetDecoder(), Encoding.UTF8.GetEncoder());
        }

        return mark.Length;
    }

    private byte[] Recode(ReadOnlySpan<byte> bytes)
    {
        var chars = new char[decoder!.GetCharCount(bytes, flush: false)];
        decoder.GetChars(bytes, chars, flush: false);
        var utf8 = new byte[encoder!.GetByteCount(chars, flush: false)];
        encoder.GetBytes(chars, utf8, flush: false);
        return utf8;
    }
}
