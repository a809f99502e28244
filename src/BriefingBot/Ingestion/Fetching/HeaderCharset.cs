using System.Net.Http.Headers;
using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>
/// What a server says of a text's encoding stands in no byte of it. Such a text is written anew as UTF-8 with its mark, so that readers need not be told;
/// as with pages from files, bytes that are valid UTF-8 are UTF-8, whatever is said of them.
/// </summary>
internal static class HeaderCharset
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    public static byte[] Marked(byte[] bytes, MediaTypeHeaderValue? type)
    {
        if (type is not { MediaType: "text/html" or "text/plain" or "text/markdown" or "application/xhtml+xml", CharSet: { } charset }
            || ByteOrderMark.At(bytes) is not null
            || Encodings.Find(charset.Trim('"', '\'')) is not { CodePage: not 65001 } encoding
            || (bytes.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)0x7F) >= 0 && TextDecoding.IsAsGoodAsUtf8(bytes)))
        {
            return bytes;
        }

        var text = encoding.GetString(bytes);
        return text.Contains('\uFFFD') ? bytes : [.. Mark, .. Encoding.UTF8.GetBytes(text)];
    }
}
