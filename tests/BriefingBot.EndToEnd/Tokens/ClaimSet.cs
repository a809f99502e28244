using System.Text.Json.Nodes;

namespace BriefingBot.EndToEnd.Tokens;

/// <summary>What tokens of each kind say when they are right.</summary>
internal static class ClaimSet
{
    public const string App = "8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e";
    public const string OtherApp = "0e6f3b52-7c1d-4a3b-8e55-1f2a9c0d4b77";
    public const string ChannelIssuer = "https://api.botframework.com";

    // Bot Framework's own tenant, whose tokens Emulator gets with the bot's id and secret.
    private const string EmulatorTenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";

    public static JsonObject OfChannel(string serviceUrl) => Lasting(new()
    {
        ["iss"] = ChannelIssuer,
        ["aud"] = App,
        ["serviceurl"] = serviceUrl,
    });

    /// <summary>A token of Azure AD, in either of its versions.</summary>
    public static JsonObject OfDirectory(bool second, string app = App, string audience = App) => Lasting(new()
    {
        ["iss"] = second ? $"https://login.microsoftonline.com/{EmulatorTenant}/v2.0" : $"https://sts.windows.net/{EmulatorTenant}/",
        ["aud"] = audience,
        ["ver"] = second ? "2.0" : "1.0",
        [second ? "azp" : "appid"] = app,
        ["tid"] = EmulatorTenant,
    });

    public static JsonObject But(this JsonObject claims, string name, JsonNode? value)
    {
        if (value is null)
        {
            claims.Remove(name);
        }
        else
        {
            claims[name] = value;
        }

        return claims;
    }

    /// <summary>From now, in seconds, as tokens count.</summary>
    public static long In(TimeSpan time) => TimeProvider.System.GetUtcNow().Add(time).ToUnixTimeSeconds();

    private static JsonObject Lasting(JsonObject claims) => claims.But("nbf", In(TimeSpan.FromMinutes(-5))).But("exp", In(TimeSpan.FromHours(1)));
}
