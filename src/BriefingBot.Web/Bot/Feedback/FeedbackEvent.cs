using BriefingBot.State;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>The thumbs that Web Chat draws beside a message whose entity has them, and the event that one of them comes back as: with the action, and not the message.</summary>
internal sealed class FeedbackEvent(AnswerFeedback feedback)
{
    public const string Name = "webchat:activity-status/feedback";

    private const string Like = "LikeAction";
    private const string Dislike = "DislikeAction";

    /// <summary>The entity that asks for them.</summary>
    public static Entity Thumbs(string answerId) => new("https://schema.org/Message")
    {
        Properties = new()
        {
            ["@type"] = "Message",
            ["@context"] = "https://schema.org",
            ["@id"] = "",
            ["potentialAction"] = new JArray(Thumb(Like, answerId), Thumb(Dislike, answerId)),
        },
    };

    /// <summary>Takes the thumb of such an event.</summary>
    public async Task TakeAsync(Activity activity, CancellationToken cancellation)
    {
        foreach (var pressed in (activity.Entities ?? []).Select(entity => entity?.Properties).OfType<JObject>())
        {
            Reaction? reaction = Text(pressed["@type"]) switch { Like => Reaction.Like, Dislike => Reaction.Dislike, _ => null };
            if (reaction is not null && Text(pressed["@id"]) is { } id)
            {
                await feedback.GiveAsync(activity, id[(id.IndexOf(':') + 1)..], reaction, comment: null, cancellation);
            }
        }
    }

    // Each needs an id of its own, and the answer's is the only word of ours that comes back.
    private static JObject Thumb(string type, string answerId) => new() { ["@type"] = type, ["@id"] = $"{type}:{answerId}", ["actionStatus"] = "PotentialActionStatus" };

    private static string? Text(JToken? token) => (token as JValue)?.Value as string;
}
