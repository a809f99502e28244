using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>Whom a message is for.</summary>
internal static class Addressee
{
    public static bool IsGroup(IActivity activity) => activity.Conversation is { IsGroup: true } or { ConversationType: "channel" or "groupChat" };

    /// <summary>
    /// Whether it is for the bot: in a group, where people talk to each other, only when it is mentioned or one of its buttons pressed. Apps may be allowed to read all
    /// that is said there, and this one has nothing to say to it.
    /// </summary>
    public static bool IsBot(IMessageActivity activity) =>
        !IsGroup(activity) || activity.Value is not null || string.IsNullOrEmpty(activity.Recipient?.Id) || AskedText.CallsBot(activity);
}
