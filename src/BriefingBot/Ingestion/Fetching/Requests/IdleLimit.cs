namespace BriefingBot.Ingestion;

/// <summary>Ends what a server sends nothing to for too long, and words what else goes wrong meanwhile.</summary>
internal sealed class IdleLimit(TimeSpan limit, TimeProvider clock)
{
    /// <exception cref="UnreadableInputException">Nothing came in time, or the connection failed.</exception>
    public async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken cancellation)
    {
        using var idle = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellation);
        try
        {
            return await step(either.Token);
        }
        catch (Exception fault) when (fault is UnreadableInputException || RequestFaults.IsOne(fault))
        {
            // Where it was ended from outside, whatever came of that is no news.
            cancellation.ThrowIfCancellationRequested();
            throw idle.IsCancellationRequested
                ? new UnreadableInputException($"the server sent nothing for {limit.TotalSeconds:0} s. Try again later, or allow more with Ingestion:Web:IdleSeconds", fault)
                : RequestFaults.Explain(fault);
        }
    }
}
