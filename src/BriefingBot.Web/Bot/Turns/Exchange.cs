using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>From what somebody asked to the messages that answer it: typing meanwhile, within the time budget, remembered unless a new topic begins.</summary>
internal sealed class Exchange(IOptions<BotOptions> options, TimeProvider time, ILogger<Exchange> log)
{
    // A typing indicator that is late is worth nothing.
    private static readonly TimeSpan TypingTimeout = TimeSpan.FromSeconds(5);

    // Longer than a meeting; whoever comes back after lunch begins anew.
    private readonly Conversations _conversations = new(time, TimeSpan.FromHours(1), capacity: 5_000);

    private readonly AnswersUnderWay _underWay = new();

    /// <summary>What the person asked before.</summary>
    public ImmutableArray<Turn> Recall(IActivity activity) => _conversations.Recall(Conversations.Key(activity));

    /// <summary>Forgets that, and ends what is being answered.</summary>
    public void BeginNewTopic(IActivity activity)
    {
        _underWay.Cancel(Conversations.Key(activity));
        _conversations.Forget(Conversations.Key(activity));
    }

    /// <summary>Finds an answer and sends it. Nothing is sent where a new topic was begun meanwhile: nobody waits for it any more.</summary>
    public async Task AnswerAsync<T>(
        ITurnContext turn, Func<CancellationToken, Task<T>> find, Func<T, Turn> remember, Func<T, ChannelAbilities, Shown> show, CancellationToken cancellation)
        where T : class
    {
        foreach (var message in await MessagesAsync(turn, find, remember, show))
        {
            await turn.SendActivityAsync(message, cancellation);
        }
    }

    private async Task<ImmutableArray<Activity>> MessagesAsync<T>(ITurnContext turn, Func<CancellationToken, Task<T>> find, Func<T, Turn> remember, Func<T, ChannelAbilities, Shown> show)
        where T : class
    {
        var key = Conversations.Key(turn.Activity);
        using var underWay = _underWay.Begin(key);
        var typing = SendTypingAsync(turn);
        try
        {
            if (await AskingWithinBudget.WithinAsync(find, options.Value.AnswerTimeout, time, underWay.Token) is not { } found)
            {
                return [OverBudget()];
            }

            underWay.WhileWanted(() => _conversations.Add(key, remember(found)));
            var channel = ChannelAbilities.Of(turn.Activity);
            return AnswerMessages.Of(show(found, channel), channel);
        }
        catch (OperationCanceledException) when (underWay.Token.IsCancellationRequested)
        {
            log.LogInformation("An answer was ended because whoever asked began a new topic");
            return [];
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
