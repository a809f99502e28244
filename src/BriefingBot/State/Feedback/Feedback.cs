using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Answering;

namespace BriefingBot.State;

/// <summary>What somebody thinks of an answer, kept with what was asked and where its quotes stand, so that it can be read when the answer itself is forgotten.</summary>
public sealed record Feedback
{
    /// <summary>The longest comment, in UTF-16 code units.</summary>
    public const int LongestComment = 1_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>The answer's id, which begins with whom it was given to and ends with a part of its own.</summary>
    public required string AnswerId { get; init; }

    /// <summary>The question as it stands alone.</summary>
    public required string Question { get; init; }

    /// <summary>Where the answer's quotes stand, in the order of their numbers; empty where it was a refusal.</summary>
    public ImmutableArray<QuotedPlace> Quotes { get; init; } = [];

    /// <summary>What drafted the answer: <c>extractive</c> or <c>model</c>.</summary>
    public required string Drafter { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>The thumb; null where there is a comment alone.</summary>
    public Reaction? Reaction { get; init; }

    /// <summary>What was written beside it; null where nothing was.</summary>
    public string? Comment { get; init; }

    /// <summary>When the feedback was given.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The channel that it came through, such as <c>msteams</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>The program's version at that time.</summary>
    public required string Version { get; init; }

    /// <summary>A short id for people: the part of the answer's id that no other has.</summary>
    [JsonIgnore]
    public string ShortId => AnswerId[(AnswerId.LastIndexOf('/') + 1)..];

    internal string ToJson() => JsonSerializer.Serialize(this, Json);

    internal static Feedback? FromJson(string json) => JsonSerializer.Deserialize<Feedback>(json, Json);
}

/// <summary>A thumb.</summary>
public enum Reaction
{
    /// <summary>Up.</summary>
    Like,

    /// <summary>Down.</summary>
    Dislike,
}
