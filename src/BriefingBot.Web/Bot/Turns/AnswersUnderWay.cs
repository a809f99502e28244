namespace BriefingBot.Web.Bot;

/// <summary>The answers that are being made, by whose they are, so that somebody who begins a new topic does not get one to the old. Safe for concurrent use.</summary>
internal sealed class AnswersUnderWay
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<UnderWay>> _running = new(StringComparer.Ordinal);

    /// <summary>One more; it ends when disposed.</summary>
    /// <param name="key">Whose it is; null where the channel does not say, and nothing can end it.</param>
    public UnderWay Begin(string? key)
    {
        var underWay = new UnderWay(this, key);
        if (key is not null)
        {
            lock (_gate)
            {
                if (!_running.TryGetValue(key, out var running))
                {
                    _running[key] = running = [];
                }

                running.Add(underWay);
            }
        }

        return underWay;
    }

    /// <summary>Cancels all whose keys begin so. What one of them does as an answer that is still wanted has ended afterwards.</summary>
    public async Task CancelAsync(string keyPrefix)
    {
        Task[] acts;
        lock (_gate)
        {
            UnderWay[] cancelled = [.. _running.Where(running => running.Key.StartsWith(keyPrefix, StringComparison.Ordinal)).SelectMany(running => running.Value)];
            acts = [.. cancelled.Select(underWay => underWay.Cancel())];
        }

        // Whoever acts sees its faults.
        await Task.WhenAll(acts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void End(UnderWay underWay, string? key)
    {
        lock (_gate)
        {
            if (key is not null && _running.TryGetValue(key, out var running) && running.Remove(underWay) && running.Count == 0)
            {
                _running.Remove(key);
            }
        }
    }

    /// <summary>An answer that is being made.</summary>
    internal sealed class UnderWay(AnswersUnderWay all, string? key) : IDisposable
    {
        private readonly CancellationTokenSource _source = new();
        private Task _act = Task.CompletedTask;

        /// <summary>Cancelled when a new topic begins.</summary>
        public CancellationToken Token => _source.Token;

        /// <summary>Ends it alone, because nobody waits for it any more.</summary>
        public void Stop() => _source.CancelAsync();

        /// <summary>Does what belongs to an answer that is still wanted, so that no new topic begins meanwhile.</summary>
        /// <exception cref="OperationCanceledException">A new topic has begun.</exception>
        public async Task WhileWantedAsync(Func<Task> act)
        {
            Task acting;
            lock (all._gate)
            {
                _source.Token.ThrowIfCancellationRequested();

                // Elsewhere: nobody waits for a disk inside of the gate.
                acting = _act = Task.Run(act);
            }

            await acting;
        }

        /// <summary>Cancels it, and gives what it does as an answer that was still wanted. Under the gate.</summary>
        internal Task Cancel()
        {
            _source.CancelAsync();
            return _act;
        }

        // The source has no timer and no handle; left to the collector it needs no care about who cancels it last.
        public void Dispose() => all.End(this, key);
    }
}
