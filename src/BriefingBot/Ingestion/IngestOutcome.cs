namespace BriefingBot.Ingestion;

/// <summary>What became of one article, or of one input that held none.</summary>
/// <param name="Input">The file, as a full path, or the address.</param>
/// <param name="Line">The line in a file of one article a line; null elsewhere.</param>
/// <param name="Kind">What happened.</param>
public sealed record IngestOutcome(string Input, int? Line, IngestOutcomeKind Kind)
{
    /// <summary>The article's id; null when the input failed before it had one.</summary>
    public string? ArticleId { get; init; }

    /// <summary>The version that is now current; null when it failed.</summary>
    public int? Version { get; init; }

    /// <summary>The article's title; null when it failed before it had one.</summary>
    public string? Title { get; init; }

    /// <summary>The article of whose report this one is a near copy (<see cref="Articles.Article.Story"/>); null where it is no copy, and unless it was stored.</summary>
    public string? CopyOf { get; init; }

    /// <summary>How many passages it is found by; 0 unless it was added or updated.</summary>
    public int Passages { get; init; }

    /// <summary>How many words were embedded; 0 unless it was added or updated.</summary>
    public int Words { get; init; }

    /// <summary>What is wrong and what to do; null unless it failed.</summary>
    public string? Error { get; init; }

    /// <summary>Whether it failed because the server of an address said that there is nothing there (any more).</summary>
    internal bool IsGone { get; init; }
}

/// <summary>What can become of an article.</summary>
public enum IngestOutcomeKind
{
    /// <summary>There was none under this id.</summary>
    Added,

    /// <summary>Its text changed, which made a new version, or its metadata.</summary>
    Updated,

    /// <summary>It is stored already, from a file that is not there any more: it kept its id, and what it was read from is now this one.</summary>
    Moved,

    /// <summary>It is stored just so already.</summary>
    Unchanged,

    /// <summary>What it was read from is gone, and so is the article.</summary>
    Removed,

    /// <summary>It was not stored; the error says why.</summary>
    Failed,
}
