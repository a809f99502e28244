using System.Runtime.InteropServices;
using Google.Protobuf;

namespace BriefingBot.Training;

/// <summary>Writes a network as an ONNX file (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto), node by node.</summary>
internal sealed class OnnxGraph
{
    private const int IrVersion = 8, Opset = 17;

    private readonly List<byte[]> _nodes = [];
    private readonly List<byte[]> _weights = [];
    private readonly List<byte[]> _inputs = [];
    private readonly List<byte[]> _outputs = [];

    /// <summary>An element's type, by ONNX's numbers.</summary>
    public enum Element
    {
        Float = 1,
        Int8 = 3,
        Int32 = 6,
        Int64 = 7,
    }

    public void Input(string name, Element type, params string[] shape) => _inputs.Add(Value(name, type, shape));

    public void Output(string name, Element type, params string[] shape) => _outputs.Add(Value(name, type, shape));

    public string Weight(string name, float[] values, params long[] shape) => Weight(name, Element.Float, MemoryMarshal.AsBytes<float>(values).ToArray(), shape);

    public string Weight(string name, long[] values, params long[] shape) => Weight(name, Element.Int64, MemoryMarshal.AsBytes<long>(values).ToArray(), shape);

    public string Weight(string name, sbyte[] values, params long[] shape) => Weight(name, Element.Int8, MemoryMarshal.AsBytes<sbyte>(values).ToArray(), shape);

    /// <summary>Adds a node with one output, which has the node's name.</summary>
    public string Node(string name, string type, string[] inputs, (string Name, object Value)[]? attributes = null, string domain = "")
    {
        _nodes.Add(Message(node =>
        {
            foreach (var input in inputs)
            {
                Text(node, 1, input);
            }

            Text(node, 2, name);
            Text(node, 3, name);
            Text(node, 4, type);
            foreach (var (attribute, value) in attributes ?? [])
            {
                Bytes(node, 5, Attribute(attribute, value));
            }

            Text(node, 7, domain);
        }));
        return name;
    }

    public byte[] ToModel(string producer, string description) => Message(model =>
    {
        Number(model, 1, IrVersion);
        Text(model, 2, producer);
        Text(model, 6, description);
        Bytes(model, 7, Message(graph =>
        {
            _nodes.ForEach(node => Bytes(graph, 1, node));
            Text(graph, 2, "reader");
            _weights.ForEach(weight => Bytes(graph, 5, weight));
            _inputs.ForEach(input => Bytes(graph, 11, input));
            _outputs.ForEach(output => Bytes(graph, 12, output));
        }));
        foreach (var (domain, version) in new[] { ("", Opset), ("com.microsoft", 1) })
        {
            Bytes(model, 8, Message(opset =>
            {
                Text(opset, 1, domain);
                Number(opset, 2, version);
            }));
        }
    });

    private string Weight(string name, Element type, byte[] raw, long[] shape)
    {
        _weights.Add(Message(tensor =>
        {
            foreach (var side in shape)
            {
                Number(tensor, 1, side);
            }

            Number(tensor, 2, (long)type);
            Text(tensor, 8, name);
            Bytes(tensor, 9, raw);
        }));
        return name;
    }

    private static byte[] Attribute(string name, object value) => Message(attribute =>
    {
        Text(attribute, 1, name);
        switch (value)
        {
            case float single:
                attribute.WriteTag(2, WireFormat.WireType.Fixed32);
                attribute.WriteFloat(single);
                Number(attribute, 20, 1);
                break;
            case long number:
                Number(attribute, 3, number);
                Number(attribute, 20, 2);
                break;
            case long[] numbers:
                foreach (var number in numbers)
                {
                    Number(attribute, 8, number);
                }

                Number(attribute, 20, 7);
                break;
            default:
                throw new NotSupportedException($"An attribute of {value.GetType()}.");
        }
    });

    private static byte[] Value(string name, Element type, string[] shape) => Message(value =>
    {
        Text(value, 1, name);
        Bytes(value, 2, Message(kind => Bytes(kind, 1, Message(tensor =>
        {
            Number(tensor, 1, (long)type);
            Bytes(tensor, 2, Message(sides =>
            {
                foreach (var side in shape)
                {
                    Bytes(sides, 1, Message(dimension =>
                    {
                        if (long.TryParse(side, out var length))
                        {
                            Number(dimension, 1, length);
                        }
                        else
                        {
                            Text(dimension, 2, side);
                        }
                    }));
                }
            }));
        }))));
    });

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            write(output);
        }

        return stream.ToArray();
    }

    private static void Text(CodedOutputStream output, int field, string text)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(text);
    }

    private static void Bytes(CodedOutputStream output, int field, byte[] bytes)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(UnsafeByteOperations.UnsafeWrap(bytes));
    }

    private static void Number(CodedOutputStream output, int field, long number)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(number);
    }
}
