using System.ComponentModel.DataAnnotations;
using BriefingBot.Providers;
using Microsoft.Extensions.Options;

namespace BriefingBot.Embedding;

/// <summary>Where vectors are made.</summary>
public enum EmbeddingProvider
{
    /// <summary>In this process, by the model that comes with the program.</summary>
    None,

    /// <summary>OpenAI, or any endpoint that speaks its API: Ollama, vLLM, LM Studio, llama.cpp.</summary>
    OpenAI,

    /// <summary>A deployment of Azure OpenAI.</summary>
    AzureOpenAI,
}

/// <summary>Section <c>Embedding</c>: with a provider, passages and questions are sent there for their vectors instead of to the model in process.</summary>
public sealed class EmbeddingOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Embedding";

    /// <summary>The provider. Default: none, the model in process.</summary>
    public EmbeddingProvider Provider { get; set; }

    /// <summary>The endpoint: <c>https://NAME.openai.azure.com</c>, or the base address of an OpenAI-compatible API, such as <c>http://127.0.0.1:11434/v1</c>. Default: OpenAI's own.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The model's name, or on Azure the deployment's. The index carries it: another name needs <c>briefing reindex</c>.</summary>
    public string? Model { get; set; }

    /// <summary>The key, where the endpoint asks for one. On Azure without one: the managed identity of the machine. Sent with each call, and written nowhere.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The length of a vector: asked of the endpoint, and compared with what it gives. Default: the model's own, which is not asked for.</summary>
    [Range(8, 65_536)]
    public int? Dimensions { get; set; }

    /// <summary>How many texts one request holds. Some servers take 32 at most.</summary>
    [Range(1, 2_048)]
    public int BatchSize { get; set; } = 32;

    /// <summary>The most tokens that a passage, with its title, may have: what the model reads, or less. They are estimated, with more than any common tokenizer counts.</summary>
    [Range(128, 100_000)]
    public int MaxTokens { get; set; } = 512;

    /// <summary>What the model expects before a question, such as <c>query: </c>.</summary>
    public string QueryPrefix { get; set; } = "";

    /// <summary>What the model expects before a passage, such as <c>passage: </c>.</summary>
    public string PassagePrefix { get; set; } = "";

    /// <summary>The longest that a question's vector may take, in seconds, with what is tried again. A batch of a load may take ten times that.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 15;

    internal bool IsUsed => Provider != EmbeddingProvider.None;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is not null && !ProviderAddress.IsOne(Endpoint))
        {
            // What was given is not repeated: it may hold a password.
            yield return new("Embedding:Endpoint must be the address of the API, such as http://127.0.0.1:11434/v1 or https://NAME.openai.azure.com, without a user or a password in it.");
        }

        if (IsUsed && string.IsNullOrWhiteSpace(Model))
        {
            yield return new("Embedding:Model is missing: give the name of the embedding model, or on Azure of its deployment.");
        }

        if (Provider == EmbeddingProvider.AzureOpenAI && string.IsNullOrWhiteSpace(Endpoint))
        {
            yield return new("Embedding:Endpoint is missing: give the address of the Azure OpenAI resource, such as https://NAME.openai.azure.com.");
        }

        if (Provider == EmbeddingProvider.OpenAI && string.IsNullOrWhiteSpace(Endpoint) && string.IsNullOrWhiteSpace(ApiKey))
        {
            yield return new("Embedding:ApiKey is missing: OpenAI asks for one. For another server give Embedding:Endpoint.");
        }

        if (!IsUsed && (Endpoint ?? Model ?? ApiKey ?? (Dimensions is null && QueryPrefix.Length + PassagePrefix.Length == 0 ? null : "")) is not null)
        {
            yield return new("Embedding:Provider is missing: OpenAI (also for servers that speak its API) or AzureOpenAI. Without it the model in process is used, and the other keys of Embedding mean nothing.");
        }

        foreach (var (key, prefix) in new[] { (nameof(QueryPrefix), QueryPrefix), (nameof(PassagePrefix), PassagePrefix) })
        {
            if (EstimatedTokens.Of(prefix) > MaxTokens / 4)
            {
                yield return new($"Embedding:{key} is longer than a quarter of Embedding:MaxTokens ({MaxTokens}). Shorten it.");
            }
        }
    }
}

/// <summary>Checks <see cref="EmbeddingOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class EmbeddingOptionsValidator : IValidateOptions<EmbeddingOptions>;
