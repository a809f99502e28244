using Microsoft.Bot.Builder;

namespace BriefingBot.Web.Bot;

/// <summary>Has a question wait for its turn, and says so where that takes longer than people notice: once, until nothing of theirs waits.</summary>
internal sealed class WaitingQuestions(AnswerQueue queue, TimeProvider time, ILogger<WaitingQuestions> log)
{
    // Most answers take less, and then there is nothing to tell.
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(1);

    /// <summary>The question's place, once it is its turn; null where it was refused, and its asker told.</summary>
    /// <param name="person">Who asks; null where the channel does not say, and nobody else's questions are known to be theirs.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<AnswerQueue.Place?> EnterAsync(string? person, ITurnContext turn, CancellationToken cancellation)
    {
        if (!queue.TryJoin(person ?? Guid.NewGuid().ToString("n"), out var place))
        {
            log.LogInformation("A question was refused: its asker has {Count} waiting", AnswerQueue.MostWaiting);
            await turn.SendActivityAsync(BotWords.Say(QueueWords.Full), CancellationToken.None);
            return null;
        }

        try
        {
            await WaitAsync(place, turn, cancellation);
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    private async Task WaitAsync(AnswerQueue.Place place, ITurnContext turn, CancellationToken cancellation)
    {
        try
        {
            await place.Turn.WaitAsync(Unnoticed, time, cancellation);
            return;
        }
        catch (TimeoutException)
        {
            await TellAsync(place, turn);
        }

        await place.Turn.WaitAsync(cancellation);
    }

    private async Task TellAsync(AnswerQueue.Place place, ITurnContext turn)
    {
        if (place.ShouldTell(out var waiting))
        {
            try
            {
                await turn.SendActivityAsync(BotWords.Say(QueueWords.Waiting(waiting)), CancellationToken.None);
            }
            catch (Exception undelivered)
            {
                log.LogInformation("Somebody was not told that their questions wait: {Reason}", undelivered.Message);
            }
        }
    }
}
