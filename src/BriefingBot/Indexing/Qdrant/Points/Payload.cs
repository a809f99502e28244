using System.Collections.Immutable;
using Google.Protobuf.Collections;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>Reads payload as it was written. A field of another kind throws <see cref="InvalidDataException"/>.</summary>
internal static class Payload
{
    /// <summary>The points' fields, and no vector.</summary>
    public static WithPayloadSelector Only(params ReadOnlySpan<string> fields)
    {
        var include = new PayloadIncludeSelector();
        include.Fields.AddRange(fields.ToArray());
        return new() { Include = include };
    }

    public static Value List(IEnumerable<string> values)
    {
        var list = new ListValue();
        list.Values.AddRange(values.Select(value => new Value { StringValue = value }));
        return new() { ListValue = list };
    }

    public static string Text(this MapField<string, Value> payload, string field) => payload.TextOrNull(field) ?? throw Missing(field);

    public static string? TextOrNull(this MapField<string, Value> payload, string field) =>
        !payload.TryGetValue(field, out var value) || value.KindCase == Value.KindOneofCase.NullValue ? null
        : value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue
        : throw Missing(field);

    public static int Whole(this MapField<string, Value> payload, string field) =>
        payload.TryGetValue(field, out var value) && value.KindCase == Value.KindOneofCase.IntegerValue ? checked((int)value.IntegerValue) : throw Missing(field);

    public static ImmutableArray<string> Texts(this MapField<string, Value> payload, string field) =>
        !payload.TryGetValue(field, out var value) || value.KindCase == Value.KindOneofCase.NullValue ? []
        : value.KindCase == Value.KindOneofCase.ListValue ? [.. value.ListValue.Values.Select(item => item.StringValue)]
        : throw Missing(field);

    private static InvalidDataException Missing(string field) => new($"the field {field} is missing or of another kind");
}
