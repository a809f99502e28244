namespace BriefingBot.Ingestion;

/// <summary>What the bot loads by itself, again and again.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Path">A folder, a file or a glob; null for an address.</param>
/// <param name="Url">A page or a feed; null for a path.</param>
/// <param name="Schedule">When.</param>
/// <param name="Options">Labels and groups of its articles.</param>
/// <param name="DeleteWhenGone">Whether articles go with their file or page.</param>
public sealed record WatchedSource(string Name, string? Path, string? Url, SourceSchedule Schedule, IngestOptions Options, bool DeleteWhenGone)
{
    /// <summary>Path or address.</summary>
    public string Input => Path ?? Url!;

    /// <summary>Whose its jobs are.</summary>
    public string Who => $"source {Name}";

    /// <summary>Changes with whatever a load of it would do otherwise.</summary>
    internal string Fingerprint => ShortHash.Of(string.Join('\n', [Input, $"{DeleteWhenGone}", .. Options.Labels, "", .. Options.Groups])).ToString("x32", null);

    internal JobRequest RequestOf(string job) => new(Who, [Input], Options) { Id = job, DeleteWhenGone = DeleteWhenGone };
}

/// <summary>How it stands with a watched source.</summary>
/// <param name="Source">The source.</param>
/// <param name="LastRun">When its last load was begun; null where there was none.</param>
/// <param name="NextRun">When the next one is due; null where it is due at once.</param>
/// <param name="LastJob">Its last load; null where there was none, or it is no longer kept.</param>
public sealed record SourceStanding(WatchedSource Source, DateTimeOffset? LastRun, DateTimeOffset? NextRun, LoadJob? LastJob);
