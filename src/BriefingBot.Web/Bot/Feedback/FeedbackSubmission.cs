using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>A button of a <see cref="FeedbackCard"/>.</summary>
internal sealed class FeedbackSubmission(AnswerFeedback feedback) : ISubmission
{
    public string Action => FeedbackCard.Action;

    public async Task AnswerAsync(JObject data, ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        var (reaction, comment) = (FeedbackCard.ReactionOf(Text(FeedbackCard.ReactionField)), Text(FeedbackCard.CommentField));
        var said = reaction is null && string.IsNullOrWhiteSpace(comment)
            ? FeedbackWords.NoWords
            : FeedbackWords.Of(await feedback.GiveAsync(turn.Activity, Text(FeedbackCard.AnswerField), reaction, comment, cancellation));
        await turn.SendActivityAsync(BotWords.Say(said), cancellation);

        string? Text(string field) => (data[field] as JValue)?.Value as string;
    }
}
