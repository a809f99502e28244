using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BriefingBot.Articles;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>What concerns the passages of all articles at once: how many there are, making them anew, and mending them.</summary>
internal sealed class QdrantIndexing(
    QdrantConnection connection, QdrantCollections collections, QdrantRecords records, QdrantPassages passages, ArticleChanges changes, IndexStamps stamps)
{
    private const int ArticlesAtOnce = 16;
    private const int PageSize = 1_024;

    private static readonly WithPayloadSelector OfPassage = Payload.Only(ArticleRecord.ArticleId, ArticleRecord.Write, PassagePoints.Count);

    /// <summary>How many passages each of these articles is found by, those left out that have none.</summary>
    public async Task<ImmutableDictionary<string, int>> CountAsync(string collection, IReadOnlyList<ArticleRecord> articles, CancellationToken cancellation)
    {
        var request = new GetPoints { CollectionName = collection, WithPayload = OfPassage };
        request.Ids.AddRange(articles.Select(record => PointIds.OfPassage(record.Passages!, 0)));
        var found = await connection.Points.GetAsync(request, cancellationToken: cancellation);
        return found.Result.ToImmutableDictionary(point => point.Payload.Text(ArticleRecord.ArticleId), point => point.Payload.Whole(PassagePoints.Count), StringComparer.Ordinal);
    }

    /// <summary>
    /// Fills a collection beside the one in use and leads the alias to it once it holds every article. What an interrupted run with the same
    /// stamps left there is kept.
    /// </summary>
    public async Task ReindexAsync(IArticleStore articles, IndexArticles index, Action<int, int> progress, CancellationToken cancellation)
    {
        var current = await collections.CurrentAsync(cancellation);
        if (current is null)
        {
            await collections.WritableAsync(cancellation);
            return;
        }

        var next = await NextAsync(current, cancellation);
        await collections.MakePassagesAsync(next, cancellation);
        await FillAsync(next, articles, index, progress, cancellation);

        // Questions go to the old collection up to here, and to the new one from here on.
        await collections.PointAliasAsync(next, current, cancellation);

        // What was saved while the alias was switched.
        await FillAsync(next, articles, index, progress, cancellation);
        foreach (var old in (await collections.AllPassagesAsync(cancellation)).Where(collection => collection.Build < next.Build))
        {
            await collections.DeleteAsync(old, cancellation);
        }
    }

    /// <summary>Clears away what belongs to no article, and makes passages that are missing.</summary>
    public async IAsyncEnumerable<MendedArticle> RepairAsync(
        IArticleStore articles, IndexArticles index, Action<int, int> progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await collections.ReadableAsync(cancellation) is not { } collection)
        {
            yield break;
        }

        var begun = new Filter { MustNot = { new Condition { IsEmpty = new() { Key = ArticleRecord.PendingWrites } } } };
        foreach (var id in await records.IdsAsync(begun, cancellation))
        {
            if (await changes.SettleAsync(id, cancellation))
            {
                yield return new(id, "what a writer that was ended had begun was cleared away");
            }
        }

        await foreach (var (id, writes) in OrphansAsync(collection, cancellation))
        {
            await changes.ClearAsync(writes, cancellation);
            yield return new(id, "passages or texts that no record names were cleared away");
        }

        var missing = await MissingAsync(collection, cancellation);
        var done = 0;
        foreach (var ids in missing.Chunk(ArticlesAtOnce))
        {
            await MakeAsync(collection, ids, articles, index, cancellation);
            progress(done += ids.Length, missing.Count);
            foreach (var id in ids)
            {
                yield return new(id, "its passages were missing and were made anew");
            }
        }
    }

    /// <summary>The collection to fill: the one that an earlier run began, or the first one after all that there are.</summary>
    private async Task<CollectionName> NextAsync(CollectionName current, CancellationToken cancellation)
    {
        var all = await collections.AllPassagesAsync(cancellation);
        return all.Where(collection => collection.Build > current.Build && collection.Stamps == CollectionName.AsSpelt(stamps)).MaxBy(collection => collection.Build)
            ?? CollectionName.Of(connection.Options.Collections, stamps, all.Append(current).Max(collection => collection.Build) + 1);
    }

    private async Task FillAsync(CollectionName next, IArticleStore articles, IndexArticles index, Action<int, int> progress, CancellationToken cancellation)
    {
        var done = 0;
        while (await MissingAsync(next.Text, cancellation) is { Count: > 0 } missing)
        {
            var total = done + missing.Count;
            foreach (var ids in missing.Chunk(ArticlesAtOnce))
            {
                await MakeAsync(next.Text, ids, articles, index, cancellation);
                progress(done += ids.Length, total);
            }
        }

        // Of articles that were replaced or removed after they had been read.
        await foreach (var (_, writes) in OrphansAsync(next.Text, cancellation))
        {
            await passages.DeleteAsync(next.Text, writes, cancellation);
        }
    }

    /// <summary>Makes the current passages of these articles. One that is replaced meanwhile is missing again at the next look.</summary>
    private async Task MakeAsync(string collection, string[] ids, IArticleStore articles, IndexArticles index, CancellationToken cancellation)
    {
        var read = new List<(Article Article, string Write)>();
        foreach (var id in ids)
        {
            if (await records.FindAsync(id, cancellation) is { Passages: { } write } record
                && await articles.FindAsync(id, version: null, cancellation) is { } article && article.Version == record.Last)
            {
                read.Add((article, write));
            }
        }

        var made = await index([.. read.Select(entry => entry.Article)], cancellation);
        foreach (var ((article, write), its) in read.Zip(made))
        {
            await passages.WriteAsync(collection, article, write, its, cancellation);
        }
    }

    /// <summary>Articles whose current passages the collection does not hold. Passages are written with the first last.</summary>
    private async Task<IReadOnlyList<string>> MissingAsync(string collection, CancellationToken cancellation)
    {
        var first = new Filter { Must = { new Condition { Field = new() { Key = PassagePoints.Ordinal, Match = new() { Integer = 0 } } } } };
        var whole = await connection.ScrollAsync(collection, first, Payload.Only(ArticleRecord.Write), PageSize, cancellation)
            .Select(payload => payload.Text(ArticleRecord.Write)).ToHashSetAsync(StringComparer.Ordinal, cancellation);
        var current = new Filter { Must = { QdrantFilters.Is(ArticleRecord.State, ArticleRecord.StateCurrent) } };
        return await records.ScrollAsync(current, Payload.Only(ArticleRecord.WithoutOlder), cancellation)
            .Where(record => !whole.Contains(record.Passages!)).Select(record => record.Id).ToListAsync(cancellation);
    }

    /// <summary>Writes that no record knows, by the article that they name. What a record has pending is a writer's who may be at it still.</summary>
    private async IAsyncEnumerable<(string ArticleId, IReadOnlyCollection<string> Writes)> OrphansAsync(string collection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var texts = new Filter { Must = { QdrantFilters.Is(ArticleRecord.Kind, ArticleRecord.KindText) } };
        var written = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var points in new[] { connection.ScrollAsync(collection, new(), OfPassage, PageSize, cancellation), connection.ScrollAsync(collections.Articles, texts, OfPassage, PageSize, cancellation) })
        {
            await foreach (var payload in points)
            {
                var id = payload.Text(ArticleRecord.ArticleId);
                (written.TryGetValue(id, out var writes) ? writes : written[id] = new(StringComparer.Ordinal)).Add(payload.Text(ArticleRecord.Write));
            }
        }

        foreach (var (id, writes) in written)
        {
            // Read after the points, so that whatever is current by now is known.
            if (await records.FindAsync(id, cancellation) is { } record)
            {
                writes.ExceptWith([.. record.Versions.Select(version => version.Text), record.Passages ?? "", .. record.Pending]);
            }

            if (writes.Count > 0)
            {
                yield return (id, writes);
            }
        }
    }
}
