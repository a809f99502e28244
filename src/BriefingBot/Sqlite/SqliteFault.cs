using BriefingBot.Indexing;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Sqlite;

/// <summary>Says what a fault of SQLite means for whoever runs the product.</summary>
internal static class SqliteFault
{
    /// <summary>Another process may hold the write lock for as long as it takes to save one article or to switch to a new index.</summary>
    public const int BusyTimeoutSeconds = 30;

    private const string Elsewhere = "choose another data directory (--data, Storage:DataDirectory)";

    public static ArticleStoreException Explain(string path, SqliteException fault) => new(Reason(path, fault, "ingest again"), fault);

    /// <param name="path">The file.</param>
    /// <param name="fault">What SQLite said.</param>
    /// <param name="anew">What to do after a damaged file was moved away.</param>
    public static string Reason(string path, SqliteException fault, string anew) =>
        fault.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => $"{path} is not a database, or is damaged. Put back a copy of it, without the -wal and -shm files beside it, or move it away and {anew}, or {Elsewhere}.",
            SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => $"{path} cannot be opened for writing. Give this user the right to write the file and its folder, or {Elsewhere}.",
            SQLitePCL.raw.SQLITE_FULL => $"The disk of {path} is full. Make room, or {Elsewhere}. What was stored before is whole.",
            SQLitePCL.raw.SQLITE_IOERR => $"{path} could not be read or written ({fault.Message.TrimEnd('.')}): its disk is full or failing. Make room, or {Elsewhere}. What was stored before is whole.",
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => $"{path} was in use by another process for {BusyTimeoutSeconds} s. Try again when its load has ended.",
            _ => $"{path} cannot be used: {fault.Message}",
        };
}
