using System.Collections.Immutable;
using BriefingBot.Web.Samples;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>Questions to press, which are then asked as if they had been typed. No client shows them in a group.</summary>
internal static class OfferedActions
{
    // Teams shows no more than three, to nobody but whom they are addressed to.
    private const int MostInTeams = 3;

    public static Activity Offer(this Activity reply, ImmutableArray<OfferedQuestion> questions, IActivity to)
    {
        if (!questions.IsEmpty && to.Conversation?.IsGroup != true)
        {
            var isTeams = to.ChannelId == Channels.Msteams;
            reply.SuggestedActions = new()
            {
                To = isTeams && to.From?.Id is { Length: > 0 } sender ? [sender] : null,
                Actions = [.. questions.Take(isTeams ? MostInTeams : questions.Length).Select(question => new CardAction(ActionTypes.ImBack, question.Text, value: question.Text))],
            };
        }

        return reply;
    }
}
