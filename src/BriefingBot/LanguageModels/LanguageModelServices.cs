using Azure.Identity;
using BriefingBot.Configuration;
using BriefingBot.Providers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.AzureOpenAI;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace BriefingBot.LanguageModels;

/// <summary>The language model, where the configuration names one.</summary>
internal static class LanguageModelServices
{
    private const string Client = "language-model";

    public static IServiceCollection AddLanguageModel(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<LanguageModelOptions, LanguageModelOptionsValidator>().Bind(configuration.GetSection(LanguageModelOptions.Section));
        return services.AddProviderClient(Client, before: client => client.AddHttpMessageHandler<RepliesHandler>())
            .AddSingleton<ModelUsage>()
            .AddSingleton<KeptReplies>()
            .AddSingleton<RecordedReplies>()
            .AddTransient<RepliesHandler>()
            .AddSingleton(provider => PromptFiles.Read(provider.GetRequiredService<IOptions<LanguageModelOptions>>().Value.Prompts ?? Path.Combine(AppContext.BaseDirectory, "prompts")))
            .AddSingleton(ChatCompletion);
    }

    /// <summary>The model as a person's answers use it; null where none is configured.</summary>
    public static LanguageModel? LanguageModelOf(this IServiceProvider provider, Kernel kernel) =>
        provider.GetRequiredService<IOptions<LanguageModelOptions>>() is { Value.IsUsed: true } options
            ? new(kernel, provider.GetRequiredService<PromptFiles>(), provider.GetRequiredService<KeptReplies>(), ModelOf(provider), options)
            : null;

    // A record tells itself whose replies it holds.
    private static string ModelOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<LanguageModelOptions>>().Value.Model ?? provider.GetRequiredService<RecordedReplies>().Model ?? "unknown";

    private static IChatCompletionService ChatCompletion(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
        var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client);
        return options.Provider switch
        {
            LanguageModelProvider.OpenAI => new OpenAIChatCompletionService(options.Model!, new Uri(options.Endpoint ?? ProviderAddress.OpenAI), options.ApiKey ?? ProviderClient.NoKey, httpClient: client),
            LanguageModelProvider.AzureOpenAI when options.ApiKey is { } key && !string.IsNullOrWhiteSpace(key) => new AzureOpenAIChatCompletionService(options.Model!, options.Endpoint!, key, httpClient: client),
            LanguageModelProvider.AzureOpenAI => new AzureOpenAIChatCompletionService(options.Model!, options.Endpoint!, new DefaultAzureCredential(), httpClient: client),
            LanguageModelProvider.Recorded => new OpenAIChatCompletionService(ModelOf(provider), new Uri("http://recorded.invalid/v1"), ProviderClient.NoKey, httpClient: client),
            _ => throw new ConfigurationException("LanguageModel:Provider names no language model."),
        };
    }
}
