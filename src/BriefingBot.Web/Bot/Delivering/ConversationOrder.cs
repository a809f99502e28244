namespace BriefingBot.Web.Bot;

/// <summary>
/// One after the other within a conversation, in the order in which they come, so that nothing overtakes a message that the channel asked to send again later. Others'
/// conversations go on meanwhile. Of this instance: what several send to one conversation has no order to keep. Safe for concurrent use.
/// </summary>
internal sealed class ConversationOrder
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _last = new(StringComparer.Ordinal);

    /// <param name="conversation">The conversation.</param>
    /// <param name="send">What to do in its turn. Its faults are the caller's.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<T> InTurnAsync<T>(string conversation, Func<Task<T>> send, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (_gate)
        {
            before = _last.GetValueOrDefault(conversation, Task.CompletedTask);
            _last[conversation] = done.Task;
        }

        try
        {
            await before.WaitAsync(cancellation);
            return await send();
        }
        finally
        {
            // Who gives up waiting does not let the next past the one before.
            _ = EndAsync();
        }

        async Task EndAsync()
        {
            await before;
            lock (_gate)
            {
                if (_last.TryGetValue(conversation, out var last) && last == done.Task)
                {
                    _last.Remove(conversation);
                }
            }

            done.SetResult();
        }
    }
}
