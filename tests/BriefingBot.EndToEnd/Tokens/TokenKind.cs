using System.Text.Json.Nodes;

namespace BriefingBot.EndToEnd.Tokens;

/// <summary>The Authorization header that each row of Specs/Tokens.md names.</summary>
internal static class TokenKind
{
    /// <summary>Headers, none for a request without.</summary>
    public static string[] Headers(string kind, Issuer issuer, string serviceUrl)
    {
        var claims = ClaimSet.OfChannel(serviceUrl);
        var valid = Signed(claims);
        return kind switch
        {
            "none" or "a valid token in the query, and no header" => [],
            "an empty header" => [""],
            "Basic" => ["Basic dXNlcjpwYXNz"],
            "the scheme alone" => ["Bearer"],
            "words instead of a token" => ["Bearer letmein"],
            "three parts that are no JSON" => ["Bearer bGV0.bWU.aW4"],
            "for no audience" => Bearer(Signed(claims.But("aud", null))),
            "for another app" => Bearer(Signed(claims.But("aud", ClaimSet.OtherApp))),
            "of another issuer" => Bearer(Signed(claims.But("iss", "https://issuer.example"))),
            "expired" => Bearer(Signed(claims.But("exp", ClaimSet.In(TimeSpan.FromMinutes(-6))).But("nbf", ClaimSet.In(TimeSpan.FromHours(-1))))),
            "not yet valid" => Bearer(Signed(claims.But("nbf", ClaimSet.In(TimeSpan.FromMinutes(30))))),
            "without an end" => Bearer(Signed(claims.But("exp", null))),
            "by a stranger's key under the issuer's name" => Bearer(ByStranger(claims, issuer.Channels.Name)),
            "by a stranger's key under its own name" => Bearer(ByStranger(claims, "stranger")),
            "by a stranger's key under no name" => Bearer(ByStranger(claims, keyName: null)),
            "by no key (alg none)" => Bearer(Signer.WithoutSignature(claims)),
            "by the public key as a secret (HS256)" => Bearer(issuer.Channels.SignByPublicKey(claims)),
            "for another service" => Bearer(Signed(claims.But("serviceurl", "https://smba.example/"))),
            "for no service" => Bearer(Signed(claims.But("serviceurl", null))),
            "for the service without its last slash" => Bearer(Signed(claims.But("serviceurl", serviceUrl.TrimEnd('/')))),
            "by a key that is published for no channel" => Bearer(issuer.Unendorsed.Sign(claims, issuer.Unendorsed.Name)),
            "with another payload than was signed" => Bearer(Tampered(valid, Signed(ClaimSet.OfChannel(serviceUrl).But("aud", ClaimSet.OtherApp)))),
            "twice, in two headers" => [$"Bearer {valid}", $"Bearer {valid}"],
            "of a megabyte" => Bearer(valid + new string('A', 1_000_000)),
            "with a number for an issuer" => Bearer(Signed(claims.But("iss", 7))),
            "with an object for an issuer" => Bearer(Signed(claims.But("iss", new JsonObject { ["url"] = ClaimSet.ChannelIssuer }))),
            "with a word for an end" => Bearer(Signed(claims.But("exp", "tomorrow"))),
            "with an end beyond all numbers" => Bearer(Signed(claims.But("exp", 1e30))),
            "with an object for a tenant" => Bearer(Signed(claims.But("tid", new JsonObject { ["id"] = RegisteredBots.Tenant }))),
            "with an object for an audience" => Bearer(Signed(claims.But("aud", new JsonObject { ["id"] = ClaimSet.App }))),
            "valid, with the scheme in small letters" => [$"bearer {valid}"],
            "valid, with the key's name left out" => Bearer(issuer.Channels.Sign(claims, keyName: null)),
            "of Emulator, version 1" => Directory(ClaimSet.OfDirectory(second: false)),
            "of Emulator, version 2" => Directory(ClaimSet.OfDirectory(second: true)),
            "of Emulator with another app" => Directory(ClaimSet.OfDirectory(second: true, app: ClaimSet.OtherApp, audience: ClaimSet.OtherApp)),
            "of another bot" => Directory(ClaimSet.OfDirectory(second: true, app: ClaimSet.OtherApp)),
            "of Emulator, by the channels' key" => Bearer(Signed(ClaimSet.OfDirectory(second: true))),
            "of the channels, by the directory's key" => Directory(claims),
            _ when kind.StartsWith("valid", StringComparison.Ordinal) => Bearer(valid),
            _ => throw new ArgumentException($"No way to make a token: {kind}"),
        };

        string Signed(JsonObject said) => issuer.Channels.Sign(said, issuer.Channels.Name);

        string[] Directory(JsonObject said) => Bearer(issuer.ActiveDirectory.Sign(said, issuer.ActiveDirectory.Name));
    }

    /// <summary>What is appended to the bot's address.</summary>
    public static string Query(string kind, Issuer issuer, string serviceUrl) =>
        kind.Contains("in the query", StringComparison.Ordinal) ? $"?access_token={issuer.Channels.Sign(ClaimSet.OfChannel(serviceUrl), issuer.Channels.Name)}" : "";

    private static string[] Bearer(string token) => [$"Bearer {token}"];

    private static string ByStranger(JsonObject claims, string? keyName)
    {
        using var stranger = new Signer("stranger");
        return stranger.Sign(claims, keyName);
    }

    private static string Tampered(string wanted, string signed) => $"{wanted[..wanted.LastIndexOf('.')]}{signed[signed.LastIndexOf('.')..]}";
}
