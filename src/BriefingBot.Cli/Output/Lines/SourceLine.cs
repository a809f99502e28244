using System.Collections.Immutable;
using System.Globalization;
using BriefingBot.Ingestion;

namespace BriefingBot.Cli.Output;

/// <summary>A line of <c>sources --json</c>.</summary>
internal sealed record SourceLine(
    string Name,
    string? Path,
    string? Url,
    string Schedule,
    ImmutableArray<string> Labels,
    ImmutableArray<string> Groups,
    bool DeleteWhenGone,
    DateTimeOffset? LastRun,
    DateTimeOffset? NextRun,
    SourceLine.Job? LastJob)
{
    public static SourceLine Of(SourceStanding standing) => new(
        standing.Source.Name,
        standing.Source.Path,
        standing.Source.Url,
        standing.Source.Schedule.Text,
        standing.Source.Options.Labels,
        standing.Source.Options.Groups,
        standing.Source.DeleteWhenGone,
        standing.LastRun,
        standing.NextRun,
        standing.LastJob is { } job ? new(job.Id, job.State) : null);

    /// <summary>For people, on one line.</summary>
    public static string Text(SourceStanding standing)
    {
        var (source, job) = (standing.Source, standing.LastJob);
        var last = standing.LastRun is { } run ? $"last {Moment(run)}{(job is null ? "" : $" ({job.Id}, {job.State.ToString().ToLowerInvariant()})")}" : "not loaded yet";
        return $"{source.Name}  {source.Input}  {source.Schedule.Text}  {last}  next {(standing.NextRun is { } next ? Moment(next) : "when a bot runs")}{(source.DeleteWhenGone ? "  deletes what is gone" : "")}";
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    internal sealed record Job(string JobId, LoadState State);
}
