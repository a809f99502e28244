using System.Runtime.CompilerServices;
using BriefingBot.Answering;
using BriefingBot.Configuration;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.LanguageModels;
using BriefingBot.State;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Diagnosis;

/// <summary>
/// Examines every part that the configuration names, all at once and each within a time of its own. Nothing is made or changed: no store, no table, no
/// index. Whom the configuration names as provider of a model is asked one short thing; nobody else is asked anything.
/// </summary>
public static class Examination
{
    // Loading a model from a slow disk, or a server that wakes up.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>A finding a part, in the order in which the parts need one another.</summary>
    /// <param name="configuration">As bot and command line read it.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async IAsyncEnumerable<Finding> ExamineAsync(IConfiguration configuration, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddBriefing(WithoutRecord(configuration)).BuildServiceProvider();
        var secrets = new Secrets(configuration);
        Task<Finding>[] findings = [.. Parts(services, configuration).Select(part => ExamineAsync(part, secrets, cancellation))];
        foreach (var finding in findings)
        {
            yield return await finding;
        }
    }

    /// <summary>What a language model says to an examination is not written into the record of its replies.</summary>
    private static IConfiguration WithoutRecord(IConfiguration configuration)
    {
        var replies = $"{LanguageModelOptions.Section}:{nameof(LanguageModelOptions.Replies)}";
        var isAsked = !string.Equals(configuration[$"{LanguageModelOptions.Section}:{nameof(LanguageModelOptions.Provider)}"], nameof(LanguageModelProvider.Recorded), StringComparison.OrdinalIgnoreCase);

        // Copied and not chained: a chain would take an empty value for none.
        return isAsked && configuration[replies] is not null ? new ConfigurationBuilder().AddInMemoryCollection(configuration.AsEnumerable()).AddInMemoryCollection([new(replies, null)]).Build() : configuration;
    }

    private static IEnumerable<ExaminedPart> Parts(ServiceProvider services, IConfiguration configuration)
    {
        // Asked once, and by whoever needs to know it.
        var vectors = new ExaminedVectors(services);
        return StoreParts(services, vectors).Concat(
        [
            new("embedding", Limit + vectors.Patience, vectors.ExamineAsync),
            new("reader", Limit, _ =>
            {
                services.GetRequiredService<PassageReader>().Load();
                return Task.FromResult((Condition.Ok, "The model that reads question and passage together is loaded."));
            }),
            .. ExaminedLanguageModel.Parts(services, Limit),
            services.ExaminedState(Limit),
            new("registration", Limit, _ => Task.FromResult(ExaminedRegistration.Examine(configuration))),
        ]);
    }

    private static IEnumerable<ExaminedPart> StoreParts(ServiceProvider services, ExaminedVectors vectors)
    {
        if (Attempt(() => services.GetRequiredService<IOptions<QdrantOptions>>().Value.IsUsed) ?? true)
        {
            return QdrantExamination.Parts(services, Limit, vectors);
        }

        return EmbeddedExamination.Parts(services, Limit, vectors);
    }

    // Options that cannot be read are told by the part that needs them.
    private static bool? Attempt(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (Explain(fault) is not null)
        {
            return null;
        }
    }

    private static async Task<Finding> ExamineAsync(ExaminedPart part, Secrets secrets, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var limit = new CancellationTokenSource(part.Limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var (condition, what) = await FoundAsync(part, limit.Token, either.Token);
        return new(part.Name, condition, secrets.Without(what.ReplaceLineEndings(" "))) { Elapsed = TimeProvider.System.GetElapsedTime(started) };
    }

    private static async Task<(Condition Condition, string What)> FoundAsync(ExaminedPart part, CancellationToken limit, CancellationToken either)
    {
        try
        {
            // Elsewhere and waited for, in case something on the way does not heed the token, as a disk does not.
            return await Task.Run(() => part.Examine(either), either).WaitAsync(either);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return (Condition.Failed, $"It did not end within {part.Limit.TotalSeconds:0} s. See that what it is on, a disk or a server, answers.");
        }
        catch (Exception fault) when (Explain(fault) is not null)
        {
            return (Condition.Failed, Explain(fault)!);
        }
    }

    private static string? Explain(Exception fault) => fault switch
    {
        OptionsValidationException invalid => BriefingConfiguration.Explain(invalid),
        ConfigurationException or EmbeddingModelException or ArticleStoreException or LanguageModelException or StateStoreException or IOException or UnauthorizedAccessException => fault.Message,
        _ => BriefingConfiguration.ExplainUnreadable(fault),
    };
}
