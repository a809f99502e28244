using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Ingestion;

/// <summary>A job as it is stored. Its counts say how many of the stored outcomes hold: what was written behind them belongs to a process that ended before it said so.</summary>
/// <param name="Job">What people see.</param>
/// <param name="Open">The files that were not done with.</param>
/// <param name="Machine">Where its inputs are.</param>
/// <param name="Tries">How many processes in a row have begun it without an outcome.</param>
internal sealed record JobRecord(LoadJob Job, ImmutableArray<string> Open, string Machine, int Tries)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string ToJson<T>(T value) => JsonSerializer.Serialize(value, Json);

    public static T FromJson<T>(string json) => JsonSerializer.Deserialize<T>(json, Json)!;
}
