using System.Collections.Immutable;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>Has the last message of an answer ask what it is worth, in the way of its channel.</summary>
internal static class FeedbackAsked
{
    /// <param name="messages">The answer's messages.</param>
    /// <param name="channel">What their channel can do.</param>
    /// <param name="answerId">The answer; of one that could not be kept nothing is asked, because nothing could be noted.</param>
    public static void On(ImmutableArray<Activity> messages, ChannelAbilities channel, string? answerId)
    {
        if (answerId is null || messages is not [.., var last])
        {
            return;
        }

        if (channel.HasFeedbackLoop)
        {
            // Never beside feedbackLoopEnabled, its older form.
            last.ChannelData = new JObject { ["feedbackLoop"] = new JObject { ["type"] = "default" } };
        }
        else if (channel.IsWebChat)
        {
            Again(last, channel, answerId);
        }
        else if (channel.HasCards)
        {
            last.Attachments = [.. last.Attachments ?? [], FeedbackCard.Of(answerId).AsAttachment()];
        }
    }

    /// <summary>Has a message about an answer, which is no answer itself, ask what the answer is worth: Web Chat shows the thumbs of the last of several messages alone.</summary>
    public static void Again(Activity message, ChannelAbilities channel, string? answerId)
    {
        if (answerId is not null && channel.IsWebChat)
        {
            message.Entities = [.. message.Entities ?? [], FeedbackEvent.Thumbs(answerId)];
        }
    }
}
