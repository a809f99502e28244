using BriefingBot.State;

namespace BriefingBot.Web.Bot;

/// <summary>
/// What is to be done once, whichever instance of the bot it reaches, again after a restart as well. Without the state store each instance still does it once.
/// </summary>
/// <param name="state">Where all instances see it.</param>
/// <param name="kind">The kind of its entries.</param>
/// <param name="running">How long it may take at most: an instance that ended meanwhile is not waited for any longer.</param>
/// <param name="lifetime">How long it is remembered when it is done.</param>
/// <param name="time">The time.</param>
/// <param name="log">Is told of outages.</param>
internal sealed class OnceOnly(IStateStore state, string kind, TimeSpan running, TimeSpan lifetime, TimeProvider time, ILogger log)
{
    private readonly RecentKeys _here = new(time, lifetime, capacity: 20_000);

    /// <summary>False when it is being done, or was done not long ago.</summary>
    public async Task<bool> TryBeginAsync(string key, CancellationToken cancellation)
    {
        if (!_here.TryBegin(key))
        {
            return false;
        }

        try
        {
            if (await state.WriteAsync(new(kind, key), "{}", WriteCondition.Absent, running, cancellation) is not null)
            {
                return true;
            }

            _here.End(key);
            return false;
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("Whether another instance of the bot has taken an activity is not known: {Reason}", outage.Message);
            return true;
        }
    }

    /// <summary>From now on it is remembered for its lifetime.</summary>
    public async Task EndAsync(string key)
    {
        _here.End(key);
        try
        {
            await state.WriteAsync(new(kind, key), "{}", WriteCondition.Any, lifetime, CancellationToken.None);
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("Other instances of the bot are not told that an activity was taken: {Reason}", outage.Message);
        }
    }
}
