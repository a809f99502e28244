using BriefingBot.State;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Diagnosis;

/// <summary>The configured secrets, to be taken out of whatever is printed: what a server says may repeat them.</summary>
internal sealed class Secrets(IConfiguration configuration)
{
    private static readonly string[] Keys = ["Qdrant:ApiKey", "Embedding:ApiKey", "LanguageModel:ApiKey", "MicrosoftAppPassword"];

    private readonly string[] _values = [.. Keys.Select(key => configuration[key]).Append(RedisPassword(configuration)).OfType<string>().Where(value => value.Length > 3)];

    private static string? RedisPassword(IConfiguration configuration) => new RedisOptions { ConnectionString = configuration[$"{RedisOptions.Section}:{nameof(RedisOptions.ConnectionString)}"] }.Parsed?.Password;

    public string Without(string text) => _values.Aggregate(text, (shown, secret) => shown.Replace(secret, "…", StringComparison.Ordinal));
}
