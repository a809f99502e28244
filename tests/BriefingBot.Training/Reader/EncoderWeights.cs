using System.Text;
using Google.Protobuf;

namespace BriefingBot.Training;

/// <summary>The embedding model's weights, read from its ONNX file (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).</summary>
internal static class EncoderWeights
{
    // Field numbers of ModelProto, GraphProto, NodeProto and TensorProto.
    private const int Graph = 7, Node = 1, Initializer = 5, Input = 1, Name = 3, OperatorType = 4, Dims = 1, TensorName = 8, RawData = 9;

    /// <summary>Each weight by its name in the encoder: a matrix product's is the name of its layer and <c>.weight</c>, inputs × outputs.</summary>
    public static IReadOnlyDictionary<string, (long[] Shape, float[] Values)> Read(byte[] model)
    {
        var weights = new Dictionary<string, (long[], float[])>();
        var names = new Dictionary<string, string>();
        foreach (var (field, part) in Parts(Parts(model).Single(part => part.Field == Graph).Content))
        {
            if (field == Node)
            {
                var node = Parts(part).ToLookup(item => item.Field, item => Encoding.UTF8.GetString(item.Content));
                if (node[OperatorType].Single() == "MatMul" && node[Name].SingleOrDefault() is { } name)
                {
                    names[node[Input].Last()] = name.Trim('/').Replace("/MatMul", ".weight", StringComparison.Ordinal).Replace('/', '.');
                }
            }
            else if (field == Initializer)
            {
                var (shape, name, values) = ReadTensor(part);
                if (values.Length > 0)
                {
                    weights[name] = (shape, values);
                }
            }
        }

        return weights.ToDictionary(weight => names.GetValueOrDefault(weight.Key, weight.Key), weight => weight.Value);
    }

    private static (long[] Shape, string Name, float[] Values) ReadTensor(byte[] tensor)
    {
        var (shape, name, values) = (new List<long>(), "", Array.Empty<float>());
        var input = new CodedInputStream(tensor);
        while (input.ReadTag() is var tag && tag != 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag), WireFormat.GetTagWireType(tag))
            {
                case (Dims, WireFormat.WireType.Varint):
                    shape.Add(input.ReadInt64());
                    break;
                case (TensorName, _):
                    name = input.ReadString();
                    break;
                case (RawData, _):
                    var raw = input.ReadBytes().ToByteArray();
                    values = new float[raw.Length / sizeof(float)];
                    Buffer.BlockCopy(raw, 0, values, 0, values.Length * sizeof(float));
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return (shape.ToArray(), name, values.Length == shape.Aggregate(1L, (product, side) => product * side) ? values : []);
    }

    private static IEnumerable<(int Field, byte[] Content)> Parts(byte[] message)
    {
        var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag && tag != 0)
        {
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
            {
                yield return (WireFormat.GetTagFieldNumber(tag), input.ReadBytes().ToByteArray());
            }
            else
            {
                input.SkipLastField();
            }
        }
    }
}
