using TorchSharp.Modules;
using static TorchSharp.torch;

namespace BriefingBot.Training;

/// <summary>
/// The embedding model's encoder with three heads: where the answer starts, where it ends, and whether the passage answers at all. Matrix
/// products are in bfloat16, which the processor multiplies several times faster; weights, sums and normalisation are in single precision.
/// </summary>
internal sealed class ReaderNetwork
{
    public const int Layers = 6, Heads = 12, Width = 384;

    private const double Epsilon = 1e-12;
    private const double Dropout = 0.1;

    public ReaderNetwork(IReadOnlyDictionary<string, (long[] Shape, float[] Values)> encoder)
    {
        foreach (var (name, (shape, values)) in encoder)
        {
            // The table of words is half of the model and needs no change to read.
            Weights[name] = new Parameter(tensor(values).reshape(shape), requires_grad: !name.StartsWith("embeddings.", StringComparison.Ordinal));
        }

        Weights["heads.weight"] = new Parameter(normal(0, 0.02f, Width, 3));
        Weights["heads.bias"] = new Parameter(zeros(3));

        static Tensor normal(double mean, double deviation, long rows, long columns) => (randn(rows, columns) * deviation) + mean;
    }

    public Dictionary<string, Parameter> Weights { get; } = [];

    public bool IsTraining { get; set; }

    /// <summary>Sequences × pieces × heads. <paramref name="mask"/> is 1 where there is a piece.</summary>
    public Tensor Forward(Tensor tokens, Tensor types, Tensor mask)
    {
        var (count, length) = (tokens.shape[0], tokens.shape[1]);
        var hidden = Weights["embeddings.word_embeddings.weight"].index(tokens)
            + Weights["embeddings.token_type_embeddings.weight"].index(types)
            + Weights["embeddings.position_embeddings.weight"].narrow(0, 0, length).unsqueeze(0);
        hidden = Drop(Normalise(hidden, "embeddings.LayerNorm"));
        var hiding = ((1 - mask) * -10_000f).reshape(count, 1, 1, length);
        for (var layer = 0; layer < Layers; layer++)
        {
            var name = $"encoder.layer.{layer}";
            var attention = $"{name}.attention.self";
            var projected = matmul(
                hidden.to(ScalarType.BFloat16), cat([Weights[$"{attention}.query.weight"], Weights[$"{attention}.key.weight"], Weights[$"{attention}.value.weight"]], 1).to(ScalarType.BFloat16))
                .to(ScalarType.Float32) + cat([Weights[$"{attention}.query.bias"], Weights[$"{attention}.key.bias"], Weights[$"{attention}.value.bias"]]);
            var parts = projected.reshape(count, length, 3, Heads, Width / Heads).permute(2, 0, 3, 1, 4);
            var attended = nn.functional.scaled_dot_product_attention(parts.select(0, 0), parts.select(0, 1), parts.select(0, 2), hiding);
            var merged = attended.transpose(1, 2).reshape(count, length, Width).to(ScalarType.BFloat16);
            hidden = Normalise(hidden + Linear(merged, $"{name}.attention.output.dense").to(ScalarType.Float32), $"{name}.attention.output.LayerNorm");
            var inner = nn.functional.gelu(Linear(hidden.to(ScalarType.BFloat16), $"{name}.intermediate.dense"));
            hidden = Normalise(hidden + Linear(inner, $"{name}.output.dense").to(ScalarType.Float32), $"{name}.output.LayerNorm");
        }

        return matmul(Drop(hidden), Weights["heads.weight"]) + Weights["heads.bias"];
    }

    private Tensor Linear(Tensor input, string name) =>
        matmul(input, Weights[$"{name}.weight"].to(ScalarType.BFloat16)) + Weights[$"{name}.bias"].to(ScalarType.BFloat16);

    private Tensor Normalise(Tensor input, string name) =>
        nn.functional.layer_norm(input, [Width], Weights[$"{name}.weight"], Weights[$"{name}.bias"], Epsilon);

    private Tensor Drop(Tensor input) => IsTraining ? nn.functional.dropout(input, Dropout, training: true) : input;
}
