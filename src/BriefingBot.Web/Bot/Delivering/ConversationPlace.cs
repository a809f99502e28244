using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>What Bot Framework needs to write to a conversation that nobody has just written to, as a text to be kept.</summary>
internal static class ConversationPlace
{
    /// <summary>Where the team of a channel stands, beside what the SDK knows of a place.</summary>
    public const string Team = "team";

    private static readonly JsonSerializerSettings Json = new() { NullValueHandling = NullValueHandling.Ignore, TypeNameHandling = TypeNameHandling.None, DateParseHandling = DateParseHandling.None };

    /// <summary>That of a message.</summary>
    public static string Of(IMessageActivity activity)
    {
        var reference = activity.GetConversationReference();

        // What is told is no reply to the message that asked for it, but it goes where that stands, and to the tenant that it named.
        reference.ActivityId = null;

        // Some channels tell it beside the message alone.
        reference.Locale ??= CultureInfo.CurrentUICulture.Name;
        reference.Conversation = JObject.FromObject(reference.Conversation).ToObject<ConversationAccount>()!;
        reference.Conversation.TenantId ??= IdIn(activity, "tenant");

        // It would be sent with every message otherwise.
        var place = JObject.FromObject(reference, JsonSerializer.Create(Json));
        if (IdIn(activity, Team) is { } team)
        {
            place[Team] = team;
        }

        return place.ToString(Formatting.None);
    }

    public static ConversationReference Read(string where) => JsonConvert.DeserializeObject<ConversationReference>(where, Json)!;

    /// <summary>The id of a team or a tenant that Teams names in its own data.</summary>
    public static string? IdIn(IActivity activity, string member) => ((activity.ChannelData as JObject)?[member] as JObject)?["id"] is JValue { Value: string id } ? id : null;
}
