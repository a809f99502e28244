using System.Collections.Immutable;
using System.Text.Json;
using BriefingBot.Embedding;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Indexing;

/// <summary>
/// Exact vector search and BM25 over a copy in memory of the file's passages. Before each question the copy takes in what any process
/// has changed: articles carry a running number of their last change, so that only changed ones are read again.
/// </summary>
internal sealed class EmbeddedPassageIndex(EmbeddedDatabase database, EmbeddingModel model, IndexStamps stamps) : IPassageIndex, IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new();
    private PassageMemory _memory = new(model.Dimensions);
    private (long Build, long Changed) _seen;

    public Task<PassageRanking> RankAsync(PassageQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using (var connection = database.Open())
        {
            Follow(connection);
        }

        _lock.EnterReadLock();
        try
        {
            return Task.FromResult(_memory.Rank(query));
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public Task<IReadOnlyList<SentenceVectors?>> ReadAsync(IReadOnlyList<PassageKey> keys, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        var build = database.CheckStamps(connection, transaction, stamps);
        return Task.FromResult<IReadOnlyList<SentenceVectors?>>([.. keys.Select(key => PassageRows.Read(connection, transaction, build, key))]);
    }

    public void Dispose() => _lock.Dispose();

    private void Follow(SqliteConnection connection)
    {
        var now = Newest(connection, null);
        _lock.EnterReadLock();
        try
        {
            if (now == _seen)
            {
                return;
            }
        }
        finally
        {
            _lock.ExitReadLock();
        }

        _lock.EnterWriteLock();
        try
        {
            TakeIn(connection);
        }
        catch
        {
            // Half taken in: the next question starts anew.
            _memory = new(model.Dimensions);
            _seen = default;
            throw;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    private void TakeIn(SqliteConnection connection)
    {
        // One snapshot of the file for all that is read here.
        using var transaction = connection.BeginTransaction(deferred: true);
        var newest = Newest(connection, transaction);
        if (newest.Build != _seen.Build || newest.Changed < _seen.Changed)
        {
            _memory = new(model.Dimensions);
            _seen = default;
        }

        _memory.RemoveArticles(connection.Query(transaction, "SELECT id FROM articles WHERE changed > @seen", row => row.GetString(0), ("seen", _seen.Changed)));

        connection.Query(
            transaction,
            """
            SELECT p.article_id, p.version, p.ordinal, v.groups, p.vector, p.terms
            FROM articles a
            JOIN versions v ON v.article_id = a.id AND v.version = a.version
            JOIN passages p ON p.build = @build AND p.article_id = a.id AND p.version = a.version
            WHERE a.changed > @seen AND a.removed = 0
            """,
            row =>
            {
                _memory.Add(
                    new(row.GetString(0), row.GetInt32(1), row.GetInt32(2)),
                    row.GetString(3) is var groups && groups == "[]" ? [] : JsonSerializer.Deserialize<ImmutableArray<string>>(groups),
                    row.GetFieldValue<byte[]>(4),
                    row.GetString(5));
                return true;
            },
            ("build", newest.Build),
            ("seen", _seen.Changed));
        _seen = newest;
    }

    private (long Build, long Changed) Newest(SqliteConnection connection, SqliteTransaction? transaction) =>
        (database.CheckStamps(connection, transaction, stamps), connection.QueryLong(transaction, "SELECT max(changed) FROM articles"));
}
