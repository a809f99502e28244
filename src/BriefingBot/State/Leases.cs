using System.Text.Json;

namespace BriefingBot.State;

/// <summary>Work that only one of several instances may do: whoever takes its lease does it, until the lease is released or lapses.</summary>
public sealed class Leases(IStateStore store)
{
    private const string Kind = "leases";

    /// <summary>The lease, or null where somebody has it.</summary>
    /// <param name="name">The work.</param>
    /// <param name="holder">Who takes it, for people who look into the store.</param>
    /// <param name="duration">When it lapses, unless it is renewed. Longer than a pause of the process may be, for nobody is told that it has lapsed.</param>
    /// <param name="cancellation">Ends the wait; a lease that was taken all the same lapses.</param>
    public async Task<Lease?> TakeAsync(string name, string holder, TimeSpan duration, CancellationToken cancellation)
    {
        var (key, json) = (new StateKey(Kind, name), JsonSerializer.Serialize(new { holder }));
        return await store.WriteAsync(key, json, WriteCondition.Absent, duration, cancellation) is { } tag ? new(store, key, json, tag) : null;
    }

    /// <summary>Whether somebody has it now.</summary>
    public async Task<bool> IsTakenAsync(string name, CancellationToken cancellation) => await store.ReadAsync(new(Kind, name), cancellation) is not null;
}

/// <summary>A lease that was taken. Not for several threads at once.</summary>
public sealed class Lease
{
    private readonly IStateStore _store;
    private readonly StateKey _key;
    private readonly string _json;
    private string _tag;

    internal Lease(IStateStore store, StateKey key, string json, string tag) => (_store, _key, _json, _tag) = (store, key, json, tag);

    /// <summary>Has it from now on for so long. False where it had lapsed: the work may be another's by now.</summary>
    public async Task<bool> RenewAsync(TimeSpan duration, CancellationToken cancellation)
    {
        if (await _store.WriteAsync(_key, _json, WriteCondition.Unchanged(_tag), duration, cancellation) is not { } tag)
        {
            return false;
        }

        _tag = tag;
        return true;
    }

    /// <summary>Gives it up. False where it had lapsed; what another took since stays theirs.</summary>
    public Task<bool> ReleaseAsync(CancellationToken cancellation) => _store.RemoveAsync(_key, _tag, cancellation);
}
