using System.Collections.Immutable;
using BriefingBot.Ingestion;
using Microsoft.Bot.Builder;

namespace BriefingBot.Web.Bot;

/// <summary>Says in the chat where its files were dropped how far a load is, in place of what was said before, and how it ended, in a message of its own: of one that changes nobody is told.</summary>
internal sealed class LoadMessages(UnaskedMessages unasked, ILogger<LoadMessages> log)
{
    public Task ChangeAsync(DroppedLoad load, LoadJob job, CancellationToken cancellation) =>
        unasked.SendAsync(ConversationPlace.Read(load.Where), (turn, cancelled) => TryChangeAsync(turn, load, () => LoadWords.SoFar(load, job), cancelled), cancellation);

    public Task<UnaskedDelivery> TellAsync(DroppedLoad load, LoadJob? job, ImmutableArray<IngestOutcome> failed, CancellationToken cancellation) => unasked.SendAsync(
        ConversationPlace.Read(load.Where),
        async (turn, cancelled) =>
        {
            await turn.SendActivityAsync(BotWords.Show(LoadWords.Ended(load, job, failed)), cancelled);
            await TryChangeAsync(turn, load, () => LoadWords.Over(load), cancelled);
        },
        cancellation);

    /// <param name="turn">Where.</param>
    /// <param name="load">The load.</param>
    /// <param name="say">Its message, in the turn's language.</param>
    /// <param name="cancellation">Ends it.</param>
    private async Task TryChangeAsync(ITurnContext turn, DroppedLoad load, Func<string> say, CancellationToken cancellation)
    {
        if (load.MessageId is null)
        {
            return;
        }

        var message = BotWords.Say(say());
        message.Id = load.MessageId;
        try
        {
            await turn.UpdateActivityAsync(message, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            log.LogInformation("How far load {Job} is was not shown: {Reason}", load.Job, fault.Message);
        }
    }
}
