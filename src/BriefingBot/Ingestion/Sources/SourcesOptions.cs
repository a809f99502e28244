namespace BriefingBot.Ingestion;

/// <summary>Key <c>Ingestion:Sources</c>: what the bot loads by itself, again and again.</summary>
public sealed class SourcesOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ingestion";

    /// <summary>The watched sources.</summary>
    public IList<SourceEntry> Sources { get; init; } = [];
}

/// <summary>A watched source as the configuration has it.</summary>
public sealed class SourceEntry
{
    /// <summary>What people call it; no two have one name.</summary>
    public string? Name { get; init; }

    /// <summary>A folder, a file or a glob, from the root on.</summary>
    public string? Path { get; init; }

    /// <summary>A page or a feed, in the place of <see cref="Path"/>.</summary>
    public string? Url { get; init; }

    /// <summary>How often, as <c>01:00:00</c>. Default: an hour.</summary>
    public string? Every { get; init; }

    /// <summary>At which time of the day (UTC), as <c>06:30</c>, in the place of <see cref="Every"/>.</summary>
    public string? At { get; init; }

    /// <summary>Added to each article's own labels.</summary>
    public string[] Labels { get; init; } = [];

    /// <summary>The groups that may read the articles that name none themselves. None: everybody.</summary>
    public string[] Groups { get; init; } = [];

    /// <summary>Whether articles go with their file or page.</summary>
    public bool DeleteWhenGone { get; init; }
}
