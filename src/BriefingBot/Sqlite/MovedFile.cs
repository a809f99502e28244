using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Sqlite;

/// <summary>Tells whether a connection's file still stands at its path.</summary>
internal static class MovedFile
{
    // SQLITE_FCNTL_HAS_MOVED, https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html
    private const int HasMoved = 20;

    /// <summary>
    /// Whether the file was deleted, moved or replaced since it was opened: its inode is compared, which takes microseconds. Always false
    /// on Windows, where an open file can be neither.
    /// </summary>
    public static bool IsBehind(SqliteConnection connection) => FileControl(connection.Handle!.DangerousGetHandle(), 0, HasMoved, out var moved) == SQLitePCL.raw.SQLITE_OK && moved != 0;

    // Without a name: the main database.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    private static extern int FileControl(nint database, nint name, int operation, out int result);
}
