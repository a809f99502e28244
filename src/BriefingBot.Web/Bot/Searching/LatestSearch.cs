using System.Collections.Concurrent;

namespace BriefingBot.Web.Bot;

/// <summary>Of the searches of somebody who is typing only the last is run: Agents Playground asks at each key, and Teams whenever the typing stops.</summary>
internal sealed class LatestSearch
{
    // Longer than between two keys, and too short to be noticed.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);

    /// <summary>What is found; null where somebody has searched for something else meanwhile.</summary>
    /// <param name="searcher">Who, and where; null: nobody knows, and nothing is ended.</param>
    /// <param name="find">Searches until it is told to end.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<T?> RunAsync<T>(string? searcher, Func<CancellationToken, Task<T>> find, CancellationToken cancellation)
        where T : class
    {
        if (searcher is null)
        {
            return await find(cancellation);
        }

        using var own = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(own.Token, cancellation);
        CancellationTokenSource? earlier = null;
        _running.AddOrUpdate(searcher, own, (_, running) =>
        {
            earlier = running;
            return own;
        });
        try
        {
            await EndAsync(earlier);
            await Task.Delay(Pause, either.Token);
            return await find(either.Token);
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            _running.TryRemove(new(searcher, own));
        }
    }

    private static async Task EndAsync(CancellationTokenSource? earlier)
    {
        try
        {
            await (earlier?.CancelAsync() ?? Task.CompletedTask);
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }
}
