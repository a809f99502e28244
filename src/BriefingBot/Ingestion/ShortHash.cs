using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>A text's place in a set of millions: half of its SHA-256, the same in every process.</summary>
internal static class ShortHash
{
    public static UInt128 Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
