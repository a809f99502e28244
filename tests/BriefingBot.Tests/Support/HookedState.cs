using BriefingBot.State;

namespace BriefingBot.Tests.Support;

/// <summary>A state store as several computers use it, which fails for the entries that a test names.</summary>
internal sealed class HookedState(IStateStore store, Predicate<StateKey>? fails = null) : IStateStore
{
    public string Location => store.Location;

    public bool IsShared => true;

    public Task<StateEntry?> ReadAsync(StateKey key, CancellationToken cancellation) => Checked(key).ReadAsync(key, cancellation);

    public Task<string?> WriteAsync(StateKey key, string json, WriteCondition condition, TimeSpan? lifetime, CancellationToken cancellation) => Checked(key).WriteAsync(key, json, condition, lifetime, cancellation);

    public Task<bool> RemoveAsync(StateKey key, string? tag, CancellationToken cancellation) => Checked(key).RemoveAsync(key, tag, cancellation);

    public IAsyncEnumerable<StateEntry> ListAsync(string kind, string idPrefix, CancellationToken cancellation) => store.ListAsync(kind, idPrefix, cancellation);

    private IStateStore Checked(StateKey key) => fails?.Invoke(key) == true ? throw new InvalidOperationException($"The test has {key.Kind} fail.") : store;
}
