using BriefingBot.State;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>Somebody in one conversation, by hashes: what is stored says neither who they are nor where.</summary>
/// <param name="Person">The person, the same in every conversation of a channel and tenant.</param>
/// <param name="Conversation">The conversation.</param>
internal sealed record Speaker(string Person, string Conversation)
{
    /// <summary>Ids of what is stored of the person in this conversation are this, or begin so; those of all that is stored of the person begin with <see cref="PersonPrefix"/>.</summary>
    public string Id => PersonPrefix + Conversation;

    public string PersonPrefix => ForgetPerson.PrefixOf(Person);

    /// <summary>Who sent an activity; null where the channel does not say, and nothing is to be remembered.</summary>
    public static Speaker? Of(IActivity activity) => activity is { From.Id.Length: > 0, Conversation.Id.Length: > 0 }
        ? new(KeyHash.Of(activity.ChannelId, TenantOf(activity), activity.From.Id), KeyHash.Of(activity.ChannelId, activity.Conversation.Id))
        : null;

    // Not every activity of Teams has it in both places.
    private static string? TenantOf(IActivity activity) =>
        activity.Conversation.TenantId is { Length: > 0 } tenant ? tenant : ((activity.ChannelData as JObject)?["tenant"] as JObject)?["id"] is JValue { Value: string id } ? id : null;
}
