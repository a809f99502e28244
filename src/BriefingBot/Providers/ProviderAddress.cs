namespace BriefingBot.Providers;

/// <summary>What the configuration may name as a provider's address.</summary>
internal static class ProviderAddress
{
    public const string OpenAI = "https://api.openai.com/v1";

    /// <summary>Whether it is an address of the web without a user or a password in it. Whoever says that it is none does not repeat it.</summary>
    public static bool IsOne(string given) => Uri.TryCreate(given, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0;

    /// <summary>Host and port, for people. Never the whole address: it may hold what is nobody's business in a log.</summary>
    public static string Authority(string endpoint) => new Uri(endpoint).Authority;
}
