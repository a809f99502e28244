using System.Numerics.Tensors;
using BriefingBot.Embedding;
using BriefingBot.Ingestion;

namespace BriefingBot.Answering;

/// <summary>
/// Whether a statement is near in meaning to a sentence of its quotes: by the model in process, whatever embeds the index, since the least cosine is that model's. Safe under concurrent callers.
/// </summary>
internal sealed class MeaningCloseness(ArcticXsEmbedder embedder)
{
    /// <summary>What the nearest must come to.</summary>
    // Together with the words' least coverage it lets through 99 of 100 sentences that people wrote out of others (`bench closeness`, RESULTS.md).
    public const float LeastCosine = 0.78f;

    public async Task<StatementFault?> FaultOfAsync(string statement, IReadOnlyCollection<string> quotes, CancellationToken cancellation) =>
        await NearestAsync(statement, quotes, cancellation) >= LeastCosine ? null : new("closeness", "another meaning than its quotes have");

    /// <summary>The cosine of a statement and the nearest of the quotes and their sentences; 0 where the model cannot read it whole.</summary>
    public async Task<float> NearestAsync(string statement, IReadOnlyCollection<string> quotes, CancellationToken cancellation)
    {
        var told = quotes.Concat(quotes.SelectMany(SentencesOf)).Distinct(StringComparer.Ordinal).Where(embedder.Model.Fits).ToArray();
        if (told.Length == 0 || !embedder.Model.Fits(statement))
        {
            return 0;
        }

        var vectors = await embedder.GenerateAsync([statement, .. told], ForQuestion.Waiting, cancellation);
        return vectors.Skip(1).Max(other => TensorPrimitives.Dot(vectors[0].Vector.Span, other.Vector.Span));
    }

    private static IEnumerable<string> SentencesOf(string quote) => SentenceSplitter.Split(quote).Select(sentence => quote[sentence.Span.Start..sentence.Span.End]);
}
