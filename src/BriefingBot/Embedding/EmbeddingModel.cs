namespace BriefingBot.Embedding;

/// <summary>What the rest of the product must know of an embedding model to cut texts for it and to tell its vectors from another's.</summary>
/// <param name="Fingerprint">Names model, revision and pooling; vectors of different fingerprints must never be compared.</param>
/// <param name="Dimensions">Length of a vector; null: only its vectors tell.</param>
/// <param name="MaxTokens">The longest text that it reads, in its own tokens, with the two that mark start and end.</param>
/// <param name="QueryPrefix">What the model expects before a question, but not before a passage.</param>
/// <param name="CountTokens">
/// Counts a text's tokens, start and end marks included, up to the given limit: a longer text counts as one more than the limit. Never fewer than the model reads.
/// </param>
internal sealed record EmbeddingModel(string Fingerprint, int? Dimensions, int MaxTokens, string QueryPrefix, Func<string, int, int> CountTokens)
{
    /// <summary>What the model expects before a passage or a sentence of one.</summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>Whether the model reads the whole text.</summary>
    public bool Fits(string text) => CountTokens(text, MaxTokens) <= MaxTokens;
}
