using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.Sqlite;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Indexing;

/// <summary>Articles in the SQLite file. Every change of an article is one transaction.</summary>
internal sealed class EmbeddedArticleStore(EmbeddedDatabase database, IndexStamps stamps, TimeProvider clock) : IArticleStore
{
    private const string LastChange = "SELECT coalesce(max(changed), 0) FROM articles";

    public string Location => database.Path;

    public bool IsShared => false;

    public Task<Article?> FindAsync(string id, int? version, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        var found = connection.Query(
            null,
            $"SELECT {VersionRows.Columns}, v.text, v.text_hash FROM {VersionRows.Joined} WHERE a.id = @id AND a.removed = 0 AND v.version = coalesce(@version, a.version)",
            row => VersionRows.ReadWithText(row, Location),
            ("id", id),
            ("version", version));
        return Task.FromResult(found.SingleOrDefault());
    }

    public Task<ImmutableArray<KeptVersion>> VersionsAsync(string id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        var kept = connection.Query(
            null, $"SELECT {VersionRows.Columns}, {VersionRows.Ingested} FROM {VersionRows.Joined} WHERE a.id = @id AND a.removed = 0 ORDER BY v.version", VersionRows.ReadKept, ("id", id));
        return Task.FromResult<ImmutableArray<KeptVersion>>([.. kept]);
    }

    public Task<ImmutableArray<string>> UsedIdsAsync(int limit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        var used = connection.Query(null, "SELECT id FROM articles LIMIT @limit", row => row.GetString(0), ("limit", limit));
        return Task.FromResult<ImmutableArray<string>>([.. used]);
    }

    public IAsyncEnumerable<StoredArticle> ListAsync(ArticleFilter filter, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        using var transaction = connection.BeginRead();
        var (_, build) = database.ReadStamps(connection, transaction);
        var among = filter.Ids.IsEmpty ? "" : "AND a.id IN (SELECT value FROM json_each(@ids))";
        var listed = connection.Query(
            transaction,
            $"""
            SELECT {VersionRows.Columns}, (SELECT count(*) FROM passages p WHERE p.article_id = a.id AND p.build = @build), a.seen
            FROM {VersionRows.Joined} AND v.version = a.version WHERE a.removed = 0 {among} ORDER BY a.id
            """,
            row => new StoredArticle(VersionRows.Read(row), row.GetInt32(VersionRows.Behind), VersionRows.ParseInstant(row.GetString(VersionRows.Behind + 1))),
            ("build", build),
            ("ids", JsonSerializer.Serialize(filter.Ids)));
        return listed.Where(stored => filter.Admits(stored.Article)).ToAsyncEnumerable();
    }

    public Task SeenAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        using var transaction = connection.BeginWrite();
        foreach (var id in ids)
        {
            connection.Execute(transaction, "UPDATE articles SET seen = @seen WHERE id = @id", ("id", id), ("seen", clock.GetUtcNow().ToString("O")));
        }

        transaction.CommitWrite();
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<Article>> OfInputAsync(string inputPath, CancellationToken cancellation) => WhereAsync("v.input_path = @value", inputPath, cancellation);

    public Task<ImmutableArray<Article>> OfTextAsync(string textHash, CancellationToken cancellation) => WhereAsync("v.text_hash = @value", textHash, cancellation);

    public Task<ImmutableArray<Article>> OfStoryAsync(string story, CancellationToken cancellation) => WhereAsync("(v.story = @value OR (v.story IS NULL AND a.id = @value))", story, cancellation);

