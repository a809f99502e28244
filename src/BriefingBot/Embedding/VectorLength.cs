using Microsoft.Extensions.AI;

namespace BriefingBot.Embedding;

/// <summary>The length of the model's vectors, which a provider's tells only by a vector. Asked for once, and only where it is needed before there is one.</summary>
internal sealed class VectorLength(IEmbeddingGenerator<string, Embedding<float>> embedder, EmbeddingModel model)
{
    private int? _known = model.Dimensions;

    public async ValueTask<int> GetAsync(CancellationToken cancellation) =>
        _known ??= (await embedder.GenerateAsync([model.PassagePrefix + "length"], cancellationToken: cancellation))[0].Vector.Length;
}
