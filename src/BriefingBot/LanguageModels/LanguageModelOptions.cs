using System.ComponentModel.DataAnnotations;
using BriefingBot.Providers;
using Microsoft.Extensions.Options;

namespace BriefingBot.LanguageModels;

/// <summary>Where a language model is reached.</summary>
public enum LanguageModelProvider
{
    /// <summary>None is asked: answers are extractive.</summary>
    None,

    /// <summary>OpenAI, or any endpoint that speaks its API: Ollama, vLLM, LM Studio, llama.cpp.</summary>
    OpenAI,

    /// <summary>A deployment of Azure OpenAI.</summary>
    AzureOpenAI,

    /// <summary>None is asked: replies come from the file of <c>LanguageModel:Replies</c> alone.</summary>
    Recorded,
}

/// <summary>Section <c>LanguageModel</c>: with a provider, answers become short prose that a language model drafts and that is checked against its quotes.</summary>
public sealed class LanguageModelOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "LanguageModel";

    /// <summary>The provider. Default: none.</summary>
    public LanguageModelProvider Provider { get; set; }

    /// <summary>The endpoint: <c>https://NAME.openai.azure.com</c>, or the base address of an OpenAI-compatible API, such as <c>http://127.0.0.1:11434/v1</c>. Default: OpenAI's own.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The model's name, or on Azure the deployment's.</summary>
    public string? Model { get; set; }

    /// <summary>The key, where the endpoint asks for one. On Azure without one: the managed identity of the machine. Sent with each call, and written nowhere.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The longest that the drafting of one answer may take, in seconds, with what is tried again and repaired.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>The longest reply, in tokens.</summary>
    [Range(50, 100_000)]
    public int MaxReplyTokens { get; set; } = 1_000;

    /// <summary>After so many tokens in one day (UTC) answers are extractive until the next. Default: no limit.</summary>
    [Range(1, long.MaxValue)]
    public long? DailyTokens { get; set; }

    /// <summary>What a million tokens sent cost, in a currency of your choice. For the metrics alone.</summary>
    [Range(0, 100_000)]
    public double PricePerMillionSent { get; set; }

    /// <summary>What a million tokens received cost.</summary>
    [Range(0, 100_000)]
    public double PricePerMillionReceived { get; set; }

    /// <summary>The folder with the prompts. Default: <c>prompts</c> beside the program.</summary>
    public string? Prompts { get; set; }

    /// <summary>For so many minutes the same request is given the reply that an answer came of before. 0: never.</summary>
    [Range(0, 100_000)]
    public int KeepRepliesMinutes { get; set; } = 60;

    /// <summary>A file that every reply is written into, and given from again. For evaluations that can be repeated; it holds text of articles. Default: none.</summary>
    public string? Replies { get; set; }

    /// <summary>How often the model may search the articles again while it drafts one answer, for questions of two steps. 0: never.</summary>
    [Range(0, 20)]
    public int Searches { get; set; } = 2;

    /// <summary>Tokens of one answer after which the model may not search again.</summary>
    [Range(1, 10_000_000)]
    public int TokensPerAnswer { get; set; } = 30_000;

    /// <summary>What tokens cost, in the currency of the prices.</summary>
    internal double CostOf(long sent, long received) => ((sent * PricePerMillionSent) + (received * PricePerMillionReceived)) / 1e6;

    internal bool IsUsed => Provider != LanguageModelProvider.None;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is not null && !ProviderAddress.IsOne(Endpoint))
        {
            // What was given is not repeated: it may hold a password.
            yield return new("LanguageModel:Endpoint must be the address of the API, such as http://127.0.0.1:11434/v1 or https://NAME.openai.azure.com, without a user or a password in it.");
        }

        if (Provider == LanguageModelProvider.Recorded && !File.Exists(Replies))
        {
            yield return new("LanguageModel:Replies must name a file of recorded replies, because LanguageModel:Provider is Recorded and asks nobody.");
        }

        if (Provider is LanguageModelProvider.OpenAI or LanguageModelProvider.AzureOpenAI && string.IsNullOrWhiteSpace(Model))
        {
            yield return new("LanguageModel:Model is missing: give the name of the model, or on Azure of the deployment.");
        }

        if (Provider == LanguageModelProvider.AzureOpenAI && string.IsNullOrWhiteSpace(Endpoint))
        {
            yield return new("LanguageModel:Endpoint is missing: give the address of the Azure OpenAI resource, such as https://NAME.openai.azure.com.");
        }

        if (Provider == LanguageModelProvider.OpenAI && string.IsNullOrWhiteSpace(Endpoint) && string.IsNullOrWhiteSpace(ApiKey))
        {
            yield return new("LanguageModel:ApiKey is missing: OpenAI asks for one. For another server give LanguageModel:Endpoint.");
        }

        if (!IsUsed && (Endpoint ?? Model ?? ApiKey) is not null)
        {
            yield return new("LanguageModel:Provider is missing: OpenAI (also for servers that speak its API) or AzureOpenAI. Without it the other keys of LanguageModel mean nothing.");
        }
    }
}

/// <summary>Checks <see cref="LanguageModelOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class LanguageModelOptionsValidator : IValidateOptions<LanguageModelOptions>;
