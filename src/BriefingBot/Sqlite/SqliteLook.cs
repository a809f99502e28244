using BriefingBot.Indexing;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Sqlite;

/// <summary>Looks at a file past its way in, which would make or upgrade what it does not find.</summary>
internal static class SqliteLook
{
    private const int LockSeconds = 3;

    /// <summary>A connection of its own to the file as it is, for an examination: no table is made, and a lock is waited for briefly.</summary>
    public static SqliteConnection Look(this SqliteFile file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file.Path, Mode = mode, Pooling = false, DefaultTimeout = LockSeconds }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw SqliteFault.Explain(file.Path, fault);
        }
    }

    /// <summary>
    /// Why the file could not be written, or null. Takes the write lock and gives it back; a file beside it, gone at once, tells of the folder, in which SQLite writes too.
    /// </summary>
    public static string? WhyNotWritable(this SqliteFile file)
    {
        var folder = Path.GetDirectoryName(file.Path)!;
        try
        {
            File.Create(Path.Combine(folder, $"briefing.doctor.{Guid.NewGuid():N}"), bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
            using var connection = file.Look(SqliteOpenMode.ReadWrite);
            using var transaction = connection.BeginWrite();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"{folder} cannot be written to. Give this user the right to write there.";
        }
        catch (ArticleStoreException fault)
        {
            return fault.InnerException is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED }
                ? $"another process has been writing for {LockSeconds} s. Look again when its load has ended."
                : fault.Message;
        }
    }
}
