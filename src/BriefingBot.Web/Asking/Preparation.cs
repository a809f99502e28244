using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.State;
using BriefingBot.Web.Samples;

namespace BriefingBot.Web.Asking;

/// <summary>
/// Makes the first question as fast as the next: gives a new store the sample articles, loads the models and the index. Throws when the store
/// cannot be used, or another bot uses it. A store, a state store or an embedding model elsewhere that cannot be reached is only told: it may be there when somebody asks.
/// </summary>
internal delegate Task PrepareToAnswer(CancellationToken cancellation);

internal static class Preparation
{
    /// <summary>Adds it, and the sample articles.</summary>
    public static IServiceCollection AddPreparation(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSamples(configuration).AddSingleton<PrepareToAnswer>(provider => async cancellation =>
        {
            var log = provider.GetRequiredService<ILoggerFactory>().CreateLogger("BriefingBot");
            var articles = provider.GetRequiredService<IArticleStore>();
            if (!articles.IsShared)
            {
                provider.GetRequiredService<ServingClaim>().Take();
            }

            log.LogInformation("Store: {Location}", articles.Location);
            if (!articles.IsShared)
            {
                await provider.GetRequiredService<SampleArticles>().LoadAsync(cancellation);
            }

            try
            {
                await provider.GetRequiredService<QuestionAnswerer>().WarmUpAsync(cancellation);
                if (await articles.CountAsync(ArticleFilter.All, cancellation) == 0)
                {
                    log.LogWarning("The store has no articles, so every question will be refused. Load some, also while the bot runs: dotnet run --project src/BriefingBot.Cli -c Release -- ingest PATH");
                }
            }
            catch (Exception outage) when (outage is UnreachableStoreException or UnreachableEmbeddingModelException)
            {
                log.LogWarning("{Reason} The bot starts all the same: until then every question is told so.", outage.Message);
            }

            var state = provider.GetRequiredService<IStateStore>();
            try
            {
                // Opens it; there is no such entry.
                await state.ReadAsync(new("start", ""), cancellation);
                log.LogInformation("State: {Location}", state.Location);
            }
            catch (UnreachableStateStoreException outage)
            {
                log.LogWarning("{Reason} The bot starts all the same: until then it answers, and remembers nothing.", outage.Message);
            }
        });
}
