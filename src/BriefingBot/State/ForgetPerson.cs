namespace BriefingBot.State;

/// <summary>A kind of entries that belong to people: their ids begin with the person and a slash. Registered by the feature that writes them.</summary>
public sealed record PersonalKind(string Kind)
{
    /// <summary>Whether an entry is of several people: its id names each of them between slashes, and any of them can have it erased.</summary>
    public bool OfSeveral { get; init; }
}

/// <summary>Erases everything that is stored of a person, of every kind that says it is personal.</summary>
public sealed class ForgetPerson(IStateStore store, IEnumerable<PersonalKind> kinds)
{
    /// <summary>What the ids of a person's entries begin with.</summary>
    public static string PrefixOf(string person) => $"{person}/";

    /// <summary>Erases them, and says how many there were.</summary>
    /// <param name="person">The person, as features name people in ids.</param>
    /// <param name="cancellation">Ends it; some may be erased then.</param>
    /// <exception cref="StateStoreException">The store cannot be used; some may be erased.</exception>
    public async Task<int> EraseAsync(string person, CancellationToken cancellation)
    {
        var erased = 0;
        foreach (var personal in kinds.DistinctBy(personal => personal.Kind, StringComparer.Ordinal))
        {
            await foreach (var entry in store.ListAsync(personal.Kind, personal.OfSeveral ? "" : PrefixOf(person), cancellation))
            {
                if (!personal.OfSeveral || entry.Id.Split('/').Contains(person, StringComparer.Ordinal))
                {
                    erased += await store.RemoveAsync(new(personal.Kind, entry.Id), tag: null, cancellation) ? 1 : 0;
                }
            }
        }

        return erased;
    }
}
