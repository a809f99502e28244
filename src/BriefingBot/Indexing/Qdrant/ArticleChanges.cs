using System.Collections.Immutable;
using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>What a writer wants to become of an article's record, and the points that this takes.</summary>
/// <param name="Next">The record as it shall be.</param>
/// <param name="Texts">Texts to write first, each under a write of its own.</param>
/// <param name="Passages">Passages to write first, under the record's <see cref="ArticleRecord.Passages"/>.</param>
internal sealed record ArticleChange(
    ArticleRecord Next, ImmutableArray<(string Write, string Text)> Texts, (Article Article, IReadOnlyList<IndexedPassage> Passages)? Passages = null);

/// <summary>
/// Changes an article as if in one step, by a store that knows only single points. What is new is announced in the record and written beside
/// the old; then the record is switched to it, if nobody else has touched the record since; then the old is removed. Readers go by
/// the record, so they have the old or the new. A writer that is killed leaves its writes announced, for the next one to clear away.
/// </summary>
internal sealed class ArticleChanges(QdrantConnection connection, QdrantCollections collections, QdrantRecords records, QdrantTexts texts, QdrantPassages passages)
{
    // Each time another writer of the same article was quicker.
    private const int MostTries = 50;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Changes an article. <paramref name="decide"/> is given the record as it is, null where there is none, and says what it shall become, or
    /// null to leave it; it is asked again when another writer was quicker.
    /// </summary>
    /// <returns>The record as it was, and as it became; null where it was left.</returns>
    public async Task<(ArticleRecord? Before, ArticleRecord? After)> ChangeAsync(string id, Func<ArticleRecord?, ArticleChange?> decide, CancellationToken cancellation)
    {
        var collection = await collections.WritableAsync(cancellation);
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var before = await records.FindToReplaceAsync(id, cancellation);
            if (decide(before) is not { } change)
            {
                return (before, null);
            }

            // From here on to the end: half a change is only for those who are killed.
            if (await TryChangeAsync(collection, before, change, CancellationToken.None) is { } after)
            {
                return (before, after);
            }

            await Task.Delay(LongestPause * Random.Shared.NextDouble(), cancellation);
        }

        throw new ArticleStoreException($"{connection.Location}: other writers changed the article '{id}' {MostTries} times while this one tried to. Try again when they are done.");
    }

    /// <summary>
    /// Clears away what is pending of an article. Whoever had announced it begins anew. False when there was nothing.
    /// </summary>
    public async Task<bool> SettleAsync(string id, CancellationToken cancellation)
    {
        while (await records.FindToReplaceAsync(id, cancellation) is { Pending: [_, ..] } before)
        {
            // In two steps: nobody can switch to what is cleared away.
            var held = before with { Token = PointIds.NewWrite() };
            if ((await records.ReplaceAsync(before.Token, held, cancellation))?.Token == held.Token)
            {
                await ClearAsync(before.Pending, cancellation);
                await records.ReplaceAsync(held.Token, held with { Pending = [], Token = PointIds.NewWrite() }, cancellation);
                return true;
            }
        }

        return false;
    }

    /// <summary>Removes the points of writes from every collection, in use or not.</summary>
    public async Task ClearAsync(IReadOnlyCollection<string> writes, CancellationToken cancellation)
    {
        if (writes.Count == 0)
        {
            return;
        }

        await passages.DeleteAsync(collections.Articles, writes, cancellation);
        foreach (var collection in await collections.AllPassagesAsync(cancellation))
        {
            await passages.DeleteAsync(collection.Text, writes, cancellation);
        }
    }

    private async Task<ArticleRecord?> TryChangeAsync(string collection, ArticleRecord? before, ArticleChange change, CancellationToken cancellation)
    {
        string[] begun = [.. change.Texts.Select(text => text.Write), .. change.Passages is null ? Array.Empty<string>() : [change.Next.Passages!]];
        var from = before;
        if (begun.Length > 0)
        {
            // Whoever announced before can no longer switch, so what they wrote is nobody's.
            from = (before ?? new() { Id = change.Next.Id }) with { Pending = [.. before?.Pending ?? [], .. begun], Token = PointIds.NewWrite() };
            if ((await records.ReplaceAsync(before?.Token, from, cancellation))?.Token != from.Token)
            {
                return null;
            }

            await ClearAsync(before?.Pending ?? [], cancellation);
            await WriteAsync(collection, change, cancellation);
        }

        var kept = change.Next.Versions.Select(version => version.Text).ToHashSet(StringComparer.Ordinal);
        string[] replaced = [.. before?.Versions.Select(version => version.Text).Where(text => !kept.Contains(text)) ?? []];
        if (before?.Passages is { } old && old != change.Next.Passages)
        {
            replaced = [.. replaced, old];
        }

        var after = change.Next with { Pending = [.. replaced, .. begun.Length > 0 ? [] : before?.Pending ?? []], Token = PointIds.NewWrite() };
        var standing = await records.ReplaceAsync(from?.Token, after, cancellation);
        if (standing?.Token != after.Token)
        {
            // Another writer has announced itself already, or was quicker. Where this change stands all the same, they clear away after it.
            string[] used = [.. standing?.Versions.Select(version => version.Text) ?? [], standing?.Passages ?? ""];
            await ClearAsync([.. begun.Except(used)], cancellation);
            return begun.Intersect(used).Any() ? after : null;
        }

        await FollowAsync(collection, change, cancellation);
        await ClearAsync(after.Pending, cancellation);

        // Whoever has changed the record meanwhile clears the same away once more.
        await records.ReplaceAsync(after.Token, after with { Pending = [], Token = PointIds.NewWrite() }, cancellation);
        return after;
    }

    private async Task WriteAsync(string collection, ArticleChange change, CancellationToken cancellation)
    {
        foreach (var (write, text) in change.Texts)
        {
            await texts.WriteAsync(change.Next.Id, write, text, cancellation);
        }

        if (change.Passages is { } made)
        {
            await passages.WriteAsync(collection, made.Article, change.Next.Passages!, made.Passages, cancellation);
        }
    }

    /// <summary>Writes the passages once more where the index was switched to another collection meanwhile, if it is one of this program's.</summary>
    private async Task FollowAsync(string written, ArticleChange change, CancellationToken cancellation)
    {
        if (change.Passages is { } made
            && await collections.CurrentAsync(cancellation) is { } current && current.Text != written
            && CollectionName.TryParse(connection.Options.Collections, written, out var old) && old.Stamps == current.Stamps)
        {
            await passages.WriteAsync(current.Text, made.Article, change.Next.Passages!, made.Passages, cancellation);
        }
    }
}
