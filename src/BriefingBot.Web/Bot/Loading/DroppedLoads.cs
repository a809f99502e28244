using System.Runtime.CompilerServices;
using BriefingBot.Ingestion;
using BriefingBot.State;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>The loads whose end is still to be told, each under whoever dropped its files and where, for as long as loads are kept. Members throw <see cref="StateStoreException"/>.</summary>
internal sealed class DroppedLoads(IStateStore state, IOptions<JobOptions> options)
{
    public const string Kind = "dropped-loads";

    private TimeSpan Lifetime => TimeSpan.FromDays(options.Value.JobDays);

    public async Task<KeptLoad> AddAsync(Speaker speaker, DroppedLoad load, CancellationToken cancellation)
    {
        var id = $"{speaker.Id}/{load.Job}";
        return new(id, (await state.WriteAsync(new(Kind, id), load.ToJson(), WriteCondition.Any, Lifetime, cancellation))!, load);
    }

    public async IAsyncEnumerable<KeptLoad> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in state.ListAsync(Kind, "", cancellation))
        {
            if (DroppedLoad.FromJson(entry.Json) is { } load)
            {
                yield return new(entry.Id, entry.Tag, load);
            }
        }
    }

    /// <summary>Writes one as it is to be from now on; null, and nothing was written, where another instance changed it, or it was told or erased.</summary>
    public async Task<KeptLoad?> ChangeAsync(KeptLoad kept, DroppedLoad load, CancellationToken cancellation) =>
        await state.WriteAsync(new(Kind, kept.Id), load.ToJson(), WriteCondition.Unchanged(kept.Tag), Lifetime, cancellation) is { } tag ? new(kept.Id, tag, load) : null;

    /// <summary>Takes one out, to tell its end: true for one caller alone, of all instances.</summary>
    public Task<bool> TakeAsync(KeptLoad kept, CancellationToken cancellation) => state.RemoveAsync(new(Kind, kept.Id), kept.Tag, cancellation);

    /// <summary>Puts back what the channel did not take.</summary>
    public Task ReturnAsync(KeptLoad kept, DroppedLoad load, CancellationToken cancellation) =>
        state.WriteAsync(new(Kind, kept.Id), load.ToJson(), WriteCondition.Absent, Lifetime, cancellation);
}

/// <summary>A load as it was when it was read.</summary>
/// <param name="Id">Person, conversation and job, with slashes between.</param>
/// <param name="Tag">Another one after every change.</param>
/// <param name="Load">The load.</param>
internal sealed record KeptLoad(string Id, string Tag, DroppedLoad Load);
