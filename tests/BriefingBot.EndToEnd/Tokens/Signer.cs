using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEnd.Tokens;

/// <summary>An RSA key with its name, which signs tokens of any content, right or wrong.</summary>
internal sealed class Signer(string name) : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);

    public string Name => name;

    /// <summary>The public half, as a key set has it.</summary>
    public JsonObject PublicKey(params string[] endorsements)
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = name, ["n"] = Encode(key.Modulus!), ["e"] = Encode(key.Exponent!) };
        if (endorsements.Length > 0)
        {
            json["endorsements"] = new JsonArray([.. endorsements.Select(channel => (JsonNode)channel)]);
        }

        return json;
    }

    /// <summary>A token with RS256, as the channels sign them.</summary>
    /// <param name="claims">What it says.</param>
    /// <param name="keyName">The name of the key that it claims to be signed by; null for none.</param>
    public string Sign(JsonObject claims, string? keyName)
    {
        var signed = Unsigned(claims, "RS256", keyName);
        return $"{signed}.{Encode(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>A token whose secret is what everybody knows: the public key.</summary>
    public string SignByPublicKey(JsonObject claims)
    {
        var signed = Unsigned(claims, "HS256", name);
        return $"{signed}.{Encode(HMACSHA256.HashData(_key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string WithoutSignature(JsonObject claims) => Unsigned(claims, "none", keyName: null) + ".";

    public void Dispose() => _key.Dispose();

    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private static string Unsigned(JsonObject claims, string algorithm, string? keyName)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = algorithm };
        if (keyName is not null)
        {
            header["kid"] = keyName;
        }

        return $"{Encode(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
    }
}
