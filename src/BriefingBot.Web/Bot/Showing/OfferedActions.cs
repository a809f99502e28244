using System.Collections.Immutable;
using BriefingBot.Web.Samples;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>Texts to press, which then come as if they had been typed. No client shows them in a group.</summary>
internal static class OfferedActions
{
    // Teams shows no more than three, to nobody but whom they are addressed to.
    private const int MostInTeams = 3;

    /// <summary>Words with questions for somebody who does not know what to ask.</summary>
    public static async Task<Activity> OfferAsync(this OfferedQuestions offered, Func<ImmutableArray<OfferedQuestion>, string> words, IActivity to, CancellationToken cancellation)
    {
        var questions = await offered.ListAsync(cancellation);
        return BotWords.Show(words(questions)).Offer([.. questions.Select(question => question.Text)], to);
    }

    public static Activity Offer(this Activity reply, ImmutableArray<string> texts, IActivity to)
    {
        if (!texts.IsEmpty && !Addressee.IsGroup(to))
        {
            var isTeams = to.ChannelId == Channels.Msteams;
            reply.SuggestedActions = new()
            {
                To = isTeams && to.From?.Id is { Length: > 0 } sender ? [sender] : null,
                Actions = [.. texts.Take(isTeams ? MostInTeams : texts.Length).Select(text => new CardAction(ActionTypes.ImBack, text, value: text))],
            };
        }

        return reply;
    }
}
