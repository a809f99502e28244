namespace BriefingBot.Web.Bot;

/// <summary>Remembers what was begun: while it runs, and for a time after it ended. Holds at most <paramref name="capacity"/> that ended.</summary>
internal sealed class RecentKeys(TimeProvider time, TimeSpan lifetime, int capacity)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _known = [];
    private readonly Queue<(string Key, long Ended)> _ended = [];

    /// <summary>False when the key is known: it runs, or it ended not long ago.</summary>
    public bool TryBegin(string key)
    {
        lock (_gate)
        {
            while (_ended.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Ended) >= lifetime)
            {
                Forget();
            }

            return _known.Add(key);
        }
    }

    /// <summary>From now on the key is remembered for its lifetime.</summary>
    public void End(string key)
    {
        lock (_gate)
        {
            _ended.Enqueue((key, time.GetTimestamp()));
            if (_ended.Count > capacity)
            {
                Forget();
            }
        }
    }

    private void Forget() => _known.Remove(_ended.Dequeue().Key);
}
