using System.Collections.Immutable;
using BriefingBot.Answering;
using Microsoft.Bot.Builder;

namespace BriefingBot.Web.Bot;

/// <summary>What somebody last asked in a conversation, as the storage keeps it.</summary>
internal sealed class RememberedTurns : IStoreItem
{
    /// <summary>Another one after every "new topic", so that an answer to a question of before is not remembered behind it; null until the first.</summary>
    public string? Topic { get; init; }

    /// <summary>The last turns, the last one at the end.</summary>
    public ImmutableArray<Turn> Turns { get; init; } = [];

    public string? ETag { get; set; }

    /// <summary>Of somebody who has asked nothing yet.</summary>
    public static RememberedTurns None() => new() { ETag = StateStorage.Absent };
}
