namespace BriefingBot.Ingestion;

/// <summary>Keeps time between two requests to one host, so that a load of many pages is no burden to it.</summary>
internal sealed class PoliteGap(TimeProvider clock)
{
    private const int MostHosts = 1_000;

    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _next = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until the host may be asked.</summary>
    /// <param name="host">The host.</param>
    /// <param name="asked">What it asks for; more than a second is not kept.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task WaitAsync(string host, TimeSpan? asked, CancellationToken cancellation)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_next.Count >= MostHosts)
            {
                foreach (var rested in _next.Where(entry => entry.Value <= now).Select(entry => entry.Key).ToArray())
                {
                    _next.Remove(rested);
                }
            }

            var turn = _next.TryGetValue(host, out var next) && next > now ? next : now;
            _next[host] = turn + (asked is { } gap ? gap < Longest ? gap : Longest : Usual);
            wait = turn - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellation) : Task.CompletedTask;
    }
}
