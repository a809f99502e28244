using System.Net;
using System.Net.Http.Headers;
using Microsoft.Bot.Schema;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace BriefingBot.Web.Bot;

/// <summary>Sends one activity by the SDK.</summary>
internal delegate Task<ResourceResponse> SendActivity(Activity activity, CancellationToken cancellation);

/// <summary>
/// How everything that the bot says reaches its channel: in order within a conversation, again where the channel asks for patience, in a form that it takes. Nothing is
/// sent again that may have arrived: not after a time-out or a broken connection.
/// </summary>
internal sealed class ActivityDelivery
{
    // Who asked is still there; the conversation's next message waits meanwhile.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(90);

    // Bots that were told to wait for the same time should not all come back at once.
    private static readonly TimeSpan MostJitter = TimeSpan.FromMilliseconds(500);

    private readonly ConversationOrder _order = new();
    private readonly ResiliencePipeline _again;
    private readonly TimeProvider _time;
    private readonly ILogger<ActivityDelivery> _log;

    public ActivityDelivery(TimeProvider time, ILogger<ActivityDelivery> log)
    {
        (_time, _log) = (time, log);
        _again = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(Budget)
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<ErrorResponseException>(fault => ChannelRefusal.Of(fault).IsPassing && RetryAfter(fault) is null or { TotalSeconds: < 60 }),
                MaxRetryAttempts = 6,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = TimeSpan.FromSeconds(20),
                UseJitter = true,
                DelayGenerator = args => ValueTask.FromResult(RetryAfter(args.Outcome.Exception) + (MostJitter * Random.Shared.NextDouble())),
                OnRetry = args =>
                {
                    _log.LogInformation("A message is sent again in {Seconds:0.0} s, try {Try}. {Reason}", args.RetryDelay.TotalSeconds, args.AttemptNumber + 2, ChannelRefusal.Of((ErrorResponseException)args.Outcome.Exception!).Words());
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <exception cref="UndeliveredException">The channel does not take the message.</exception>
    public Task<ResourceResponse> SendAsync(Activity activity, SendActivity send, CancellationToken cancellation) => activity.Type switch
    {
        ActivityTypes.Message => InTurnAsync(activity, () => DeliverAsync(activity, send, cancellation), cancellation),

        // That something is being done is worth nothing when it comes late, so it is never sent again.
        ActivityTypes.Typing => InTurnAsync(activity, () => send(activity, cancellation), cancellation),
        _ => send(activity, cancellation),
    };

    private Task<ResourceResponse> InTurnAsync(Activity activity, Func<Task<ResourceResponse>> send, CancellationToken cancellation) =>
        _order.InTurnAsync($"{activity.ChannelId} {activity.Conversation?.Id}", send, cancellation);

    private async Task<ResourceResponse> DeliverAsync(Activity message, SendActivity send, CancellationToken cancellation)
    {
        using var shorter = ReducedMessage.ShorterTexts(message.Text).GetEnumerator();
        while (true)
        {
            try
            {
                return await _again.ExecuteAsync(async either => await send(message, either), cancellation);
            }
            catch (ErrorResponseException fault)
            {
                var refusal = ChannelRefusal.Of(fault);
                if (refusal.Status == HttpStatusCode.RequestEntityTooLarge && shorter.MoveNext())
                {
                    message.Shorten(shorter.Current);
                }
                else if (refusal.Status == HttpStatusCode.BadRequest && message.HasTrimmings())
                {
                    message.Bare();
                }
                else
                {
                    throw new UndeliveredException(refusal, fault);
                }

                _log.LogWarning("A message is sent in a smaller form. {Reason}", refusal.Words());
            }
            catch (TimeoutRejectedException late)
            {
                throw new UndeliveredException(new(HttpStatusCode.TooManyRequests, "", $"no message was taken within {Budget.TotalSeconds} s"), late);
            }
        }
    }

    /// <summary>How long the channel asks to wait; null where it does not say.</summary>
    private TimeSpan? RetryAfter(Exception? fault)
    {
        var header = (fault as ErrorResponseException)?.Response?.Headers.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        if (!RetryConditionHeaderValue.TryParse(header, out var after))
        {
            return null;
        }

        var pause = after.Delta ?? after.Date - _time.GetUtcNow();
        return pause > TimeSpan.Zero ? pause : null;
    }
}
