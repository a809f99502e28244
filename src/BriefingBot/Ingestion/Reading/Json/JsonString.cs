using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BriefingBot.Ingestion;

/// <summary>
/// Decodes JSON strings as System.Text.Json does, save that half a surrogate pair (<c>"\ud800"</c>) becomes U+FFFD: that library
/// throws, and other programs write such text.
/// </summary>
internal static class JsonString
{
    /// <summary>The value of the string or property name that the reader stands on. Its bytes must be one span of valid UTF-8.</summary>
    public static string At(ref readonly Utf8JsonReader reader)
    {
        var raw = Encoding.UTF8.GetString(reader.ValueSpan);
        return reader.ValueIsEscaped ? Unescape(raw) : raw;
    }

    /// <summary>The reader has checked that every escape is complete.</summary>
    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            text.Append(raw[++i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var itself => itself,
            });
            i += raw[i] == 'u' ? 4 : 0;
        }

        return WellFormed(text.ToString());
    }

    private static string WellFormed(string text)
    {
        var wellFormed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            wellFormed.Append(rune);
        }

        return wellFormed.ToString();
    }
}
