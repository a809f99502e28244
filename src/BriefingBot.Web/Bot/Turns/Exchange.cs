using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.State;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>From what somebody asked to the messages that answer it: typing meanwhile, within the time budget, remembered unless a new topic begins.</summary>
internal sealed class Exchange(Conversations conversations, AnswerRecords records, AnswerCards cards, ForgetPerson forget, IOptions<BotOptions> options, TimeProvider time, ILogger<Exchange> log)
{
    // A typing indicator that is late is worth nothing.
    private static readonly TimeSpan TypingTimeout = TimeSpan.FromSeconds(5);

    private readonly AnswersUnderWay _underWay = new();

    /// <summary>What the person asked before.</summary>
    public Task<RememberedTurns> RecallAsync(IActivity activity, CancellationToken cancellation) => conversations.RecallAsync(Speaker.Of(activity), cancellation);

    /// <summary>Forgets that, and ends what is being answered.</summary>
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

    /// <summary>Finds an answer and sends it. Nothing is sent where a new topic was begun meanwhile: nobody waits for it any more.</summary>
    public async Task AnswerAsync<T>(
        ITurnContext turn, RememberedTurns before, Func<CancellationToken, Task<T>> find, Func<T, Turn> remember, Func<T, ChannelAbilities, Shown> show, CancellationToken cancellation)
        where T : class
    {
        var (messages, answerId) = await MessagesAsync(turn, before, find, remember, show);
        foreach (var message in messages)
        {
            var sent = await turn.SendActivityAsync(message, cancellation);
            if (answerId is not null)
            {
                await records.NoteAsync(turn.Activity, sent?.Id, answerId, cancellation);
            }
        }
    }

    private async Task<(ImmutableArray<Activity> Messages, string? AnswerId)> MessagesAsync<T>(
        ITurnContext turn, RememberedTurns before, Func<CancellationToken, Task<T>> find, Func<T, Turn> remember, Func<T, ChannelAbilities, Shown> show)
        where T : class
    {
        var speaker = Speaker.Of(turn.Activity);
        using var underWay = _underWay.Begin(speaker?.Id);
        var typing = SendTypingAsync(turn);
        try
        {
            if (await AskingWithinBudget.WithinAsync(find, options.Value.AnswerTimeout, time, underWay.Token) is not { } found)
            {
                return ([OverBudget()], null);
            }

            var channel = ChannelAbilities.Of(turn.Activity);
            var (asked, shown) = (remember(found), show(found, channel));
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
        catch (OperationCanceledException) when (underWay.Token.IsCancellationRequested)
        {
            log.LogInformation("An answer was ended because whoever asked began a new topic");
            return ([], null);
        }
        finally
        {
            // A turn sends one activity at a time, and the indicator before the answer.
            await typing;
        }
    }

    private Activity OverBudget()
    {
        log.LogWarning("A question was not answered within Bot:AnswerTimeoutSeconds, {Seconds} s", options.Value.AnswerTimeoutSeconds);
        return BotWords.Say(AskingWords.OverBudget(options.Value.AnswerTimeoutSeconds));
    }

    private async Task SendTypingAsync(ITurnContext turn)
    {
        using var timeout = new CancellationTokenSource(TypingTimeout, time);
        try
        {
            await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, timeout.Token);
        }
        catch (Exception undelivered)
        {
            log.LogInformation("The typing indicator was not delivered: {Reason}", undelivered.Message);
        }
    }
}
