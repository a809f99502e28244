using System.Numerics.Tensors;
using BriefingBot.Providers;
using Microsoft.Extensions.AI;

namespace BriefingBot.Embedding;

/// <summary>
/// A provider's embedding model: batches of the configured size, a few at once, each vector checked and brought to length one. Every way in which
/// that can fail is an <see cref="EmbeddingModelException"/>; cancellation escapes. Safe under concurrent callers.
/// </summary>
/// <param name="client">The provider's connector.</param>
/// <param name="options">Valid options that name a provider.</param>
internal sealed class ProviderEmbedder(IEmbeddingGenerator<string, Embedding<float>> client, EmbeddingOptions options) : IEmbeddingGenerator<string, Embedding<float>>
{
    // A provider elsewhere is mostly a journey; one on this machine does one batch after the other anyway.
    private const int BatchesAtOnce = 4;

    private const int PatienceOfLoads = 10;

    private readonly ProviderEmbedderFaults _faults = new(options);
    private int _dimensions = options.Dimensions ?? 0;

    public EmbeddingModel Model { get; } = new(FingerprintOf(options), options.Dimensions, options.MaxTokens, options.QueryPrefix, EstimatedTokens.Of) { PassagePrefix = options.PassagePrefix };

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var batches = values.Chunk(Batch).ToArray();
        var vectors = new Embedding<float>[batches.Length][];
        var patience = TimeSpan.FromSeconds(TimeoutSeconds * (options is ForQuestion ? 1 : PatienceOfLoads));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = BatchesAtOnce, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, batches.Length), parallel, async (i, cancellation) => vectors[i] = await CallAsync(batches[i], patience, cancellation));
        }
        catch (OperationCanceledException)
        {
            // Of the caller or of a batch beside; the first fault of a batch is thrown by itself.
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }

        return [.. vectors.SelectMany(batch => batch)];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType == typeof(EmbeddingModel) ? Model : serviceType.IsInstanceOfType(this) ? this : client.GetService(serviceType);

    public void Dispose() => client.Dispose();

    private int Batch => options.BatchSize;

    private int TimeoutSeconds => options.TimeoutSeconds;

    /// <summary>Vectors by another model cannot be compared, nor those of another length or made behind another prefix. The endpoint may move.</summary>
    private static string FingerprintOf(EmbeddingOptions options) => string.Concat(
        options.Provider == EmbeddingProvider.AzureOpenAI ? "azure-openai/" : "openai/",
        options.Model,
        options.Dimensions is { } dimensions ? $"/{dimensions}" : "",
        options.PassagePrefix.Length > 0 ? $"/{string.Concat(options.PassagePrefix.Trim().Split(':')[0].Where(char.IsAsciiLetterOrDigit).Take(12))}-{ShortHash(options.PassagePrefix)}" : "");

    private static string ShortHash(string text) => Articles.Article.HashOf(text)[..8].ToLowerInvariant();

    private async Task<Embedding<float>[]> CallAsync(string[] texts, TimeSpan patience, CancellationToken cancellation)
    {
        using var budget = new CancellationTokenSource(patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellation);
        GeneratedEmbeddings<Embedding<float>> made;
        try
        {
            // Waited for as well, in case something on the way does not heed the token.
            made = await client.GenerateAsync(texts, cancellationToken: either.Token).WaitAsync(either.Token);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested && ProviderFault.Of(fault) is { } told)
        {
            // Without the provider's own exception: its message may repeat what was sent, the key among it.
            throw _faults.Explain(told, patience);
        }

        if (made.Count != texts.Length)
        {
            throw _faults.Unusable($"gave {made.Count} vectors for {texts.Length} texts");
        }

        return [.. made.Select(ToUnit)];
    }

    private Embedding<float> ToUnit(Embedding<float> made)
    {
        var length = made.Vector.Length;
        var dimensions = Interlocked.CompareExchange(ref _dimensions, length, 0) is var known and not 0 ? known : length;
        if (length != dimensions)
        {
            throw _faults.OtherLength(length, dimensions);
        }

        var norm = TensorPrimitives.Norm(made.Vector.Span);
        if (length == 0 || norm <= 0 || !float.IsFinite(norm))
        {
            throw _faults.Unusable("gave a vector without a direction");
        }

        var vector = new float[length];
        TensorPrimitives.Divide(made.Vector.Span, norm, vector);
        return new(vector);
    }
}
