using System.Diagnostics;
using BriefingBot.Indexing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace BriefingBot.Sqlite;

/// <summary>A SQLite file of the product's, in the data directory. Opened by any number of processes at once.</summary>
/// <param name="options">The data directory.</param>
/// <param name="name">The file's name.</param>
/// <param name="isUpToDate">Whether the file has this program's tables.</param>
/// <param name="makeTables">Makes them in an empty file, or brings those of an older one up to date; throws where it can do neither.</param>
internal sealed class SqliteFile(StorageOptions options, string name, Func<SqliteConnection, bool> isUpToDate, Action<SqliteConnection> makeTables) : IDisposable
{
    private static readonly TimeSpan LogPause = TimeSpan.FromMilliseconds(20);

    private readonly Lock _preparing = new();
    private volatile bool _prepared;

    public string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(options.DataDirectory, name));

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

            if (isUpToDate(connection))
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
        makeTables(connection);

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
