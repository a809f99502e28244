using BriefingBot.Embedding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Indexing;

/// <summary>The two stores, of which the configuration chooses one: Qdrant where an endpoint is named, else the embedded file.</summary>
internal static class StoreServices
{
    /// <summary>Their sections of the configuration.</summary>
    public static readonly (string Section, Type Options)[] Sections = [(StorageOptions.Section, typeof(StorageOptions)), (QdrantOptions.Section, typeof(QdrantOptions))];

    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<StorageOptions, StorageOptionsValidator>().Bind(configuration.GetSection(StorageOptions.Section));
        services.AddOptionsWithValidateOnStart<QdrantOptions, QdrantOptionsValidator>().Bind(configuration.GetSection(QdrantOptions.Section));
        return services.AddEmbeddedStore().AddQdrantStore()
            .AddSingleton<IArticleStore>(provider => IsQdrant(provider) ? provider.GetRequiredService<QdrantArticleStore>() : provider.GetRequiredService<EmbeddedArticleStore>())
            .AddSingleton<IPassageIndex>(provider => IsQdrant(provider) ? provider.GetRequiredService<QdrantPassageIndex>() : provider.GetRequiredService<EmbeddedPassageIndex>());
    }

    private static bool IsQdrant(IServiceProvider provider) => provider.GetRequiredService<IOptions<QdrantOptions>>().Value.IsUsed;

    private static IServiceCollection AddEmbeddedStore(this IServiceCollection services) => services
        .AddSingleton<EmbeddedDatabase>()
        .AddSingleton(provider => new ServingClaim(provider.GetRequiredService<EmbeddedDatabase>()))
        .AddSingleton<EmbeddedArticleStore>()
        .AddSingleton<EmbeddedPassageIndex>();

    private static IServiceCollection AddQdrantStore(this IServiceCollection services) => services
        .AddSingleton<QdrantConnection>()
        .AddSingleton(provider => new QdrantCollections(
            provider.GetRequiredService<QdrantConnection>(), provider.GetRequiredService<IndexStamps>(), provider.GetRequiredService<VectorLength>()))
        .AddSingleton<QdrantRecords>()
        .AddSingleton<QdrantTexts>()
        .AddSingleton<QdrantPassages>()
        .AddSingleton<ArticleChanges>()
        .AddSingleton<QdrantIndexing>()
        .AddSingleton<QdrantArticleStore>()
        .AddSingleton<QdrantPassageIndex>();
}
