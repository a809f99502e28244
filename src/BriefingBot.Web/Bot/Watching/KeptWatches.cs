using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.State;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>The watches of whoever writes, in the conversation that they write in.</summary>
internal sealed class KeptWatches(WatchRecords records, IArticleStore articles, IOptions<BotOptions> options, TimeProvider time)
{
    /// <summary>Begins one, or changes when it tells, and says so.</summary>
    /// <exception cref="StateStoreException">The store cannot be used.</exception>
    public async Task<string> BeginAsync(Speaker speaker, string topic, TimeOnly? at, IMessageActivity activity, CancellationToken cancellation)
    {
        var (all, zone, now) = (await records.ListAsync(speaker.PersonPrefix, cancellation).ToListAsync(cancellation), WatchPlace.ZoneOf(activity), time.GetUtcNow());
        var here = all.FindAll(kept => IsOf(speaker, kept.Id));
        DateTimeOffset? first = at is { } daily ? WatchZone.Find(zone).Next(daily, now) : null;
        if (here.Find(kept => IsSame(kept.Watch.Topic, topic)) is { } known)
        {
            var changed = known.Watch with { At = at, Zone = zone, Where = ConversationPlace.Of(activity), NotBefore = first };
            return known.Watch.At == at && known.Watch.Zone == zone ? WatchWords.Already(known.Watch)
                : await records.ChangeAsync(known, changed, cancellation) is null ? WatchWords.NotReached
                : WatchWords.Changed(changed) + WatchWords.Warning(changed, WatchPlace.TellsZone(activity));
        }

        if (all.Count >= options.Value.WatchesAPerson)
        {
            return WatchWords.TooMany(options.Value.WatchesAPerson);
        }

        var watch = new Watch
        {
            Number = here.Select(kept => kept.Watch.Number).DefaultIfEmpty().Max() + 1,
            Topic = topic,
            At = at,
            Zone = zone,
            Where = ConversationPlace.Of(activity),
            Made = now,
            Mark = await articles.MarkAsync(cancellation),
            NotBefore = first,
        };
        await records.AddAsync(speaker.Id, watch, cancellation);
        return WatchWords.Begun(watch, options.Value.WatchPostsADay) + WatchWords.Warning(watch, WatchPlace.TellsZone(activity));
    }

    /// <summary>Those of somebody in a conversation, by their numbers.</summary>
    public async Task<ImmutableArray<KeptWatch>> ListAsync(Speaker speaker, CancellationToken cancellation) =>
        [.. (await records.ListAsync($"{speaker.Id}/", cancellation).ToListAsync(cancellation)).OrderBy(kept => kept.Watch.Number)];

    /// <summary>Those that somebody means: by number, topic, or all.</summary>
    public async Task<ImmutableArray<KeptWatch>> FindAsync(Speaker speaker, string meant, CancellationToken cancellation)
    {
        var here = await ListAsync(speaker, cancellation);
        return meant.ToLowerInvariant() is "all" or "everything" or "all of them" or "alle" or "alles" ? here
            : here.Where(kept => IsSame(kept.Watch.Topic, meant)).ToImmutableArray() is { IsEmpty: false } named ? named
            : int.TryParse(meant.TrimStart('#'), out var number) ? [.. here.Where(kept => kept.Watch.Number == number)]
            : [];
    }

    public Task<bool> RemoveAsync(string id, CancellationToken cancellation) => records.RemoveAsync(id, cancellation);

    public static bool IsOf(Speaker speaker, string id) => id.StartsWith($"{speaker.Id}/", StringComparison.Ordinal);

    private static bool IsSame(string one, string other) => Bare(one) == Bare(other);

    private static string Bare(string topic)
    {
        var line = CanonicalText.OneLine(topic).ToLowerInvariant();
        return line.StartsWith("the ", StringComparison.Ordinal) ? line[4..] : line;
    }
}
