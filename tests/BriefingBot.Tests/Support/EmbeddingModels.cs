using BriefingBot.ScriptedModel;

namespace BriefingBot.Tests.Support;

/// <summary>The library with vectors from a scripted provider.</summary>
internal static class EmbeddingModels
{
    /// <summary>The settings that name the provider, with others over them; a null takes one away.</summary>
    public static Dictionary<string, string?> SettingsOf(ScriptedServer server, params ReadOnlySpan<(string Key, string? Value)> others)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Embedding:Provider"] = "OpenAI",
            ["Embedding:Endpoint"] = server.Endpoint.AbsoluteUri,
            ["Embedding:Model"] = "scripted",
            ["Embedding:TimeoutSeconds"] = "5",
        };
        foreach (var (key, value) in others)
        {
            settings[key] = value;
        }

        return settings;
    }

    public static (string Key, string? Value)[] AzureOf(ScriptedServer server, string? key = null) =>
        [("Embedding:Provider", "AzureOpenAI"), ("Embedding:Endpoint", server.Address), ("Embedding:ApiKey", key ?? "azure-key")];
}
