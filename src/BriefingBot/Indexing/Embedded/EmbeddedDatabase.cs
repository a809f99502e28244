using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace BriefingBot.Indexing;

/// <summary>The one SQLite file of the embedded store: its place and its stamps. Opened by any number of processes at once.</summary>
internal sealed class EmbeddedDatabase : IDisposable
{
    private static readonly TimeSpan LogPause = TimeSpan.FromMilliseconds(20);

    private readonly Lock _preparing = new();
    private volatile bool _prepared;

    public EmbeddedDatabase(IOptions<StorageOptions> options) =>
        Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(options.Value.DataDirectory, "briefing.db"));

    public string Path { get; }

    /// <summary>
    /// An open connection from the pool, to the file that stands at the path now. Throws <see cref="ArticleStoreException"/> when the file
    /// cannot be used, and <see cref="OptionsValidationException"/> when there can be no such folder.
    /// </summary>
    public SqliteConnection Open()
    {
        PrepareOnce();
        var connection = Connect(SqliteOpenMode.ReadWrite);
        try
        {
            if (MovedFile.IsBehind(connection))
            {
                Leave(connection);
                connection = Connect(SqliteOpenMode.ReadWrite);
            }

            if (EmbeddedSchema.IsUpToDate(connection))
            {
                return connection;
            }
        }
        catch
        {
            SqliteConnection.ClearPool(connection);
            connection.Dispose();
            throw;
        }

        // Another file than the one that was prepared, perhaps an older program's.
        connection.Dispose();
        Prepare(SqliteOpenMode.ReadWrite);
        return Connect(SqliteOpenMode.ReadWrite);
    }

    /// <summary>Empties the write-ahead log into the file. False when readers kept it from that for so long.</summary>
    public static bool TryEmptyLog(SqliteConnection connection, TimeSpan patience)
    {
        var started = Stopwatch.GetTimestamp();
        while (connection.QueryLong(null, "PRAGMA wal_checkpoint(TRUNCATE)") != 0)
        {
            if (Stopwatch.GetElapsedTime(started) > patience)
            {
                return false;
            }

            Thread.Sleep(LogPause);
        }

        return true;
    }

    /// <summary>Closes what the pool keeps open. When no other process has the file open, all of it is in the one file then.</summary>
    public void Dispose()
    {
        using var any = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadWrite));
        SqliteConnection.ClearPool(any);
    }

    /// <summary>The stamps of the index, and the build that readers use. Null stamps: nothing has been indexed yet.</summary>
    public (IndexStamps? Stamps, long Build) ReadStamps(SqliteConnection connection, SqliteTransaction? transaction)
    {
        var values = connection.Query(
            transaction, "SELECT name, value FROM stamps", row => (Name: row.GetString(0), Value: row.GetString(1))).ToDictionary(row => row.Name, row => row.Value);
        if (!long.TryParse(values.GetValueOrDefault("build"), NumberStyles.None, CultureInfo.InvariantCulture, out var build))
        {
            throw new ArticleStoreException($"{Path} does not say which build of the index is in use: it is damaged. Put back a copy of it, without the -wal and -shm files beside it, or move it away and ingest again.");
        }

        // A stamp that is missing is another than this program's, and reindex writes it.
        return values.TryGetValue("model", out var model)
            ? (new(model, values.GetValueOrDefault("analyzer", ""), values.GetValueOrDefault("splitter", "")), build)
            : (null, build);
    }

    /// <summary>Throws <see cref="ArticleStoreException"/> unless the index can be read and written with this program's stamps; returns the build.</summary>
    public long CheckStamps(SqliteConnection connection, SqliteTransaction? transaction, IndexStamps program)
    {
        var (stamps, build) = ReadStamps(connection, transaction);
        stamps?.ThrowUnlessMadeWith(program, Path);
        return build;
    }

    /// <summary>The length of the index's vectors; 0 where no passage has been saved, or an older program saved them.</summary>
    public static long ReadDimensions(SqliteConnection connection, SqliteTransaction? transaction) =>
        connection.QueryLong(transaction, "SELECT CAST(value AS INTEGER) FROM stamps WHERE name = 'dimensions'");

    /// <param name="connection">The file.</param>
    /// <param name="transaction">What it becomes true with.</param>
    /// <param name="stamps">What the index is made with.</param>
    /// <param name="build">The build that readers use.</param>
    /// <param name="dimensions">The length of its vectors; 0: not known yet.</param>
    public static void WriteStamps(SqliteConnection connection, SqliteTransaction transaction, IndexStamps stamps, long build, long dimensions)
    {
        foreach (var (name, value) in new[] { ("model", stamps.Model), ("analyzer", stamps.Analyzer), ("splitter", stamps.Splitter), ("build", $"{build}"), ("dimensions", $"{dimensions}") })
        {
            connection.Execute(transaction, "INSERT OR REPLACE INTO stamps(name, value) VALUES (@name, @value)", ("name", name), ("value", value));
        }
    }

    private string ConnectionString(SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = Path, DefaultTimeout = SqliteFault.BusyTimeoutSeconds, ForeignKeys = true, Mode = mode }.ToString();

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(ConnectionString(mode));
        try
        {
            connection.Open();
            connection.Execute(null, "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON");
            return connection;
        }
        catch (Exception fault)
        {
            // Not to be had from the pool again: another file may stand there by then.
            SqliteConnection.ClearPool(connection);
            connection.Dispose();
            throw fault is not SqliteException sqlite ? fault
                : mode == SqliteOpenMode.ReadWrite && !File.Exists(Path) ? new ArticleStoreException($"{Path} is not there any more. Put it back; or start again, which begins with an empty store.", sqlite)
                : SqliteFault.Explain(Path, sqlite);
        }
    }

    private void PrepareOnce()
    {
        if (_prepared)
        {
            return;
        }

        lock (_preparing)
        {
            if (!_prepared)
            {
                MakeFolder();

                // The only connection that may make the file: one that goes missing later is told, not replaced by an empty one.
                Prepare(SqliteOpenMode.ReadWriteCreate);
                _prepared = true;
            }
        }
    }

    private void Prepare(SqliteOpenMode mode)
    {
        using var connection = Connect(mode);
        EmbeddedSchema.Prepare(connection);

        // Written into the file: not before it is known to be ours.
        connection.Execute(null, "PRAGMA journal_mode = WAL");
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>
    /// Ends with a file that no longer stands at the path. Its log still does, and would be read into the file that stands there now:
    /// it is emptied into the file that it belongs to.
    /// </summary>
    private static void Leave(SqliteConnection connection)
    {
        using (connection)
        {
            SqliteConnection.ClearPool(connection);
            if (!TryEmptyLog(connection, TimeSpan.FromSeconds(SqliteFault.BusyTimeoutSeconds)))
            {
                throw new ArticleStoreException($"{connection.DataSource} was replaced while it was being read, for {SqliteFault.BusyTimeoutSeconds} s now. End the programs that read it, and start again.");
            }
        }
    }

    private void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The value is wrong, not the store: a host that validates its configuration treats it alike.
            throw new OptionsValidationException(
                StorageOptions.Section,
                typeof(StorageOptions),
                [$"The data directory {System.IO.Path.GetDirectoryName(Path)} cannot be made: {fault.Message} Choose another with --data or Storage:DataDirectory."]);
        }
    }
}