    public IAsyncEnumerable<StoredSketch> SketchesAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        var stored = connection.Query(
            null,
            "SELECT a.id, coalesce(v.story, a.id), v.sketch FROM articles a JOIN versions v ON v.article_id = a.id AND v.version = a.version WHERE a.removed = 0 ORDER BY a.changed",
            row => TextSketch.Parse(row.GetString(2)) is { } sketch ? new StoredSketch(row.GetString(0), row.GetString(1), sketch) : null);
        return stored.OfType<StoredSketch>().ToAsyncEnumerable();
    }

    public Task<string> MarkAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        return Task.FromResult(MarkAt(connection.QueryLong(null, LastChange)));
    }

    public Task<NewArticles> NewSinceAsync(string mark, int limit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        using var transaction = connection.BeginRead();
        var last = connection.QueryLong(transaction, LastChange);
        if (!long.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var since) || since > last)
        {
            // Another file stands in its place: nothing of it can be told to be new.
            return Task.FromResult(new NewArticles([], MarkAt(last)));
        }

        var changed = connection.Query(
            transaction,
            $"""
            SELECT {VersionRows.Columns}, {VersionRows.Ingested}, a.changed FROM {VersionRows.Joined} AND v.version = a.version
            WHERE a.removed = 0 AND a.changed > @since ORDER BY a.changed LIMIT @limit
            """,
            row => (Kept: VersionRows.ReadKept(row), Change: row.GetInt64(VersionRows.Behind + 1)),
            ("since", since),
            ("limit", limit)).ToArray();
        return Task.FromResult(new NewArticles([.. changed.Select(article => article.Kept)], MarkAt(changed.Length == limit ? changed[^1].Change : last)));
    }

    public async Task<long> CountAsync(ArticleFilter filter, CancellationToken cancellation)
    {
        if (filter != ArticleFilter.All)
        {
            return await ListAsync(filter, cancellation).CountAsync(cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        return connection.QueryLong(null, "SELECT count(*) FROM articles WHERE removed = 0");
    }

    public Task<SavedArticle> SaveAsync(Article article, IReadOnlyList<IndexedPassage> passages, bool takeOver, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        using var transaction = connection.BeginWrite();
        var build = BeginIndexing(connection, transaction, passages);

        // No text: the article was removed, and only its last number is left.
        var (newest, text, inputPath, ingested) = connection.Query(
            transaction,
            "SELECT a.version, v.text, v.input_path, v.ingested FROM articles a LEFT JOIN versions v ON v.article_id = a.id AND v.version = a.version WHERE a.id = @id",
            row => (row.GetInt32(0), row.GetStringOrNull(1), row.GetStringOrNull(2), row.GetStringOrNull(3)),
            ("id", article.Id)).SingleOrDefault();
        if (text is not null && inputPath != article.InputPath && !takeOver)
        {
            return Task.FromResult(new SavedArticle(newest, IsNew: false, inputPath ?? "elsewhere"));
        }

        article = article with { Version = text == article.Text ? newest : newest + 1 };
        WriteRecord(connection, transaction, article.Id, article.Version, clock.GetUtcNow(), removed: false);
        VersionRows.Insert(connection, transaction, article, text == article.Text ? VersionRows.ParseInstant(ingested!) : clock.GetUtcNow());
        connection.Execute(transaction, "DELETE FROM passages WHERE build = @build AND article_id = @id", ("build", build), ("id", article.Id));
        PassageRows.Insert(connection, transaction, build, article, passages);
        transaction.CommitWrite();
        return Task.FromResult(new SavedArticle(article.Version, IsNew: text is null));
    }

    public Task<bool> RemoveAsync(string id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        using var transaction = connection.BeginWrite();
        var removed = connection.Execute(
            transaction,
            "UPDATE articles SET removed = 1, changed = (SELECT max(changed) + 1 FROM articles) WHERE id = @id AND removed = 0",
            ("id", id)) > 0;
        if (removed)
        {
            connection.Execute(transaction, "DELETE FROM passages WHERE article_id = @id", ("id", id));
            connection.Execute(transaction, "DELETE FROM versions WHERE article_id = @id", ("id", id));
        }

        transaction.CommitWrite();
        transaction.Dispose();

        // What was removed is not left in the log either; while somebody reads for long, the next removal or the end empties it.
        SqliteFile.TryEmptyLog(connection, TimeSpan.FromSeconds(2));
        return Task.FromResult(removed);
    }

    public Task ReindexAsync(IndexArticles index, Action<int, int> progress, CancellationToken cancellation) =>
        new EmbeddedReindex(database, this, stamps, index, progress).RunAsync(cancellation);

    // Every change of an article is one transaction.
    public IAsyncEnumerable<MendedArticle> RepairAsync(IndexArticles index, Action<int, int> progress, CancellationToken cancellation) =>
        AsyncEnumerable.Empty<MendedArticle>();

    public async IAsyncEnumerable<ArticleHistory> HistoriesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        using var connection = database.Open();
        foreach (var id in connection.Query(null, "SELECT id FROM articles ORDER BY id", row => row.GetString(0)))
        {
            cancellation.ThrowIfCancellationRequested();
            using var transaction = connection.BeginRead();
            var last = (int)connection.QueryLong(transaction, "SELECT version FROM articles WHERE id = @id", ("id", id));
            yield return new(id, last, VersionRows.ReadAll(connection, transaction, id));
        }
    }

    public Task<bool> RestoreAsync(ArticleHistory history, IReadOnlyList<IndexedPassage> passages, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        using var transaction = connection.BeginWrite();
        var build = BeginIndexing(connection, transaction, passages);
        if (connection.QueryLong(transaction, "SELECT count(*) FROM articles WHERE id = @id", ("id", history.Id)) > 0)
        {
            return Task.FromResult(false);
        }

        WriteRecord(connection, transaction, history.Id, history.LastVersion, clock.GetUtcNow(), removed: history.Current is null);
        foreach (var (article, ingested) in history.Versions)
        {
            VersionRows.Insert(connection, transaction, article, ingested);
        }

        if (history.Current is { } current)
        {
            PassageRows.Insert(connection, transaction, build, current, passages);
        }

        transaction.CommitWrite();
        return Task.FromResult(true);
    }

    /// <summary>The current versions for which this holds, their texts left empty, in the order of their ids.</summary>
    private Task<ImmutableArray<Article>> WhereAsync(string condition, string value, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        var found = connection.Query(
            null,
            $"SELECT {VersionRows.Columns} FROM {VersionRows.Joined} AND v.version = a.version WHERE a.removed = 0 AND {condition} ORDER BY a.id",
            VersionRows.Read,
            ("value", value));
        return Task.FromResult<ImmutableArray<Article>>([.. found]);
    }

    private static string MarkAt(long change) => change.ToString(CultureInfo.InvariantCulture);

    /// <summary>Throws <see cref="ArticleStoreException"/> unless the index is one of this program's and these passages' vectors; returns the build to write to.</summary>
    private long BeginIndexing(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<IndexedPassage> passages)
    {
        var build = database.CheckStamps(connection, transaction, stamps);
        var stored = EmbeddedDatabase.ReadDimensions(connection, transaction);
        var made = passages is [var first, ..] ? first.Vector.Length : stored;
        if (stored > 0 && made != stored)
        {
            throw IndexStamps.OtherDimensions(stored, made, Location);
        }

        EmbeddedDatabase.WriteStamps(connection, transaction, stamps, build, made);
        return build;
    }

    private static void WriteRecord(SqliteConnection connection, SqliteTransaction transaction, string id, int version, DateTimeOffset seen, bool removed) => connection.Execute(
        transaction,
        """
        INSERT INTO articles(id, version, removed, seen, changed) VALUES (@id, @version, @removed, @seen, (SELECT coalesce(max(changed), 0) + 1 FROM articles))
        ON CONFLICT(id) DO UPDATE SET version = excluded.version, removed = excluded.removed, seen = excluded.seen, changed = excluded.changed
        """,
        ("id", id),
        ("version", version),
        ("seen", seen.ToString("O")),
        ("removed", removed ? 1 : 0));
}
