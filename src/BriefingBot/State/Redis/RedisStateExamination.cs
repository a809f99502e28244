using BriefingBot.Diagnosis;

namespace BriefingBot.State;

/// <summary>Asks the server what it is, and writes nothing.</summary>
internal static class RedisStateExamination
{
    public static async Task<(Condition Condition, string What)> ExamineAsync(RedisConnection connection, CancellationToken cancellation)
    {
        var told = (string?)await connection.CallAsync(database => database.ExecuteAsync("INFO"), cancellation) ?? "";
        var info = told.Split('\n').Select(line => line.Trim().Split(':', 2)).Where(parts => parts.Length == 2).DistinctBy(parts => parts[0]).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        var found = $"{connection.Location}, version {info.GetValueOrDefault("redis_version", "unknown")}, answers";
        return info.GetValueOrDefault("role") is "slave" ? (Condition.Failed, $"{found}, but it is a replica, which takes no writes. Name the primary in Redis:ConnectionString.")
            : info.GetValueOrDefault("maxmemory", "0") != "0" && info.GetValueOrDefault("maxmemory_policy", "noeviction") != "noeviction" ? (Condition.Warning, $"{found}, but when its memory is full it deletes what was to be kept (maxmemory-policy {info["maxmemory_policy"]}). Set maxmemory-policy noeviction.")
            : (Condition.Ok, $"{found}.");
    }
}
