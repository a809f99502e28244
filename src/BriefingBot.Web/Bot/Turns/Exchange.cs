using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.State;
using BriefingBot.Web.Articles;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>From what somebody asked to the messages that answer it: in its turn, with word of what is being done, within the time budget, remembered unless a new topic begins.</summary>
internal sealed class Exchange(
    Conversations conversations, WaitingQuestions waiting, AnswerRecords records, AnswerCards cards, ArticleLinks links, ForgetPerson forget, IOptions<BotOptions> options, TimeProvider time, ILogger<Exchange> log)
{
    private readonly AnswersUnderWay _underWay = new();

    /// <summary>Forgets what the person asked before, and ends what is being answered or waits for it.</summary>
    /// <returns>False where it could not be forgotten.</returns>
    public async Task<bool> BeginNewTopicAsync(IActivity activity, CancellationToken cancellation)
    {
        if (Speaker.Of(activity) is not { } speaker)
        {
            return true;
        }

        await _underWay.CancelAsync(speaker.Id);
        try
        {
            await conversations.BeginTopicAsync(speaker, cancellation);
            return true;
        }
        catch (Exception fault) when (fault is StateStoreException or EtagConflictException)
        {
            log.LogWarning("What somebody asked before could not be forgotten: {Reason}", fault.Message);
            return false;
        }
    }

    /// <summary>Erases everything that is stored of the person, in every conversation, and ends what is being answered.</summary>
    /// <exception cref="StateStoreException">It could not be erased, or not all of it.</exception>
    public async Task ForgetPersonAsync(IActivity activity, CancellationToken cancellation)
    {
        if (Speaker.Of(activity) is { } speaker)
        {
            await _underWay.CancelAsync(speaker.PersonPrefix);
            await forget.EraseAsync(speaker.Person, cancellation);
        }
    }

    /// <summary>Finds an answer and sends it, when what the same person asked before is answered. Nothing is sent where a new topic was begun meanwhile: nobody waits for it any more.</summary>
    public async Task AnswerAsync<T>(
        ITurnContext turn, Func<RememberedTurns, CancellationToken, Task<T>> find, Func<T, Turn> remember, Func<T, ChannelAbilities, ArticleLinks, Shown> show, CancellationToken cancellation)
        where T : class
    {
        var speaker = Speaker.Of(turn.Activity);
        using var underWay = _underWay.Begin(speaker?.Id);
        try
        {
            using var place = await waiting.EnterAsync(speaker?.Person, turn, underWay.Token);
            if (place is not null)
            {
                await AnswerAsync(turn, speaker, underWay, find, remember, show, cancellation);
            }
        }
        catch (OperationCanceledException) when (underWay.Token.IsCancellationRequested)
        {
            log.LogInformation("An answer was ended because whoever asked no longer waits for it");
        }
    }

    private async Task AnswerAsync<T>(
        ITurnContext turn,
        Speaker? speaker,
        AnswersUnderWay.UnderWay underWay,
        Func<RememberedTurns, CancellationToken, Task<T>> find,
        Func<T, Turn> remember,
        Func<T, ChannelAbilities, ArticleLinks, Shown> show,
        CancellationToken cancellation)
        where T : class
    {
        var channel = ChannelAbilities.Of(turn.Activity);
        await using var progress = ProgressStream.Begin(turn, channel, time, underWay.Stop, log);
        try
        {
            var before = await conversations.RecallAsync(speaker, underWay.Token);
            var (messages, answerId) = await AskingWithinBudget.WithinAsync(FindAsync, options.Value.AnswerTimeout, time, underWay.Token) is { } found
                ? await KeepAsync(found, before)
                : ([OverBudget()], null);
            foreach (var message in messages)
            {
                var sent = await turn.SendActivityAsync(message, cancellation);
                if (answerId is not null)
                {
                    await records.NoteAsync(turn.Activity, sent?.Id, answerId, cancellation);
                }
            }

            Task<T> FindAsync(CancellationToken cancelled)
            {
                AnsweringStep.ReportTo(progress);
                return find(before, cancelled);
            }
        }
        catch (OperationCanceledException) when (underWay.Token.IsCancellationRequested && progress.IsOpen)
        {
            await turn.SendActivityAsync(BotWords.Say(DeliveryWords.Ended), cancellation);
            throw;
        }

        async Task<(ImmutableArray<Activity> Messages, string? AnswerId)> KeepAsync(T found, RememberedTurns before)
        {
            var (asked, shown) = (remember(found), show(found, channel, links));
            string? answerId = null;
            await underWay.WhileWantedAsync(async () =>
            {
                await conversations.AddAsync(speaker, before, asked, CancellationToken.None);
                answerId = await records.KeepAsync(speaker, AnswerRecord.Of(asked, shown, time.GetUtcNow()), CancellationToken.None);
            });
            var messages = AnswerMessages.Of(shown, channel);
            FeedbackAsked.On(messages, channel, answerId);
            return (await cards.AddAsync(messages, asked.Question, shown, answerId, channel, underWay.Token), answerId);
        }
    }

    private Activity OverBudget()
    {
        log.LogWarning("A question was not answered within Bot:AnswerTimeoutSeconds, {Seconds} s", options.Value.AnswerTimeoutSeconds);
        return BotWords.Say(AskingWords.OverBudget(options.Value.AnswerTimeoutSeconds));
    }
}
