using System.Collections.Immutable;
using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.Sqlite;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Indexing;

/// <summary>
/// Exact vector search and BM25 over a copy in memory of the file's passages. Before each question the copy takes in what any process
/// has changed: articles carry a running number of their last change, so that only changed ones are read again.
/// </summary>
internal sealed class EmbeddedPassageIndex(EmbeddedDatabase database, IndexStamps stamps) : IPassageIndex, IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new();
    private PassageMemory _memory = new();
    private (long Build, long Changed) _seen;

    public Task<PassageRanking> RankAsync(PassageQuery query, CancellationToken cancellation) => LookAsync(
        memory => memory.Dimensions == 0 || memory.Dimensions == query.Vector.Length ? memory.Rank(query) : throw IndexStamps.OtherDimensions(memory.Dimensions, query.Vector.Length, database.Path), cancellation);

    public Task<KnownNames> NamesAsync(Asker asker, CancellationToken cancellation) => LookAsync(memory => memory.Names(asker), cancellation);

    public Task<IReadOnlyList<SentenceVectors?>> ReadAsync(IReadOnlyList<PassageKey> keys, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.Open();
        using var transaction = connection.BeginRead();
        var build = database.CheckStamps(connection, transaction, stamps);
        return Task.FromResult<IReadOnlyList<SentenceVectors?>>([.. keys.Select(key => PassageRows.Read(connection, transaction, build, key))]);
    }

    public void Dispose() => _lock.Dispose();

    private Task<T> LookAsync<T>(Func<PassageMemory, T> look, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using (var connection = database.Open())
        {
            Follow(connection);
        }

        _lock.EnterReadLock();
        try
        {
            return Task.FromResult(look(_memory));
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

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
            _memory = new();
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
        using var transaction = connection.BeginRead();
        var newest = Newest(connection, transaction);
        if (newest.Build != _seen.Build || newest.Changed < _seen.Changed)
        {
            _memory = new();
            _seen = default;
        }

        _memory.RemoveArticles(connection.Query(transaction, "SELECT id FROM articles WHERE changed > @seen", row => row.GetString(0), ("seen", _seen.Changed)));

        var facts = new Dictionary<string, PassageMemory.Facts>(StringComparer.Ordinal);
        connection.Query(
            transaction,
            """
            SELECT p.article_id, p.version, p.ordinal, p.vector, p.terms, v.groups, v.source, v.author, v.labels, v.published
            FROM articles a
            JOIN versions v ON v.article_id = a.id AND v.version = a.version
            JOIN passages p ON p.build = @build AND p.article_id = a.id AND p.version = a.version
            WHERE a.changed > @seen AND a.removed = 0
            """,
            row =>
            {
                var id = row.GetString(0);
                if (!facts.TryGetValue(id, out var known))
                {
                    facts[id] = known = ReadFacts(row);
                }

                _memory.Add(new(id, row.GetInt32(1), row.GetInt32(2)), known, row.GetFieldValue<byte[]>(3), row.GetString(4));
                return true;
            },
            ("build", newest.Build),
            ("seen", _seen.Changed));
        _seen = newest;
    }

    private static PassageMemory.Facts ReadFacts(SqliteDataReader row) => new(
        ReadList(row.GetString(5)),
        row.GetStringOrNull(6),
        row.GetStringOrNull(7),
        ReadList(row.GetString(8)),
        PublicationDate.TryParse(row.GetStringOrNull(9), out var published) ? published : null);

    private static ImmutableArray<string> ReadList(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<ImmutableArray<string>>(json);

    private (long Build, long Changed) Newest(SqliteConnection connection, SqliteTransaction? transaction) =>
        (database.CheckStamps(connection, transaction, stamps), connection.QueryLong(transaction, "SELECT max(changed) FROM articles"));
}
