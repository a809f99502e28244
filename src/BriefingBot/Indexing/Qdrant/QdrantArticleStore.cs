using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BriefingBot.Articles;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>Articles in Qdrant: a record a point, the texts beside it. Every change of an article is an <see cref="ArticleChanges"/>.</summary>
internal sealed class QdrantArticleStore(
    QdrantConnection connection, QdrantCollections collections, QdrantRecords records, QdrantTexts texts, ArticleChanges changes, QdrantIndexing indexing, TimeProvider clock)
    : IArticleStore
{
    // A text may be replaced and removed between the record and its parts; then the record is read again.
    private const int MostTries = 5;

    private const int PageSize = 256;

    public string Location => connection.Location;

    public bool IsShared => true;

    public async Task<Article?> FindAsync(string id, int? version, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var record = await records.FindAsync(id, cancellation);
            if (record?.Current is null || record.Find(version) is not { } wanted)
            {
                return null;
            }

            if (await texts.ReadAsync(id, wanted, cancellation) is { } text)
            {
                return wanted.ToArticle(id, record.IsFirst(wanted), text);
            }

            if (tries == MostTries)
            {
                throw new DamagedArticleException(Location, id, "the stored text");
            }
        }
    }

    public async Task<ImmutableArray<KeptVersion>> VersionsAsync(string id, CancellationToken cancellation) =>
        await records.FindAsync(id, cancellation) is { Current: not null } record ? [.. record.Versions.Select(record.ToKept)] : [];

    public async Task<ImmutableArray<string>> UsedIdsAsync(int limit, CancellationToken cancellation) =>
        [.. await records.ScrollAsync(new(), Payload.Only(ArticleRecord.WithoutOlder), cancellation).Select(record => record.Id).Take(limit).ToListAsync(cancellation)];

    public async IAsyncEnumerable<StoredArticle> ListAsync(ArticleFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var collection = await collections.CurrentAsync(cancellation);
        foreach (var ids in (await records.IdsAsync(Current(filter), cancellation)).Chunk(PageSize))
        {
            var found = await records.FindAsync(ids, cancellation);
            ArticleRecord[] listed = [.. ids.Select(id => found.GetValueOrDefault(id)).OfType<ArticleRecord>().Where(record => record.Current is not null)];
            var counts = collection is null ? [] : await indexing.CountAsync(collection.Text, listed, cancellation);
            foreach (var record in listed)
            {
                var article = record.ToArticle();
                if (filter.Admits(article))
                {
                    yield return new(article, counts.GetValueOrDefault(record.Id), record.LastSeen ?? record.Current!.Saved ?? record.Current.Ingested);
                }
            }
        }
    }

    public async Task SeenAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        foreach (var some in ids.Chunk(PageSize))
        {
            await records.SetSeenAsync([.. (await records.FindAsync(some, cancellation)).Keys], clock.GetUtcNow(), cancellation);
        }
    }

    public Task<ImmutableArray<Article>> OfInputAsync(string inputPath, CancellationToken cancellation) => WhereAsync(ArticleRecord.Input, inputPath, cancellation);

    public Task<ImmutableArray<Article>> OfTextAsync(string textHash, CancellationToken cancellation) => WhereAsync(ArticleRecord.TextHash, textHash, cancellation);

    public Task<ImmutableArray<Article>> OfStoryAsync(string story, CancellationToken cancellation) => WhereAsync(ArticleRecord.Story, story, cancellation);

    public IAsyncEnumerable<StoredSketch> SketchesAsync(CancellationToken cancellation) =>
        records.ScrollAsync(Current(ArticleFilter.All), Payload.Only(ArticleRecord.WithoutOlder), cancellation)
            .Select(record => record.Current?.Sketch is { } kept && TextSketch.Parse(kept) is { } sketch ? new StoredSketch(record.Id, record.Current.Story ?? record.Id, sketch) : null)
            .OfType<StoredSketch>();

    public Task<string> MarkAsync(CancellationToken cancellation) => Task.FromResult(QdrantMark.At(clock.GetUtcNow()).ToString());

    public async Task<NewArticles> NewSinceAsync(string mark, int limit, CancellationToken cancellation)
    {
        if (QdrantMark.Parse(mark) is not { } since)
        {
            return new([], QdrantMark.At(clock.GetUtcNow()).ToString());
        }

        var saved = new Filter
        {
            Must = { QdrantFilters.Is(ArticleRecord.State, ArticleRecord.StateCurrent), QdrantFilters.Since(ArticleRecord.Saved, since.Saved) },
        };
        var listed = await records.ScrollAsync(saved, Payload.Only(ArticleRecord.WithoutOlder), cancellation)
            .Where(record => record.Current?.Saved is not null)
            .OrderBy(record => record.Current!.Saved)
            .ThenBy(record => record.Id, StringComparer.Ordinal)
            .Take(limit)
            .ToArrayAsync(cancellation);
        return new(
            [.. listed.Select(record => record.ToKept(record.Current!))],
            since.After([.. listed.Select(record => (record.Token, record.Current!.Saved!.Value))], isFull: listed.Length == limit, clock.GetUtcNow()).ToString());
    }

    public async Task<long> CountAsync(ArticleFilter filter, CancellationToken cancellation)
    {
        if (!filter.Authors.IsEmpty)
        {
            return await ListAsync(filter, cancellation).CountAsync(cancellation);
        }

        try
        {
            var counted = await connection.Points.CountAsync(
                new() { CollectionName = collections.Articles, Filter = Current(filter), Exact = true }, cancellationToken: cancellation);
            return (long)counted.Result.Count;
        }
        catch (ArticleStoreException fault) when (QdrantFault.IsNotFound(fault))
        {
            return 0;
        }
    }

    public async Task<SavedArticle> SaveAsync(Article article, IReadOnlyList<IndexedPassage> passages, bool takeOver, CancellationToken cancellation)
    {
        var (before, after) = await changes.ChangeAsync(
            article.Id,
            before => before?.Current is { } current && current.InputPath != article.InputPath && !takeOver ? null : Change(before, article, passages),
            cancellation);
        return after is null
            ? new(before!.Last, IsNew: false, before.Current!.InputPath ?? "elsewhere")
            : new(after.Last, IsNew: before?.Current is null);
    }

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellation)
    {
        if (await collections.CurrentAsync(cancellation) is null)
        {
            return false;
        }

        var (_, after) = await changes.ChangeAsync(
            id, before => before?.Current is null ? null : new(before with { Current = null, Older = [], Passages = null }, Texts: []), cancellation);
        return after is not null;
    }

    public Task ReindexAsync(IndexArticles index, Action<int, int> progress, CancellationToken cancellation) => indexing.ReindexAsync(this, index, progress, cancellation);

    public IAsyncEnumerable<MendedArticle> RepairAsync(IndexArticles index, Action<int, int> progress, CancellationToken cancellation) =>
        indexing.RepairAsync(this, index, progress, cancellation);

    public async IAsyncEnumerable<ArticleHistory> HistoriesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var id in await records.IdsAsync(new(), cancellation))
        {
            if (await HistoryAsync(id, cancellation) is { } history)
            {
                yield return history;
            }
        }
    }

    public async Task<bool> RestoreAsync(ArticleHistory history, IReadOnlyList<IndexedPassage> passages, CancellationToken cancellation)
    {
        var (_, after) = await changes.ChangeAsync(
            history.Id,
            before =>
            {
                if (before is { Last: > 0 })
                {
                    return null;
                }

                (KeptVersion Kept, string Text)[] versions = [.. history.Versions.Select(kept => (kept, PointIds.NewWrite()))];
                VersionRecord[] made = [.. versions.Select(version => VersionRecord.Of(version.Kept.Article, version.Kept.Ingested, clock.GetUtcNow(), version.Text))];
                return new(
                    new()
                    {
                        Id = history.Id,
                        Last = history.LastVersion,
                        LastSeen = clock.GetUtcNow(),
                        Current = made.LastOrDefault(),
                        Older = [.. made.SkipLast(1)],
                        Passages = history.Current is null ? null : PointIds.NewWrite(),
                    },
                    [.. versions.Select(version => (version.Text, version.Kept.Article.Text))],
                    history.Current is { } current ? (current, passages) : null);
            },
            cancellation);
        return after is not null;
    }

    private ArticleChange Change(ArticleRecord? before, Article article, IReadOnlyList<IndexedPassage> passages)
    {
        var isSameText = before?.Current?.TextHash == article.TextHash;
        article = article with { Version = isSameText ? before!.Last : (before?.Last ?? 0) + 1 };
        var (now, text) = (clock.GetUtcNow(), isSameText ? before!.Current!.Text : PointIds.NewWrite());
        return new(
            new()
            {
                Id = article.Id,
                Last = article.Version,
                LastSeen = now,
                Passages = PointIds.NewWrite(),
                Current = VersionRecord.Of(article, isSameText ? before!.Current!.Ingested : now, now, text),
                Older = isSameText || before?.Current is not { } replaced ? before?.Older ?? [] : [.. before.Older, replaced],
            },
            isSameText ? [] : [(text, article.Text)],
            (article, passages));
    }

    /// <summary>The current articles whose records have this value in a field, their texts left empty, in the order of their ids.</summary>
    private async Task<ImmutableArray<Article>> WhereAsync(string field, string value, CancellationToken cancellation)
    {
        var where = Current(ArticleFilter.All);
        where.Must.Add(QdrantFilters.Is(field, value));
        var found = await records.ScrollAsync(where, Payload.Only(ArticleRecord.WithoutOlder), cancellation).ToListAsync(cancellation);
        return [.. found.Where(record => record.Current is not null).Select(record => record.ToArticle()).OrderBy(article => article.Id, StringComparer.Ordinal)];
    }

    private async Task<ArticleHistory?> HistoryAsync(string id, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            if (await records.FindAsync(id, cancellation) is not { Last: > 0 } record)
            {
                return null;
            }

            var read = new List<KeptVersion>();
            foreach (var version in record.Versions)
            {
                if (await texts.ReadAsync(id, version, cancellation) is { } text)
                {
                    read.Add(new(version.ToArticle(id, record.IsFirst(version), text), version.Ingested));
                }
            }

            if (read.Count == record.Versions.Count())
            {
                return new(id, record.Last, [.. read]);
            }

            if (tries == MostTries)
            {
                throw new DamagedArticleException(Location, id, "the stored text");
            }
        }
    }

    // Records do not have the author as a field to search by; whoever reads them compares it.
    private static Filter Current(ArticleFilter filter) => new Filter
    {
        Must = { QdrantFilters.Is(ArticleRecord.Kind, ArticleRecord.KindRecord), QdrantFilters.Is(ArticleRecord.State, ArticleRecord.StateCurrent) },
    }.And(filter with { Authors = [] });
}
