using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>A button of a <see cref="FeedbackCard"/>.</summary>
internal sealed class FeedbackButton(AnswerFeedback feedback) : ICardButton
{
    public bool Takes(string verb) => verb == FeedbackCard.Verb;

    public async Task<ButtonResult> PressAsync(string verb, JObject data, ITurnContext turn, CancellationToken cancellation)
    {
        var (reaction, comment) = (FeedbackCard.ReactionOf(Text(FeedbackCard.ReactionField)), Text(FeedbackCard.CommentField));
        return ButtonResult.Saying(reaction is null && string.IsNullOrWhiteSpace(comment)
            ? FeedbackWords.NoWords
            : FeedbackWords.Of(await feedback.GiveAsync(turn.Activity, Text(FeedbackCard.AnswerField), reaction, comment, cancellation)));

        string? Text(string field) => (data[field] as JValue)?.Value as string;
    }
}
