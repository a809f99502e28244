using System.Collections.Immutable;
using BriefingBot.Ingestion;

namespace BriefingBot.Web.Admin;

/// <summary>A watched source: either path or URL, when it was loaded last and is next (null: as soon as a bot can), and that load.</summary>
internal sealed record SourceView(
    string Name,
    string? Path,
    string? Url,
    string Schedule,
    ImmutableArray<string> Labels,
    ImmutableArray<string> Groups,
    bool DeleteWhenGone,
    DateTimeOffset? LastRun,
    DateTimeOffset? NextRun,
    JobOfSource? LastJob)
{
    public static SourceView Of(SourceStanding standing)
    {
        var source = standing.Source;
        return new(
            source.Name,
            source.Path,
            source.Url,
            source.Schedule.Text,
            source.Options.Labels,
            source.Options.Groups,
            source.DeleteWhenGone,
            standing.LastRun,
            standing.NextRun,
            standing.LastJob is { } job ? new(job.Id, JobView.Of(job).State) : null);
    }
}

internal sealed record JobOfSource(string Id, string State);

internal sealed record SourceList(IReadOnlyList<SourceView> Sources);
