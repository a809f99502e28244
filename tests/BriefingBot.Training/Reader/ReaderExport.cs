namespace BriefingBot.Training;

/// <summary>Writes the trained reader with weights of eight bits, which is a quarter of the size and computes faster.</summary>
internal static class ReaderExport
{
    private const string Microsoft = "com.microsoft";

    // One bit is left free: processors without VNNI add two products in sixteen bits, which 8 by 8 bits would overflow.
    private const float Highest = 63;

    /// <param name="network">The reader.</param>
    /// <param name="description">Where it comes from.</param>
    public static byte[] ToModel(ReaderNetwork network, string description)
    {
        var weights = network.Weights.ToDictionary(weight => weight.Key, weight => weight.Value.data<float>().ToArray());
        var graph = new OnnxGraph();
        graph.Input("input_ids", OnnxGraph.Element.Int64, "batch", "pieces");
        graph.Input("token_type_ids", OnnxGraph.Element.Int64, "batch", "pieces");
        graph.Input("attention_mask", OnnxGraph.Element.Int32, "batch", "pieces");
        graph.Output("scores", OnnxGraph.Element.Float, "batch", "pieces", "3");

        var hidden = Embed();
        for (var layer = 0; layer < ReaderNetwork.Layers; layer++)
        {
            var name = $"encoder.layer.{layer}";
            var (query, key, value) = (Product($"{name}.attention.self.query", hidden), Product($"{name}.attention.self.key", hidden), Product($"{name}.attention.self.value", hidden));
            var attended = graph.Node($"{name}.attended", "MultiHeadAttention", [query, key, value, "", "attention_mask"], [("num_heads", (long)ReaderNetwork.Heads)], Microsoft);
            hidden = Normalise($"{name}.attention.output.LayerNorm", graph.Node($"{name}.sum", "Add", [hidden, Product($"{name}.attention.output.dense", attended)]));
            var inner = graph.Node($"{name}.gelu", "Gelu", [Product($"{name}.intermediate.dense", hidden)], domain: Microsoft);
            hidden = Normalise($"{name}.output.LayerNorm", graph.Node($"{name}.sum2", "Add", [hidden, Product($"{name}.output.dense", inner)]));
        }

        var heads = graph.Node("heads", "MatMul", [hidden, graph.Weight("heads.weight", weights["heads.weight"], ReaderNetwork.Width, 3)]);
        graph.Node("scores", "Add", [heads, graph.Weight("heads.bias", weights["heads.bias"], 3)]);
        return graph.ToModel("BriefingBot.Training", description);

        string Embed()
        {
            var table = weights["embeddings.word_embeddings.weight"];
            var rows = table.Length / ReaderNetwork.Width;
            var (scales, small) = (new float[rows], new sbyte[table.Length]);
            for (var row = 0; row < rows; row++)
            {
                // 127: these are not multiplied by anything of eight bits.
                scales[row] = Quantise(table, row * ReaderNetwork.Width, ReaderNetwork.Width, step: 1, sbyte.MaxValue, small);
            }

            var words = graph.Node("words.small", "Gather", [graph.Weight("words", small, rows, ReaderNetwork.Width), "input_ids"]);
            words = graph.Node("words.cast", "Cast", [words], [("to", (long)OnnxGraph.Element.Float)]);
            words = graph.Node("words.scaled", "Mul", [words, graph.Node("words.scale", "Gather", [graph.Weight("words.scales", scales, rows, 1), "input_ids"])]);
            var types = graph.Node("types", "Gather", [graph.Weight("type.table", weights["embeddings.token_type_embeddings.weight"], 2, ReaderNetwork.Width), "token_type_ids"]);
            var shape = graph.Node("shape", "Shape", ["input_ids"]);
            var length = graph.Node("length", "Gather", [shape, graph.Weight("one", [1L], 1)]);
            var places = graph.Weight("places", weights["embeddings.position_embeddings.weight"], 512, ReaderNetwork.Width);
            places = graph.Node("places.used", "Slice", [places, graph.Weight("zero", [0L], 1), length, "zero"]);
            var sum = graph.Node("embeddings.sum", "Add", [graph.Node("words.typed", "Add", [words, types]), places]);
            return Normalise("embeddings.LayerNorm", sum);
        }

        string Product(string name, string input)
        {
            var (weight, bias) = (weights[$"{name}.weight"], weights[$"{name}.bias"]);
            var (columns, rows) = (bias.Length, weight.Length / bias.Length);
            var (scales, small) = (new float[columns], new sbyte[weight.Length]);
            for (var column = 0; column < columns; column++)
            {
                scales[column] = Quantise(weight, column, rows, step: columns, Highest, small);
            }

            return graph.Node(
                name,
                "DynamicQuantizeMatMul",
                [input, graph.Weight($"{name}.weight", small, rows, columns), graph.Weight($"{name}.scales", scales, columns), "", graph.Weight($"{name}.bias", bias, columns)],
                domain: Microsoft);
        }

        string Normalise(string name, string input) => graph.Node(
            name,
            "LayerNormalization",
            [input, graph.Weight($"{name}.weight", weights[$"{name}.weight"], ReaderNetwork.Width), graph.Weight($"{name}.bias", weights[$"{name}.bias"], ReaderNetwork.Width)],
            [("axis", -1L), ("epsilon", 1e-12f)]);
    }

    /// <summary>Rounds every <paramref name="step"/>-th of the values from <paramref name="start"/> on; returns what one unit is worth.</summary>
    private static float Quantise(float[] values, int start, int count, int step, float highest, sbyte[] to)
    {
        var largest = 0f;
        for (var i = 0; i < count; i++)
        {
            largest = Math.Max(largest, Math.Abs(values[start + (i * step)]));
        }

        var scale = largest > 0 ? largest / highest : 1;
        for (var i = 0; i < count; i++)
        {
            to[start + (i * step)] = (sbyte)Math.Round(values[start + (i * step)] / scale);
        }

        return scale;
    }
}
