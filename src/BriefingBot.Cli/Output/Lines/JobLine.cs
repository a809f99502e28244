using System.Collections.Immutable;
using System.Globalization;
using BriefingBot.Ingestion;

namespace BriefingBot.Cli.Output;

/// <summary>A line of <c>jobs --json</c>.</summary>
internal sealed record JobLine(
    string JobId,
    LoadState State,
    string Who,
    ImmutableArray<string> Inputs,
    int InputCount,
    bool Replace,
    ImmutableArray<string> Labels,
    ImmutableArray<string> Groups,
    IReadOnlyDictionary<string, int> Counts,
    DateTimeOffset Made,
    DateTimeOffset? Started,
    DateTimeOffset? Ended,
    long ElapsedMs,
    string? Fault)
{
    public static JobLine Of(LoadJob job) => new(
        job.Id,
        job.State,
        job.Who,
        job.Inputs,
        job.InputCount,
        job.Replace,
        job.Labels,
        job.Groups,
        Enum.GetValues<IngestOutcomeKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), kind => job.Counts.GetValueOrDefault(kind)),
        job.Made,
        job.Started,
        job.Ended,
        (long)job.Elapsed.TotalMilliseconds,
        job.Fault);

    /// <summary>For people, on one line.</summary>
    public static string Text(LoadJob job)
    {
        var counts = job.Counts.Count == 0 ? "nothing yet" : string.Join(", ", job.Counts.Select(counted => $"{counted.Value:N0} {counted.Key.ToString().ToLowerInvariant()}"));
        var inputs = $"{job.Inputs.FirstOrDefault()}{(job.InputCount > 1 ? $" and {job.InputCount - 1:N0} more" : "")}";
        var elapsed = job.Elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
        return $"{job.Id}  {job.State.ToString().ToLowerInvariant(),-11}  {job.Who}  {counts} in {elapsed} s  {inputs}{(job.Fault is { } fault ? $"  — {fault}" : "")}";
    }
}
