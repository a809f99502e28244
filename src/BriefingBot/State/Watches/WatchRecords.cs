using System.Runtime.CompilerServices;

namespace BriefingBot.State;

/// <summary>
/// The watches, each under whoever made it and the conversation that it was made in. They stay until they are removed. Every member throws <see cref="StateStoreException"/> when
/// the store cannot be used.
/// </summary>
public sealed class WatchRecords(IStateStore state)
{
    /// <summary>Of its entries.</summary>
    public static PersonalKind Kind { get; } = new("watches");

    /// <summary>Keeps a new one.</summary>
    /// <param name="owner">The person, a slash and the conversation.</param>
    /// <param name="watch">The watch.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<KeptWatch> AddAsync(string owner, Watch watch, CancellationToken cancellation)
    {
        var id = $"{owner}/{Guid.CreateVersion7(watch.Made):n}";
        var tag = await state.WriteAsync(new(Kind.Kind, id), watch.ToJson(), WriteCondition.Absent, lifetime: null, cancellation);
        return new(id, tag!, watch);
    }

    /// <summary>The watch; null where there is none any more.</summary>
    public async Task<KeptWatch?> FindAsync(string id, CancellationToken cancellation) =>
        await state.ReadAsync(new(Kind.Kind, id), cancellation) is { } entry ? Kept(entry) : null;

    /// <summary>Those whose ids begin so: of a person with a slash behind, of a person in a conversation likewise, or of all. The older first.</summary>
    public async IAsyncEnumerable<KeptWatch> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in state.ListAsync(Kind.Kind, prefix, cancellation))
        {
            if (Kept(entry) is { } kept)
            {
                yield return kept;
            }
        }
    }

    /// <summary>Writes a watch as it is to be from now on.</summary>
    /// <returns>Null, and nothing was written, where it has been changed or removed since it was read.</returns>
    public async Task<KeptWatch?> ChangeAsync(KeptWatch kept, Watch watch, CancellationToken cancellation) =>
        await state.WriteAsync(new(Kind.Kind, kept.Id), watch.ToJson(), WriteCondition.Unchanged(kept.Tag), lifetime: null, cancellation) is { } tag ? new(kept.Id, tag, watch) : null;

    /// <summary>Removes one. False where it was gone.</summary>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellation) => state.RemoveAsync(new(Kind.Kind, id), tag: null, cancellation);

    private static KeptWatch? Kept(StateEntry entry) => Watch.FromJson(entry.Json) is { } watch ? new(entry.Id, entry.Tag, watch) : null;
}

/// <summary>A watch as it was when it was read.</summary>
/// <param name="Id">Its id: person, conversation and a part of its own, with slashes between.</param>
/// <param name="Tag">Another one after every change.</param>
/// <param name="Watch">The watch.</param>
public sealed record KeptWatch(string Id, string Tag, Watch Watch);
