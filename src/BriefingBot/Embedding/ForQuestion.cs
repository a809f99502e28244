using Microsoft.Extensions.AI;

namespace BriefingBot.Embedding;

/// <summary>Says of a call that somebody waits for it, so that a provider is not given the patience of a load.</summary>
internal sealed class ForQuestion : EmbeddingGenerationOptions
{
    public static readonly ForQuestion Waiting = new();

    public override EmbeddingGenerationOptions Clone() => this;
}
