namespace BriefingBot.State;

/// <summary>A kind of entries that belong to people: their ids begin with the person and a slash. Registered by the feature that writes them.</summary>
public sealed record PersonalKind(string Kind);

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
        foreach (var kind in kinds.Select(personal => personal.Kind).Distinct(StringComparer.Ordinal))
        {
            await foreach (var entry in store.ListAsync(kind, PrefixOf(person), cancellation))
            {
                erased += await store.RemoveAsync(new(kind, entry.Id), tag: null, cancellation) ? 1 : 0;
            }
        }

        return erased;
    }
}
