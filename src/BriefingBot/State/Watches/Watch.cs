using System.Collections.Immutable;
using System.Text.Json;
using BriefingBot.Answering;

namespace BriefingBot.State;

/// <summary>A topic that somebody wants to hear news of.</summary>
public sealed record Watch
{
    /// <summary>The longest topic, in UTF-16 code units.</summary>
    public const int LongestTopic = 200;

    /// <summary>How many of the things that were told are remembered.</summary>
    public const int MostTold = 40;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>By which whoever made it names it, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it is about, as it was written.</summary>
    public required string Topic { get; init; }

    /// <summary>When each day it tells what came; null: at once.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>The time zone of its days (<see cref="WatchZone"/>).</summary>
    public required string Zone { get; init; }

    /// <summary>Where to tell it, in the words of whoever tells.</summary>
    public required string Where { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>Up to where the articles were looked at (<see cref="Indexing.IArticleStore.MarkAsync"/>).</summary>
    public required string Mark { get; init; }

    /// <summary>When that was: what was saved before is known. Null: they were not yet.</summary>
    public DateTimeOffset? Looked { get; init; }

    /// <summary>Not before this the articles are looked at again; null: whenever there are new ones.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>What was told, the last of it at the end.</summary>
    public ImmutableArray<ToldNews> Told { get; init; } = [];

    /// <summary>The day, in its zone, of the last message.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>How many messages there were on that day.</summary>
    public int MessagesOfDay { get; init; }

    /// <summary>How often the last message could not be delivered.</summary>
    public int Failures { get; init; }

    internal string ToJson() => JsonSerializer.Serialize(this, Json);

    internal static Watch? FromJson(string json) => JsonSerializer.Deserialize<Watch>(json, Json);
}

/// <summary>Something that was told: where its words stand, and a sketch of the article's text.</summary>
/// <param name="Place">The quote.</param>
/// <param name="Sketch">Of the article (<see cref="Articles.TextSketch"/>).</param>
public sealed record ToldNews(QuotedPlace Place, string Sketch);
