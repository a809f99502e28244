using System.Globalization;
using BriefingBot.State;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>Where a watch tells its news: what Bot Framework needs to write to a conversation that nobody has just written to.</summary>
internal static class WatchPlace
{
    private const string Team = "team";

    private static readonly JsonSerializerSettings Json = new() { NullValueHandling = NullValueHandling.Ignore, TypeNameHandling = TypeNameHandling.None, DateParseHandling = DateParseHandling.None };

    /// <summary>That of a message, for <see cref="Watch.Where"/>.</summary>
    public static string Of(IMessageActivity activity)
    {
        var reference = activity.GetConversationReference();

        // News are no reply to the message that asked for them, but they go where it stands, and to the tenant that it named.
        reference.ActivityId = null;

        // Some channels tell it beside the message alone.
        reference.Locale ??= CultureInfo.CurrentUICulture.Name;
        reference.Conversation = JObject.FromObject(reference.Conversation).ToObject<ConversationAccount>()!;
        reference.Conversation.TenantId ??= IdIn(activity, "tenant");

        // Beside what the SDK knows of a place, as it would be sent with every message otherwise.
        var place = JObject.FromObject(reference, JsonSerializer.Create(Json));
        if (IdIn(activity, Team) is { } team)
        {
            place[Team] = team;
        }

        return place.ToString(Formatting.None);
    }

    public static ConversationReference Read(string where) => JsonConvert.DeserializeObject<ConversationReference>(where, Json)!;

    /// <summary>The time zone of whoever wrote a message, by what the channel tells of it.</summary>
    public static string ZoneOf(IMessageActivity activity) => WatchZone.Of(ZoneNameOf(activity), activity.LocalTimestamp?.Offset);

    /// <summary>Whether the channel tells anything of it.</summary>
    public static bool TellsZone(IMessageActivity activity) => WatchZone.IsTold(ZoneNameOf(activity), activity.LocalTimestamp?.Offset);

    /// <summary>
    /// Whether a place is in the conversation that was left: it, a thread of it, or a channel of the team. In a team's channel each thread has an id of its own, which begins with
    /// the channel's; who leaves a team leaves all its channels, and Teams names the first of them alone.
    /// </summary>
    public static bool IsIn(string where, IActivity left) =>
        Read(where) is var reference && reference.ChannelId == left.ChannelId
        && ((reference.Conversation?.Id is { } id && Channel(id) == Channel(left.Conversation.Id)) || (TeamLeft(left) is { } team && (string?)JObject.Parse(where)[Team] == team));

    /// <summary>The team, unless it is one channel of it alone.</summary>
    private static string? TeamLeft(IActivity left) =>
        (left.ChannelData as JObject)?["eventType"] is JValue { Value: string type } && type.StartsWith("channel", StringComparison.Ordinal) ? null : IdIn(left, Team);

    private static string? ZoneNameOf(IMessageActivity activity) =>
        (activity.Entities?.FirstOrDefault(entity => entity is { Type: "clientInfo", Properties: not null })?.Properties["timezone"] as JValue)?.Value as string
        ?? (activity as Activity)?.LocalTimezone;

    private static string? IdIn(IActivity activity, string member) => ((activity.ChannelData as JObject)?[member] as JObject)?["id"] is JValue { Value: string id } ? id : null;

    private static string Channel(string conversation) => conversation.Split(";messageid=")[0];
}
