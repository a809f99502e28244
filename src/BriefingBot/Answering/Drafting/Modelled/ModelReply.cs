using System.Collections.Immutable;
using System.Text.Json;

namespace BriefingBot.Answering;

/// <summary>A statement as a model wrote it: unchecked.</summary>
internal sealed record ModelStatement(string Text, ImmutableArray<int> Sentences);

/// <summary>Reads a model's reply: JSON as it was asked for, also in a code fence, with prose around it, or cut off, as far as it goes.</summary>
internal static class ModelReply
{
    // A reply of a megabyte is no answer.
    private const int LongestReply = 200_000;
    private const int LongestStatement = 600;
    private const int MostStatements = 8;

    /// <summary>The statements in order; null where the reply has none of that form at all.</summary>
    public static ImmutableArray<ModelStatement>? Read(string reply)
    {
        reply = reply.Length > LongestReply ? reply[..LongestReply] : reply;
        var list = reply.IndexOf("\"statements\"", StringComparison.Ordinal) is >= 0 and var at ? reply.IndexOf('[', at) : -1;
        if (list < 0)
        {
            return null;
        }

        var statements = ImmutableArray.CreateBuilder<ModelStatement>();
        foreach (var item in ObjectsIn(reply, list + 1).Take(MostStatements))
        {
            if (Parse(item) is { } statement)
            {
                statements.Add(statement);
            }
        }

        return statements.DrainToImmutable();
    }

    /// <summary>The whole objects of a list, one after the other up to its end, or to where it was cut off.</summary>
    private static IEnumerable<string> ObjectsIn(string reply, int start)
    {
        var (depth, begin, inText) = (0, 0, false);
        for (var at = start; at < reply.Length; at++)
        {
            switch (reply[at])
            {
                case '\\' when inText:
                    at++;
                    break;
                case '"':
                    inText = !inText;
                    break;
                case '{' when !inText:
                    begin = depth++ == 0 ? at : begin;
                    break;
                case '}' when !inText && depth > 0 && --depth == 0:
                    yield return reply[begin..(at + 1)];
                    break;
                case ']' when !inText && depth == 0:
                    yield break;
            }
        }
    }

    private static ModelStatement? Parse(string item)
    {
        try
        {
            using var json = JsonDocument.Parse(item, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 8 });
            return json.RootElement.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String && text.GetString()!.Trim() is { Length: > 0 and <= LongestStatement } words
                ? new(words, json.RootElement.TryGetProperty("sentences", out var numbers) ? NumbersOf(numbers) : [])
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second for half of a surrogate pair, written as an escape.
            return null;
        }
    }

    // "[1]", "1" and [1, 2] all mean the same.
    private static ImmutableArray<int> NumbersOf(JsonElement numbers) => numbers.ValueKind switch
    {
        JsonValueKind.Array => [.. numbers.EnumerateArray().SelectMany(number => NumbersOf(number))],
        JsonValueKind.Number when numbers.TryGetInt32(out var number) => [number],
        JsonValueKind.String when int.TryParse(numbers.GetString()!.Trim('[', ']', ' '), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) => [number],
        _ => [],
    };
}
