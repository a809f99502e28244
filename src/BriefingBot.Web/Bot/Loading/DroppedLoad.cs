using System.Collections.Immutable;
using System.Text.Json;

namespace BriefingBot.Web.Bot;

/// <summary>A load of dropped files whose end is still to be told in the chat.</summary>
internal sealed record DroppedLoad
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The job, which is made once its files are there.</summary>
    public required string Job { get; init; }

    /// <summary>Where to tell it (<see cref="ConversationPlace"/>).</summary>
    public required string Where { get; init; }

    /// <summary>The files, by the names that they are stored under.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>Those of them that did not come to be loaded, and why.</summary>
    public ImmutableArray<NotLoaded> Refused { get; init; } = [];

    /// <summary>When whoever fetches them has ended, unless this is put off: without a job by then there will be none.</summary>
    public required DateTimeOffset FetchedBy { get; init; }

    /// <summary>The message that says how far it is; null where the channel did not tell its id.</summary>
    public string? MessageId { get; init; }

    /// <summary>How many outcomes that message tells of.</summary>
    public int Told { get; init; }

    /// <summary>When it was last changed; null: never.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>How often the channel did not take the end of it.</summary>
    public int Failures { get; init; }

    /// <summary>Not before this it is tried again.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Whether nothing is left that a job could load.</summary>
    public bool IsRefused => Refused.Length == Files.Length;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static DroppedLoad? FromJson(string json) => JsonSerializer.Deserialize<DroppedLoad>(json, Json);
}

/// <summary>A file of which no article came.</summary>
/// <param name="File">Its name.</param>
/// <param name="Reason">What is wrong and what to do.</param>
internal sealed record NotLoaded(string File, string Reason);
