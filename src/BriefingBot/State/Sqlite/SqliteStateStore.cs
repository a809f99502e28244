using System.Runtime.CompilerServices;
using BriefingBot.Indexing;
using BriefingBot.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace BriefingBot.State;

/// <summary>State in the file <c>state.db</c> of the data directory, beside the articles' file and apart from it: it is written with every question, and lives less long.</summary>
internal sealed class SqliteStateStore(IOptions<StorageOptions> options, TimeProvider clock) : IStateStore, IDisposable
{
    private const int PageSize = 200;

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(10);

    private long _sweptAt = long.MinValue;

    public SqliteFile File { get; } = new(options.Value, "state.db", StateTables.IsUpToDate, StateTables.Make);

    public string Location => File.Path;

    public bool IsShared => false;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<StateEntry?> ReadAsync(StateKey key, CancellationToken cancellation) => RunAsync(
        connection => connection.Query(
            null,
            "SELECT id, json, tag FROM entries WHERE kind = @kind AND id = @id AND (expires IS NULL OR expires > @now)",
            Read,
            ("kind", key.Kind),
            ("id", key.Id),
            ("now", Now)).SingleOrDefault(),
        cancellation);

    public Task<string?> WriteAsync(StateKey key, string json, WriteCondition condition, TimeSpan? lifetime, CancellationToken cancellation) => RunAsync(
        connection =>
        {
            using var transaction = connection.BeginWrite();
            Sweep(connection, transaction);
            if (!condition.Admits(TagOf(connection, transaction, key)))
            {
                return null;
            }

            var tag = Guid.NewGuid().ToString("N");
            connection.Execute(
                transaction,
                "INSERT OR REPLACE INTO entries(kind, id, json, tag, expires) VALUES (@kind, @id, @json, @tag, @expires)",
                ("kind", key.Kind),
                ("id", key.Id),
                ("json", json),
                ("tag", tag),
                ("expires", lifetime is { } duration ? Now + (long)duration.TotalMilliseconds : null));
            transaction.CommitWrite();
            return tag;
        },
        cancellation);

    public Task<bool> RemoveAsync(StateKey key, string? tag, CancellationToken cancellation) => RunAsync(
        connection => connection.Execute(
            null,
            "DELETE FROM entries WHERE kind = @kind AND id = @id AND (expires IS NULL OR expires > @now) AND tag = coalesce(@tag, tag)",
            ("kind", key.Kind),
            ("id", key.Id),
            ("now", Now),
            ("tag", tag)) > 0,
        cancellation);

    public async IAsyncEnumerable<StateEntry> ListAsync(string kind, string idPrefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = ""; ;)
        {
            var page = await RunAsync(connection => Page(connection, kind, idPrefix, after), cancellation);
            foreach (var entry in page)
            {
                // They stand together: behind the first that begins otherwise there is none.
                if (!entry.Id.StartsWith(idPrefix, StringComparison.Ordinal))
                {
                    yield break;
                }

                yield return entry;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Id;
        }
    }

    public void Dispose() => File.Dispose();

    private List<StateEntry> Page(SqliteConnection connection, string kind, string from, string after) => connection.Query(
        null,
        "SELECT id, json, tag FROM entries WHERE kind = @kind AND id >= @from AND id > @after AND (expires IS NULL OR expires > @now) ORDER BY id LIMIT @limit",
        Read,
        ("kind", kind),
        ("from", from),
        ("after", after),
        ("now", Now),
        ("limit", PageSize));

    private string? TagOf(SqliteConnection connection, SqliteTransaction transaction, StateKey key) => connection.Query(
        transaction,
        "SELECT tag FROM entries WHERE kind = @kind AND id = @id AND (expires IS NULL OR expires > @now)",
        row => row.GetString(0),
        ("kind", key.Kind),
        ("id", key.Id),
        ("now", Now)).SingleOrDefault();

    /// <summary>Deletes what has expired, now and then.</summary>
    private void Sweep(SqliteConnection connection, SqliteTransaction transaction)
    {
        var swept = Volatile.Read(ref _sweptAt);
        if (swept == long.MinValue || clock.GetElapsedTime(swept) >= BetweenSweeps)
        {
            connection.Execute(transaction, "DELETE FROM entries WHERE expires <= @now", ("now", Now));
            Volatile.Write(ref _sweptAt, clock.GetTimestamp());
        }
    }

    private static StateEntry Read(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2));

    private Task<T> RunAsync<T>(Func<SqliteConnection, T> run, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var connection = File.Open();
            return Task.FromResult(run(connection));
        }
        catch (ArticleStoreException fault)
        {
            // The engine's faults are told as an article store's.
            return Task.FromException<T>(new StateStoreException(
                fault.InnerException is SqliteException sqlite && System.IO.File.Exists(Location) ? SqliteFault.Reason(Location, sqlite, "begin without what was remembered") : fault.Message, fault));
        }
        catch (StateStoreException fault)
        {
            return Task.FromException<T>(fault);
        }
    }
}
