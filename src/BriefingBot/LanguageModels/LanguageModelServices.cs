using Azure.Identity;
using BriefingBot.Configuration;
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

    // What needs no key is still sent one by the client.
    private const string NoKey = "none";

    public static IServiceCollection AddLanguageModel(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<LanguageModelOptions, LanguageModelOptionsValidator>().Bind(configuration.GetSection(LanguageModelOptions.Section));
        services.AddHttpClient(Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(5) })
            .AddHttpMessageHandler<RepliesHandler>()
            .AddStandardResilienceHandler(handler =>
            {
                // The answer's own budget ends all of it sooner.
                handler.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5);
                handler.AttemptTimeout.Timeout = TimeSpan.FromMinutes(2);
                handler.Retry.MaxRetryAttempts = 2;
                handler.Retry.Delay = TimeSpan.FromMilliseconds(500);
                handler.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(4);
                handler.CircuitBreaker.MinimumThroughput = 6;
                handler.CircuitBreaker.FailureRatio = 0.8;
                handler.CircuitBreaker.BreakDuration = TimeSpan.FromSeconds(30);
            });
        return services
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
            LanguageModelProvider.OpenAI => new OpenAIChatCompletionService(options.Model!, new Uri(options.Endpoint ?? "https://api.openai.com/v1"), options.ApiKey ?? NoKey, httpClient: client),
            LanguageModelProvider.AzureOpenAI when options.ApiKey is { } key => new AzureOpenAIChatCompletionService(options.Model!, options.Endpoint!, key, httpClient: client),
            LanguageModelProvider.AzureOpenAI => new AzureOpenAIChatCompletionService(options.Model!, options.Endpoint!, new DefaultAzureCredential(), httpClient: client),
            LanguageModelProvider.Recorded => new OpenAIChatCompletionService(ModelOf(provider), new Uri("http://recorded.invalid/v1"), NoKey, httpClient: client),
            _ => throw new ConfigurationException("LanguageModel:Provider names no language model."),
        };
    }
}
