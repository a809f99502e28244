using BriefingBot.Answering;
using BriefingBot.Embedding;
using BriefingBot.Evaluation;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.LanguageModels;
using BriefingBot.State;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace BriefingBot;

/// <summary>Adds the library to a host.</summary>
public static class BriefingServices
{
    /// <summary>Registers everything that reads, indexes and answers, with its options validated at start.</summary>
    public static IServiceCollection AddBriefing(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new IndexStamps(provider.GetRequiredService<EmbeddingModel>().Fingerprint, EnglishTerms.Revision, PassageSplitter.Revision));
        return services.AddEmbedding(configuration).AddStore(configuration).AddState(configuration).AddLanguageModel(configuration).AddIngestion(configuration).AddJobs(configuration).AddSources(configuration).AddAnswering();
    }

    private static IServiceCollection AddIngestion(this IServiceCollection services, IConfiguration configuration) => services
        .AddFetching(configuration)
        .AddSingleton<PassageEmbedder>()
        .AddSingleton(provider => new IsolatedReaders(ReadingProgram.Own, ReadingLimits.Default, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new ArticleIngestor(provider.GetRequiredService<IArticleStore>(), provider.GetRequiredService<PassageEmbedder>(), provider.GetRequiredService<IsolatedReaders>(), provider.GetRequiredService<WebInputs>()))
        .AddSingleton(provider => new ArticleCarrier(provider.GetRequiredService<IArticleStore>(), provider.GetRequiredService<PassageEmbedder>()))
        .AddSingleton<ArticleRemoval>()
        .AddSingleton(provider => new ArticleRepair(provider.GetRequiredService<IArticleStore>(), provider.GetRequiredService<PassageEmbedder>()))
        .AddSingleton(provider => new ArticleReindexer(provider.GetRequiredService<IArticleStore>(), provider.GetRequiredService<PassageEmbedder>()));

    private static IServiceCollection AddAnswering(this IServiceCollection services)
    {
        services.AddKernel();
        return services
            .AddSingleton<PassageRetriever>()
            .AddSingleton(provider => ArticlesPlugin.Create(provider.GetRequiredService<PassageRetriever>(), provider.GetRequiredService<IPassageIndex>(), provider.GetRequiredService<IArticleStore>()))
            .AddSingleton<PassageReader>()
            .AddSingleton<MeaningCloseness>()
            .AddTransient(provider => Answerer(provider, provider.GetRequiredService<Kernel>()))
            .AddTransient<PassageSearch>()
            .AddTransient<ChosenNames>()
            .AddTransient<QuoteChecker>()
            .AddTransient<ArticleCorrections>()
            .AddSingleton<KeptNameBooks>()
            .AddTransient(DigestsOn)
            .AddTransient<RelatedSubjects>()
            .AddTransient(NewsOnTopicOf)
            .AddSingleton<ReadableSources>()
            .AddSingleton(provider => new NewestArticles(provider.GetRequiredService<IArticleStore>(), provider.GetRequiredService<IPassageIndex>()))
            .AddTransient(EvaluatorOn)
            .AddSingleton<FeedbackQuestions>();
    }

    private static QuestionAnswerer Answerer(IServiceProvider provider, Kernel kernel)
    {
        return new(kernel, provider.UnderstandingOn(kernel), provider.GetRequiredService<PassageReader>(), provider.WriterOn(kernel));
    }

    private static StatementWriter? WriterOn(this IServiceProvider provider, Kernel kernel) =>
        provider.LanguageModelOf(kernel) is { } model ? new(model, kernel, provider.GetRequiredService<MeaningCloseness>(), provider.GetRequiredService<ILogger<StatementWriter>>()) : null;

    private static QuestionUnderstanding UnderstandingOn(this IServiceProvider provider, Kernel kernel) =>
        new(
            kernel,
            provider.GetRequiredService<KeptNameBooks>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.LanguageModelOf(kernel) is { } model ? new QuestionCondenser(model, provider.GetRequiredService<ILogger<QuestionCondenser>>()) : null);

    private static DigestWriter DigestsOn(IServiceProvider provider)
    {
        var kernel = provider.GetRequiredService<Kernel>();
        return new(kernel, provider.UnderstandingOn(kernel), provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(), provider.WriterOn(kernel));
    }

    private static NewsOnTopic NewsOnTopicOf(IServiceProvider provider)
    {
        var kernel = provider.GetRequiredService<Kernel>();
        return new(provider.GetRequiredService<IArticleStore>(), kernel, provider.UnderstandingOn(kernel), provider.GetRequiredService<DigestWriter>());
    }

    private static Evaluator EvaluatorOn(IServiceProvider provider)
    {
        var kernel = provider.GetRequiredService<Kernel>();
        return new(kernel, Answerer(provider, kernel), provider.GetRequiredService<IndexStamps>());
    }
}
