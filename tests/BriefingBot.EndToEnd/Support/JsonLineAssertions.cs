using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEnd.Support;

/// <summary>Reads the fields of a line as strictly as a script might.</summary>
internal static class JsonLineAssertions
{
    /// <summary>The line has these fields and no other.</summary>
    public static void HasFields(this JsonObject line, params string[] names) =>
        Assert.Equal(names.Order(StringComparer.Ordinal), line.Select(field => field.Key).Order(StringComparer.Ordinal));

    public static string Text(this JsonNode line, string name)
    {
        Assert.Equal(JsonValueKind.String, line[name]?.GetValueKind());
        return line[name]!.GetValue<string>();
    }

    public static int Whole(this JsonNode line, string name)
    {
        Assert.Equal(JsonValueKind.Number, line[name]?.GetValueKind());
        return line[name]!.GetValue<int>();
    }

    public static double Number(this JsonNode line, string name)
    {
        Assert.Equal(JsonValueKind.Number, line[name]?.GetValueKind());
        return line[name]!.GetValue<double>();
    }

    public static IReadOnlyList<JsonObject> Objects(this JsonNode line, string name)
    {
        Assert.Equal(JsonValueKind.Array, line[name]?.GetValueKind());
        return [.. line[name]!.AsArray().Select(item => item!.AsObject())];
    }

    /// <summary>The field is there, and null.</summary>
    public static void IsNull(this JsonObject line, string name)
    {
        Assert.True(line.ContainsKey(name), $"There is no field {name}.");
        Assert.Null(line[name]);
    }
}
