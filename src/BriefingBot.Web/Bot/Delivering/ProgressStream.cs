using BriefingBot.Answering;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>
/// Tells whoever asked what is being done: by a typing indicator at once and, where the channel can show more, by updates that the answer then takes the place of. The
/// next message of the turn, whatever it says, ends the stream; so nothing is left behind that still seems to search.
/// </summary>
internal sealed class ProgressStream : IProgress<AnsweringStep>, IAsyncDisposable
{
    // An answer that takes less is sent without: most do, and a stream's last message may not follow its first within a second.
    private static readonly TimeSpan Unannounced = TimeSpan.FromSeconds(1);

    // Teams takes one request a second of a stream and refuses the stream where more come.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    // What is late is worth nothing.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ITurnContext _turn;
    private readonly ChannelAbilities _channel;
    private readonly TimeProvider _time;
    private readonly Action _stop;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _telling;

    private volatile string _words = DeliveryWords.Of(new AnsweringStep.Searching());
    private string? _streamId;
    private bool _isStopped;
    private int _sequence;
    private long _lastSent;

    private ProgressStream(ITurnContext turn, ChannelAbilities channel, TimeProvider time, Action stop, ILogger log)
    {
        (_turn, _channel, _time, _stop, _log) = (turn, channel, time, stop, log);
        turn.OnSendActivities(EndByAsync);
        _telling = TellAsync(channel.HasStreaming && turn.Activity.DeliveryMode != DeliveryModes.ExpectReplies);
    }

    /// <summary>Begins to tell.</summary>
    /// <param name="turn">Whose messages end it.</param>
    /// <param name="channel">What it can show.</param>
    /// <param name="time">The time.</param>
    /// <param name="stop">Called when the person no longer wants the answer.</param>
    /// <param name="log">Is told what was not delivered.</param>
    public static ProgressStream Begin(ITurnContext turn, ChannelAbilities channel, TimeProvider time, Action stop, ILogger log) =>
        new(turn, channel, time, stop, log);

    private static ResourceResponse[] Unsent => [new("")];

    /// <summary>Whether something was shown that a last message must take the place of.</summary>
    public bool IsOpen => _streamId is not null;

    public void Report(AnsweringStep value) => _words = DeliveryWords.Of(value);

    public async ValueTask DisposeAsync() => await EndTellingAsync();

    private async Task EndTellingAsync()
    {
        await _ending.CancelAsync();
        await _telling;
    }

    private async Task TellAsync(bool streams)
    {
        var began = _time.GetTimestamp();
        await TrySendAsync(new() { Type = ActivityTypes.Typing });
        if (!streams)
        {
            return;
        }

        try
        {
            if (Unannounced - _time.GetElapsedTime(began) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, _time, _ending.Token);
            }

            for (string? told = null; ;)
            {
                if (told != _words)
                {
                    told = _words;
                    if (!await TryUpdateAsync(told))
                    {
                        return;
                    }
                }

                await Task.Delay(Apart, _time, _ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<bool> TryUpdateAsync(string words)
    {
        var response = await TrySendAsync(StreamInfo.Update(words, _streamId, ++_sequence, _channel));
        _lastSent = _time.GetTimestamp();

        // A first one without an id began no stream.
        _streamId ??= response?.Id is { Length: > 0 } id ? id : null;
        return response is not null && _streamId is not null;
    }

    private async Task<ResourceResponse?> TrySendAsync(Activity activity)
    {
        using var timeout = new CancellationTokenSource(Patience, _time);
        try
        {
            return await _turn.SendActivityAsync(activity, timeout.Token);
        }
        catch (ErrorResponseException fault) when (ChannelRefusal.Of(fault) is var refusal)
        {
            _log.LogInformation("What is being done was not shown. {Reason}", refusal.Words());
            if (refusal.IsStoppedByUser)
            {
                (_streamId, _isStopped) = (null, true);
                _stop();
            }
        }
        catch (Exception undelivered)
        {
            _log.LogInformation("What is being done was not shown: {Reason}", undelivered.Message);
        }

        return null;
    }

    /// <summary>Before a message of the turn: ends the updates, and makes the message the stream's last one.</summary>
    private async Task<ResourceResponse[]> EndByAsync(ITurnContext turn, List<Activity> activities, Func<Task<ResourceResponse[]>> next)
    {
        if (activities is not [{ Type: ActivityTypes.Message } message])
        {
            return await next();
        }

        await EndTellingAsync();
        if (_streamId is not { } streamId)
        {
            return _isStopped ? Unsent : await next();
        }

        _streamId = null;
        if (Apart - _time.GetElapsedTime(_lastSent) is { Ticks: > 0 } early)
        {
            await Task.Delay(early, _time);
        }

        StreamInfo.End(streamId, message, _channel);
        try
        {
            // Teams does not always tell the id, which is the stream's.
            return [await next() is [{ Id.Length: > 0 } sent] ? sent : new(streamId)];
        }
        catch (UndeliveredException fault) when (fault.Refusal.IsStoppedByUser)
        {
            // Nor what would follow it.
            _isStopped = true;
            _log.LogInformation("An answer was not sent because the person stopped it");
            return Unsent;
        }
        catch (UndeliveredException fault)
        {
            _log.LogWarning("An answer is sent as a message of its own: its stream was refused. {Reason}", fault.Message);
            StreamInfo.Remove(message);
            return await next();
        }
    }
}
