using Azure.AI.OpenAI;
using Azure.Identity;
using BriefingBot.Providers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenAI;

namespace BriefingBot.Embedding;

/// <summary>The embedding model: in process, or a provider's where the configuration names one.</summary>
internal static class EmbeddingServices
{
    private const string Client = "embedding-model";

    public static IServiceCollection AddEmbedding(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<EmbeddingOptions, EmbeddingOptionsValidator>().Bind(configuration.GetSection(EmbeddingOptions.Section));
        return services.AddProviderClient(Client)
            .AddSingleton<ArcticXsEmbedder>()
            .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(provider => provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value is { IsUsed: true } options
                ? new ProviderEmbedder(Connect(options, provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client)), options)
                : provider.GetRequiredService<ArcticXsEmbedder>())
            .AddSingleton(provider => provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GetRequiredService<EmbeddingModel>())
            .AddSingleton<VectorLength>();
    }

    private static IEmbeddingGenerator<string, Embedding<float>> Connect(EmbeddingOptions options, HttpClient client)
    {
        OpenAIClient connection = options.Provider == EmbeddingProvider.OpenAI
            ? new OpenAIClient(ProviderClient.CredentialOf(options.ApiKey), new OpenAIClientOptions { Endpoint = new(options.Endpoint ?? ProviderAddress.OpenAI) }.Through(client))
            : string.IsNullOrEmpty(options.ApiKey)
                ? new AzureOpenAIClient(new(options.Endpoint!), new DefaultAzureCredential(), new AzureOpenAIClientOptions().Through(client))
                : new AzureOpenAIClient(new(options.Endpoint!), ProviderClient.CredentialOf(options.ApiKey), new AzureOpenAIClientOptions().Through(client));
        return connection.GetEmbeddingClient(options.Model).AsIEmbeddingGenerator(options.Dimensions);
    }
}
