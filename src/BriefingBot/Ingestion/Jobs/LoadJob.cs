using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace BriefingBot.Ingestion;

/// <summary>A load: who asked for what, how far it has come and what became of it.</summary>
public sealed record LoadJob
{
    /// <summary>How many of the inputs stand in <see cref="Inputs"/>.</summary>
    public const int ShownInputs = 20;

    /// <summary>Its name: the moment it was made (UTC) and a part of its own.</summary>
    public required string Id { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string Who { get; init; }

    /// <summary>What was to be loaded, the first of it.</summary>
    public ImmutableArray<string> Inputs { get; init; } = [];

    /// <summary>How many inputs there are.</summary>
    public int InputCount { get; init; }

    /// <summary>Whether the inputs were uploaded.</summary>
    public bool IsUpload { get; init; }

    /// <summary>Whether an input may take over an id that came from another input path.</summary>
    public bool Replace { get; init; }

    /// <summary>Added to each article's own.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The groups of articles that name none.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Whether articles go whose file or page is gone.</summary>
    public bool DeleteWhenGone { get; init; }

    /// <summary>Where it is.</summary>
    public LoadState State { get; init; }

    /// <summary>How many articles each became of; what became of none is left out.</summary>
    public ImmutableSortedDictionary<IngestOutcomeKind, int> Counts { get; init; } = ImmutableSortedDictionary<IngestOutcomeKind, int>.Empty;

    /// <summary>How many words were embedded.</summary>
    public long Words { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>When it first began to run; null while it waits.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it came to its end; null until then.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>For how long it has run, in all processes that ran it.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Why it failed, or was ended without anybody's asking, and what to do; else null.</summary>
    public string? Fault { get; init; }

    /// <summary>How many articles and inputs have an outcome.</summary>
    public int Total => Counts.Values.Sum();

    /// <summary>Whether nothing more comes of it by itself.</summary>
    public bool HasEnded => State is LoadState.Done or LoadState.Cancelled or LoadState.Failed;

    internal static string NewId(DateTimeOffset made) =>
        made.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + "-" + RandomNumberGenerator.GetHexString(6, lowercase: true);
}

/// <summary>Where a load is.</summary>
public enum LoadState
{
    /// <summary>Nobody has begun it.</summary>
    Waiting,

    /// <summary>A process is at it.</summary>
    Running,

    /// <summary>To the end of its inputs, whatever became of each.</summary>
    Done,

    /// <summary>Somebody ended it.</summary>
    Cancelled,

    /// <summary>The process that ran it ended first. The bot goes on with it by itself.</summary>
    Interrupted,

    /// <summary>A store, a model or a fault of ours kept it from its end.</summary>
    Failed,
}
