using Microsoft.Extensions.Configuration;

namespace BriefingBot.Diagnosis;

/// <summary>The configured secrets, to be taken out of whatever is printed: what a server says may repeat them.</summary>
internal sealed class Secrets(IConfiguration configuration)
{
    private static readonly string[] Keys = ["Qdrant:ApiKey", "Embedding:ApiKey", "LanguageModel:ApiKey", "MicrosoftAppPassword"];

    private readonly string[] _values = [.. Keys.Select(key => configuration[key]).OfType<string>().Where(value => value.Length > 3)];

    public string Without(string text) => _values.Aggregate(text, (shown, secret) => shown.Replace(secret, "…", StringComparison.Ordinal));
}
