using System.Buffers;
using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>How far some bytes are UTF-8: the sequences of several bytes that are sound, and those that are not.</summary>
/// <param name="At">Where the first unsound sequence begins.</param>
/// <param name="Sound">Sound sequences of several bytes.</param>
/// <param name="Unsound">Unsound sequences.</param>
/// <param name="Telling">Sound sequences that text in single bytes hardly ever has: accented Latin letters, quotation marks and dashes.</param>
/// <param name="Accents">Bytes beyond ASCII.</param>
internal readonly record struct Utf8Damage(int At, int Sound, int Unsound, int Telling, int Accents)
{
    /// <summary>Null for valid UTF-8, and for UTF-8 that ends in the middle of a character, as a file does that was cut.</summary>
    public static Utf8Damage? Of(ReadOnlySpan<byte> bytes)
    {
        var (at, sound, unsound, telling, accents) = (-1, 0, 0, 0, 0);
        for (var i = 0; i < bytes.Length;)
        {
            var plain = bytes[i..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (plain < 0)
            {
                break;
            }

            i += plain;
            var status = Rune.DecodeFromUtf8(bytes[i..], out var rune, out var length);
            accents += length;
            if (status == OperationStatus.Done)
            {
                sound++;
                telling += rune.Value is (>= 0xC0 and <= 0xFF) or (>= 0x2010 and <= 0x203A) ? 1 : 0;
            }
            else if (status == OperationStatus.NeedMoreData && unsound == 0 && sound > 0)
            {
                return null;
            }
            else
            {
                at = unsound++ == 0 ? i : at;
            }

            i += length;
        }

        return unsound == 0 ? null : new(at, sound, unsound, telling, accents);
    }

    /// <summary>Text in another encoding hardly ever yields ten sound sequences of several bytes for each unsound one.</summary>
    public bool IsAllBut => Sound >= 10 * Unsound;
}
