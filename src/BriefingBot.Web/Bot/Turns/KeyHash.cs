using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Web.Bot;

/// <summary>One key of several parts, of a fixed length however long they are: SHA-256 in hexadecimal digits.</summary>
internal static class KeyHash
{
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
