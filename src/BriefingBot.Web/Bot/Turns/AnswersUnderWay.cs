namespace BriefingBot.Web.Bot;

/// <summary>The answers that are being made, by whose they are, so that somebody who begins a new topic does not get one to the old. Safe for concurrent use.</summary>
internal sealed class AnswersUnderWay
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<CancellationTokenSource>> _running = new(StringComparer.Ordinal);

    /// <summary>One more; it ends when disposed.</summary>
    /// <param name="key">Whose it is; null where the channel does not say, and nothing can end it.</param>
    public UnderWay Begin(string? key)
    {
        var source = new CancellationTokenSource();
        if (key is not null)
        {
            lock (_gate)
            {
                if (!_running.TryGetValue(key, out var sources))
                {
                    _running[key] = sources = [];
                }

                sources.Add(source);
            }
        }

        return new(this, key, source);
    }

    /// <summary>Cancels all of the key's.</summary>
    public void Cancel(string? key)
    {
        lock (_gate)
        {
            // Under the gate, so that none is disposed meanwhile; nobody waits inside of a cancellation.
            foreach (var source in _running.GetValueOrDefault(key ?? "") ?? [])
            {
                source.CancelAsync();
            }
        }
    }

    private void End(string? key, CancellationTokenSource source)
    {
        lock (_gate)
        {
            if (key is not null && _running.TryGetValue(key, out var sources) && sources.Remove(source) && sources.Count == 0)
            {
                _running.Remove(key);
            }
        }
    }

    /// <summary>An answer that is being made.</summary>
    internal sealed class UnderWay(AnswersUnderWay all, string? key, CancellationTokenSource source) : IDisposable
    {
        /// <summary>Cancelled when a new topic begins.</summary>
        public CancellationToken Token => source.Token;

        /// <summary>Does what belongs to an answer that is still wanted, so that no new topic begins meanwhile.</summary>
        /// <exception cref="OperationCanceledException">A new topic has begun.</exception>
        public void WhileWanted(Action act)
        {
            lock (all._gate)
            {
                source.Token.ThrowIfCancellationRequested();
                act();
            }
        }

        // The source has no timer and no handle; left to the collector it needs no care about who cancels it last.
        public void Dispose() => all.End(key, source);
    }
}
