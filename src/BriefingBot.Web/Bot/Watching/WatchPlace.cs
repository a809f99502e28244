using BriefingBot.State;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>What a watch takes from where it was made: the clock there, and who has left.</summary>
internal static class WatchPlace
{
    /// <summary>The time zone of whoever wrote a message, by what the channel tells of it.</summary>
    public static string ZoneOf(IMessageActivity activity) => WatchZone.Of(ZoneNameOf(activity), activity.LocalTimestamp?.Offset);

    /// <summary>Whether the channel tells anything of it.</summary>
    public static bool TellsZone(IMessageActivity activity) => WatchZone.IsTold(ZoneNameOf(activity), activity.LocalTimestamp?.Offset);

    /// <summary>
    /// Whether a place is in the conversation that was left: it, a thread of it, or a channel of the team. In a team's channel each thread has an id of its own, which begins with
    /// the channel's; who leaves a team leaves all its channels, and Teams names the first of them alone.
    /// </summary>
    public static bool IsIn(string where, IActivity left) =>
        ConversationPlace.Read(where) is var reference && reference.ChannelId == left.ChannelId
        && ((reference.Conversation?.Id is { } id && Channel(id) == Channel(left.Conversation.Id)) || (TeamLeft(left) is { } team && (string?)JObject.Parse(where)[ConversationPlace.Team] == team));

    /// <summary>The team, unless it is one channel of it alone.</summary>
    private static string? TeamLeft(IActivity left) =>
        (left.ChannelData as JObject)?["eventType"] is JValue { Value: string type } && type.StartsWith("channel", StringComparison.Ordinal) ? null : ConversationPlace.IdIn(left, ConversationPlace.Team);

    private static string? ZoneNameOf(IMessageActivity activity) =>
        (activity.Entities?.FirstOrDefault(entity => entity is { Type: "clientInfo", Properties: not null })?.Properties["timezone"] as JValue)?.Value as string
        ?? (activity as Activity)?.LocalTimezone;

    private static string Channel(string conversation) => conversation.Split(";messageid=")[0];
}
