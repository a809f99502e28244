using System.Numerics.Tensors;
using BriefingBot.Answering;
using BriefingBot.Embedding;

namespace BriefingBot.Benchmarks;

/// <summary>A pair with all that could tell whether statement and quotes belong together.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Coverage">The share of the statement's words that the quotes have.</param>
/// <param name="ToJoined">The cosine of statement and joined quotes; null where those are too long for the model.</param>
/// <param name="ToNearest">The cosine of statement and nearest quote.</param>
internal sealed record MeasuredPair(ClosenessPair Pair, double Coverage, double? ToJoined, double ToNearest)
{
    /// <summary>Whether the product's check of words lets it through.</summary>
    public bool HasWords { get; } = ClosenessCheck.FaultOf(ClaimText.OfStatement(Pair.Statement), ClaimText.OfQuotes(Pair.Joined)) is null;

    public static async Task<MeasuredPair[]> MeasureAsync(IReadOnlyCollection<ClosenessPair> pairs)
    {
        using var embedder = new ArcticXsEmbedder();
        var texts = pairs.SelectMany(pair => pair.Quotes.Append(pair.Statement).Append(pair.Joined)).Distinct(StringComparer.Ordinal).Where(embedder.Model.Fits).ToArray();
        var vectors = texts.Zip(await embedder.GenerateAsync(texts)).ToDictionary(text => text.First, text => text.Second.Vector, StringComparer.Ordinal);
        return [.. pairs.Select(pair => new MeasuredPair(
            pair,
            ClosenessCheck.CoverageOf(ClaimText.OfStatement(pair.Statement), ClaimText.OfQuotes(pair.Joined)),
            vectors.ContainsKey(pair.Joined) ? Cosine(pair.Joined, pair.Statement) : null,
            pair.Quotes.Max(quote => Cosine(quote, pair.Statement))))];

        double Cosine(string one, string other) => TensorPrimitives.Dot(vectors[one].Span, vectors[other].Span);
    }
}
