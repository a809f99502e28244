namespace BriefingBot.State;

/// <summary>
/// What operation needs and articles do not: conversations, feedback, watches, leases. Small entries of JSON by kind and id, safe for any number of
/// callers and processes. Every member throws <see cref="StateStoreException"/> when the store cannot be used.
/// </summary>
public interface IStateStore
{
    /// <summary>The file or the server, for people; never a secret.</summary>
    string Location { get; }

    /// <summary>Whether bots on other computers can use the same store.</summary>
    bool IsShared { get; }

    /// <summary>The entry; null where there is none, or it has expired.</summary>
    Task<StateEntry?> ReadAsync(StateKey key, CancellationToken cancellation);

    /// <summary>Writes an entry, whole.</summary>
    /// <param name="key">The entry.</param>
    /// <param name="json">What it says.</param>
    /// <param name="condition">What must be so.</param>
    /// <param name="lifetime">How long from now it is there; null: until it is removed.</param>
    /// <param name="cancellation">Ends the wait; whether the entry was written is not known then.</param>
    /// <returns>Its tag; null, and nothing was written, where the condition does not hold.</returns>
    Task<string?> WriteAsync(StateKey key, string json, WriteCondition condition, TimeSpan? lifetime, CancellationToken cancellation);

    /// <summary>Removes an entry. False where there is none, or it has another tag.</summary>
    /// <param name="key">The entry.</param>
    /// <param name="tag">The tag that it must have; null: whatever it has.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<bool> RemoveAsync(StateKey key, string? tag, CancellationToken cancellation);

    /// <summary>Entries whose ids begin so, in the order of their ids' UTF-8 bytes, read page by page: what is written meanwhile may be among them or not.</summary>
    IAsyncEnumerable<StateEntry> ListAsync(string kind, string idPrefix, CancellationToken cancellation);
}
