using System.Collections.Immutable;

namespace BriefingBot.Ingestion;

/// <summary>A load that somebody asks for.</summary>
/// <param name="Who">Who asks, as people name them.</param>
/// <param name="Inputs">Paths of files and folders, globs and web addresses; of an upload the names of the files in its folder.</param>
/// <param name="Options">What the load does besides reading them.</param>
public sealed record JobRequest(string Who, ImmutableArray<string> Inputs, IngestOptions Options)
{
    /// <summary>The job's id (<see cref="LoadJobs.NewId"/>) where somebody has it already.</summary>
    public string? Id { get; init; }

    /// <summary>Whether articles go whose file or page is gone.</summary>
    public bool DeleteWhenGone { get; init; }

    /// <summary>The files, as full paths, that are read of what the inputs name; null: all. A process that goes on with the job reads all.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>The job whose upload folder (<see cref="JobUploads"/>) the files lie in; null for the admin's own files.</summary>
    public string? UploadedFor { get; init; }

    /// <summary>How many files the inputs name now, for who shows how far a load has come.</summary>
    public int CountFiles() => Inputs.Sum(input => InputFiles.Find(input).Count());

    /// <summary>The inputs, so that another process finds them from wherever it is started.</summary>
    internal ImmutableArray<string> LastingInputs => UploadedFor is null ? [.. Inputs.Select(Lasting)] : Inputs;

    // What no path can be is left as it is, to be told as it was given.
    private static string Lasting(string input) => InputAddress.IsMeant(input) ? input.Trim() : string.IsNullOrWhiteSpace(input) || input.Contains('\0') ? input : Path.GetFullPath(input);
}
