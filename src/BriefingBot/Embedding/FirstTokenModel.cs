using System.Text;

namespace BriefingBot.Embedding;

/// <summary>
/// Leaves out of the model what nobody reads. A text's vector is the first token's alone, so in the last of the six layers only that token
/// needs a query, an attention and a feed-forward step: a seventh of all multiplications are saved, and the vector stays what it was.
/// </summary>
/// <remarks>
/// The model is a protobuf message (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto). Two of its nodes are made to read another tensor
/// of the same name's length, and a Slice node that makes this tensor is appended: of a message that is given twice, lists are joined.
/// </remarks>
internal static class FirstTokenModel
{
    private const string AllTokens = "/encoder/layer.4/output/LayerNorm/Add_1_output_0";
    private const string FirstToken = "/encoder/layer.4/output/LayerNorm/Add_1_output_1";

    // Field numbers of ModelProto, GraphProto, NodeProto and TensorProto.
    private const int Graph = 7, Node = 1, Initializer = 5;
    private const int Input = 1, Output = 2, OperatorType = 4;
    private const int Dimensions = 1, DataType = 2, Int64Data = 7, TensorName = 8;
    private const byte Int64 = 7;

    // Nodes stand before weights: they end at 119 KB. To look through the 90 MB behind them takes a third of a second.
    private const int NodesEnd = 512 * 1024;

    /// <summary>
    /// The model with one vector a text as its output: batch × 1 × width instead of batch × tokens × width. Read into one array, because
    /// each copy of its 90 MB is a tenth of a second of every start.
    /// </summary>
    /// <exception cref="EmbeddingModelException">It is not the model that this was made for.</exception>
    public static byte[] Read(Stream model)
    {
        var added = ReadingFirstToken();
        var changed = new byte[model.Length + added.Length];
        model.ReadExactly(changed, 0, (int)model.Length);
        added.CopyTo(changed, (int)model.Length);
        var nodes = changed.AsSpan(0, Math.Min(NodesEnd, changed.Length));
        ReadFirstToken(nodes, [.. Field(Input, AllTokens), .. Field(Input, "onnx::MatMul_853")]); // the last layer's query
        ReadFirstToken(nodes, [.. Field(Input, "/encoder/layer.5/attention/output/dense/Add_output_0"), .. Field(Input, AllTokens)]); // past its attention
        return changed;
    }

    /// <summary>The node that slices the first token out of a layer's output, to be joined to the graph.</summary>
    private static byte[] ReadingFirstToken()
    {
        byte[] slice =
        [
            .. Field(Input, AllTokens), .. Field(Input, "first_token_start"), .. Field(Input, "first_token_end"), .. Field(Input, "first_token_axis"),
            .. Field(Output, FirstToken), .. Field(OperatorType, "Slice"),
        ];
        byte[] graph =
        [
            .. Field(Node, slice),
            .. Field(Initializer, Number("first_token_start", 0)), .. Field(Initializer, Number("first_token_end", 1)), .. Field(Initializer, Number("first_token_axis", 1)),
        ];
        return Field(Graph, graph);
    }

    private static void ReadFirstToken(Span<byte> nodes, byte[] inputs)
    {
        var at = nodes.IndexOf(inputs);
        if (at < 0 || nodes[(at + 1)..].IndexOf(inputs) >= 0)
        {
            throw new EmbeddingModelException("The embedding model is another than the one that this version was made for. Restore the package version that Directory.Packages.props names.");
        }

        var name = inputs.AsSpan().IndexOf(Encoding.UTF8.GetBytes(AllTokens));
        Encoding.UTF8.GetBytes(FirstToken).CopyTo(nodes[(at + name)..]);
    }

    private static byte[] Number(string name, byte value) =>
        [.. Varint(Dimensions, 1), .. Varint(DataType, Int64), .. Field(Int64Data, [value]), .. Field(TensorName, name)];

    private static byte[] Field(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int number, byte[] bytes) => [(byte)((number << 3) | 2), .. Length(bytes.Length), .. bytes];

    private static byte[] Varint(int number, byte value) => [(byte)(number << 3), value];

    private static byte[] Length(int length) => length < 128 ? [(byte)length] : [(byte)(length | 128), .. Length(length >> 7)];
}
