using System.Globalization;
using BriefingBot.State;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>Where a watch tells its news: what Bot Framework needs to write to a conversation that nobody has just written to.</summary>
internal static class WatchPlace
{
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
        reference.Conversation.TenantId ??= ((activity.ChannelData as JObject)?["tenant"] as JObject)?["id"] is JValue { Value: string tenant } ? tenant : null;
        return JsonConvert.SerializeObject(reference, Json);
    }

    public static ConversationReference Read(string where) => JsonConvert.DeserializeObject<ConversationReference>(where, Json)!;

    /// <summary>The time zone of whoever wrote a message, by what the channel tells of it.</summary>
    public static string ZoneOf(IMessageActivity activity)
    {
        var client = activity.Entities?.FirstOrDefault(entity => entity is { Type: "clientInfo", Properties: not null })?.Properties["timezone"];
        return WatchZone.Of((client as JValue)?.Value as string ?? (activity as Activity)?.LocalTimezone, activity.LocalTimestamp?.Offset);
    }

    /// <summary>Whether it is a conversation or a thread of it. In a team's channel each thread has an id of its own, which begins with the channel's.</summary>
    public static bool IsIn(this ConversationReference reference, IActivity activity) =>
        reference.ChannelId == activity.ChannelId && reference.Conversation?.Id is { } id && Channel(id) == Channel(activity.Conversation.Id);

    private static string Channel(string conversation) => conversation.Split(";messageid=")[0];
}
