using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.Providers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Diagnosis;

/// <summary>Has the embedding model make one vector, and tells what an index must have been made with.</summary>
internal sealed class ExaminedVectors(IServiceProvider services)
{
    private readonly Lazy<Task<int>> _length = new(() => Task.Run(async () =>
        (await services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync(["The bell of the town hall rang at noon."], ForQuestion.Waiting))[0].Vector.Length));

    /// <summary>How long a provider may take; it tells by itself when that is over.</summary>
    public TimeSpan Patience { get; } = PatienceOf(services);

    public async Task<(Condition Condition, string What)> ExamineAsync(CancellationToken cancellation)
    {
        var length = await _length.Value.WaitAsync(cancellation);
        var options = services.GetRequiredService<IOptions<EmbeddingOptions>>().Value;
        var where = !options.IsUsed ? "in process" : options.Endpoint is { } endpoint ? $"at {ProviderAddress.Authority(endpoint)}" : "at OpenAI";
        return (Condition.Ok, $"{services.GetRequiredService<EmbeddingModel>().Fingerprint} {where} gives vectors of {length} dimensions.");
    }

    /// <summary>
    /// Compares an index with the model, as far as either is known: a model that cannot be asked, or whose settings are wrong, is told by its own part.
    /// </summary>
    /// <param name="made">What the index was made with.</param>
    /// <param name="spelt">This program's stamps as the store spells them.</param>
    /// <param name="dimensions">The length of its vectors; 0: not known.</param>
    /// <param name="location">The store.</param>
    /// <param name="cancellation">Ends the wait for the model.</param>
    /// <exception cref="ArticleStoreException">They do not fit.</exception>
    public async Task ThrowUnlessFittingAsync(IndexStamps made, Func<IndexStamps, IndexStamps> spelt, long dimensions, string location, CancellationToken cancellation)
    {
        try
        {
            made.ThrowUnlessMadeWith(spelt(services.GetRequiredService<IndexStamps>()), location);
            if (dimensions > 0 && await _length.Value.WaitAsync(cancellation) is var given && given != dimensions)
            {
                throw IndexStamps.OtherDimensions(dimensions, given, location);
            }
        }
        catch (Exception fault) when (fault is EmbeddingModelException or OptionsValidationException || BriefingConfiguration.ExplainUnreadable(fault) is not null)
        {
        }
    }

    private static TimeSpan PatienceOf(IServiceProvider services)
    {
        try
        {
            return TimeSpan.FromSeconds(services.GetRequiredService<IOptions<EmbeddingOptions>>().Value is { IsUsed: true } options ? options.TimeoutSeconds : 0);
        }
        catch (Exception fault) when (fault is OptionsValidationException || BriefingConfiguration.ExplainUnreadable(fault) is not null)
        {
            return TimeSpan.Zero;
        }
    }
}
