using System.Collections.Immutable;
using BriefingBot.Web.Samples;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>Texts to press, which then come as if they had been typed. No client shows them in a group.</summary>
internal static class OfferedActions
{
    // Teams shows no more than three, to nobody but whom they are addressed to.
    private const int MostInTeams = 3;

    /// <summary>Says something with questions for somebody who does not know what to ask.</summary>
    public static async Task SayWithAsync(this OfferedQuestions offered, Func<ImmutableArray<OfferedQuestion>, string> words, ITurnContext turn, CancellationToken cancellation)
    {
        var questions = await offered.ListAsync(cancellation);
        ImmutableArray<string> texts = [.. questions.Select(question => question.Text)];
        var said = BotWords.Show(words(questions));
        if (turn.Activity.ChannelId != Channels.Msteams || texts.IsEmpty || Addressee.IsGroup(turn.Activity))
        {
            await turn.SendActivityAsync(said.Offer(texts, turn.Activity), cancellation);
            return;
        }

        // Agents Playground, which says that it is Teams, shows no Markdown in a message with something to press.
        await turn.SendActivityAsync(said, cancellation);
        await turn.SendActivityAsync(BotWords.Say(BotWords.PressOne).Offer(texts, turn.Activity), cancellation);
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
