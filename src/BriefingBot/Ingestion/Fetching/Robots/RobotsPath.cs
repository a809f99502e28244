using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>Paths and patterns of robots.txt in one way of writing, so that they can be compared octet by octet (RFC 9309, 2.2.2).</summary>
internal static class RobotsPath
{
    /// <summary>Path and query of an address. A star or a dollar in it is that sign, and no pattern's.</summary>
    public static string Of(Uri address) => Written(address.PathAndQuery).Replace("*", "%2A", StringComparison.Ordinal).Replace("$", "%24", StringComparison.Ordinal);

    /// <summary>Letters beyond ASCII as %XX of their UTF-8, unreserved signs as they are, and in the query : and / as %XX, as many write them there.</summary>
    public static string Written(string given)
    {
        var written = new StringBuilder(given.Length);
        var inQuery = false;
        var bytes = Encoding.UTF8.GetBytes(given);
        for (var at = 0; at < bytes.Length; at++)
        {
            int sign = bytes[at];
            if (sign == '%' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]))
            {
                sign = Convert.ToInt32(Encoding.ASCII.GetString(bytes, at + 1, 2), 16);
                at += 2;
                if (char.IsAsciiLetterOrDigit((char)sign) || sign is '-' or '.' or '_' or '~')
                {
                    written.Append((char)sign);
                }
                else
                {
                    Encode();
                }
            }
            else if (sign <= ' ' || sign >= 0x7F || (inQuery && sign is ':' or '/'))
            {
                Encode();
            }
            else
            {
                inQuery |= sign == '?';
                written.Append((char)sign);
            }

            void Encode() => written.Append('%').Append(sign.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return written.ToString();
    }
}
