using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>
/// Recognises UTF-16 without a byte order mark by its NUL bytes: the blanks, line ends and Latin letters of any UTF-16 text have one
/// each, all on the same side of their pairs.
/// </summary>
internal static class UnmarkedUtf16
{
    /// <summary>The encoding, or null where the bytes may as well be something else.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || bytes.Length % 2 != 0 || !bytes.Contains((byte)0))
        {
            return null;
        }

        var nuls = (Even: 0, Odd: 0);
        var ascii = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            nuls.Even += bytes[i] == 0 && i % 2 == 0 ? 1 : 0;
            nuls.Odd += bytes[i] == 0 && i % 2 == 1 ? 1 : 0;
            ascii += bytes[i] is >= 0x20 and < 0x7F or (byte)'\n' or (byte)'\r' or (byte)'\t' ? 1 : 0;
        }

        var (more, fewer) = (Math.Max(nuls.Even, nuls.Odd), Math.Min(nuls.Even, nuls.Odd));
        // A stray NUL in a text of single bytes leaves nearly all of it ASCII; UTF-16 leaves at most half of it so, or not much more.
        if (fewer * 20 > more || ascii * 3 > bytes.Length * 2)
        {
            return null;
        }

        var encoding = nuls.Odd > nuls.Even ? Encoding.Unicode : Encoding.BigEndianUnicode;
        return BinaryContent.LooksLikeText(encoding.GetString(bytes), forgiven: 0) ? encoding : null;
    }
}
