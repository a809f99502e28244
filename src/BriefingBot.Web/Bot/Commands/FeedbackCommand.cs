using System.Text.RegularExpressions;
using BriefingBot.State;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>"Feedback" shows how to give it; "feedback" with words behind it, or a thumb alone, is about the last answer that the person had in this conversation.</summary>
internal sealed partial class FeedbackCommand(AnswerFeedback feedback) : ICommand
{
    public bool Takes(string text) => Words().IsMatch(text) || ReactionOf(text) is not null;

    public async Task AnswerAsync(string text, ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        var said = Words().Match(text) is { Success: true } match ? match.Groups["said"].Value.Trim() : text;
        if (said.Length == 0)
        {
            await turn.SendActivityAsync(BotWords.Say(FeedbackWords.HowTo), cancellation);
            return;
        }

        var reaction = ReactionOf(said) ?? WordReactionOf(said);
        var outcome = await feedback.GiveToLastAsync(turn.Activity, reaction, reaction is null ? said : null, cancellation);
        await turn.SendActivityAsync(BotWords.Say(FeedbackWords.Of(outcome)), cancellation);
    }

    private static Reaction? ReactionOf(string text) => Toned().Replace(text, "") switch
    {
        "👍" => Reaction.Like,
        "👎" => Reaction.Dislike,
        _ => null,
    };

    private static Reaction? WordReactionOf(string said) => said.TrimEnd('.', '!').ToLowerInvariant() switch
    {
        "good" or "helpful" or "like" or "yes" or "right" or "correct" or "gut" or "hilfreich" or "ja" or "richtig" => Reaction.Like,
        "bad" or "not helpful" or "unhelpful" or "dislike" or "no" or "wrong" or "incorrect" or "schlecht" or "nicht hilfreich" or "nein" or "falsch" => Reaction.Dislike,
        _ => null,
    };

    // "Feedback from the residents" and "feedback on the plan?" are about articles.
    [GeneratedRegex(@"^/?(?:feedback|rückmeldung)(?:[\s.!?:]*$|\s*[:,–—-]\s*(?<said>.+)$|\s+(?!(?:on|from|of|about|by|for|in|to|zu|von|über|für)\b)(?<said>.+[^?\s])\s*$)|^/feedback\s+(?<said>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    /// <summary>Colours of skin, and the sign that asks for the coloured form.</summary>
    [GeneratedRegex(@"\uD83C[\uDFFB-\uDFFF]|\uFE0F|\s")]
    private static partial Regex Toned();
}
