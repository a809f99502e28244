using BriefingBot.Diagnosis;
using BriefingBot.Sqlite;
using Microsoft.Data.Sqlite;

namespace BriefingBot.State;

/// <summary>The table of the state file, and its number.</summary>
internal static class StateTables
{
    private const int Number = 1;

    // Without a row id the table lies in the order in which it is listed.
    private const string Tables =
        """
        CREATE TABLE entries(
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            json TEXT NOT NULL,
            tag TEXT NOT NULL,
            expires INTEGER,                    -- Unix time in milliseconds; null: never
            PRIMARY KEY(kind, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX entries_expires ON entries(expires) WHERE expires IS NOT NULL;
        """;

    public static bool IsUpToDate(SqliteConnection connection) => IsUpToDate(connection, transaction: null);

    /// <summary>Makes the table in an empty file.</summary>
    /// <exception cref="StateStoreException">The file is another program's or a newer one's; nothing was changed.</exception>
    public static void Make(SqliteConnection connection)
    {
        using var transaction = connection.BeginWrite();
        if (IsUpToDate(connection, transaction))
        {
            return;
        }

        if (!IsEmpty(connection, transaction))
        {
            throw new StateStoreException(WhyNot(connection));
        }

        connection.Execute(transaction, $"{Tables} PRAGMA user_version = {Number}");
        transaction.CommitWrite();
    }

    /// <summary>What keeps this program from using the file as it is, to be told and not mended; null where nothing does.</summary>
    public static (Condition Condition, string What)? StateOf(SqliteConnection connection) =>
        IsUpToDate(connection) ? null
        : IsEmpty(connection, transaction: null) ? (Condition.Warning, $"{connection.DataSource} is empty. The bot makes its table when it starts.")
        : (Condition.Failed, WhyNot(connection));

    private static bool IsUpToDate(SqliteConnection connection, SqliteTransaction? transaction) => connection.QueryLong(transaction, "PRAGMA user_version") == Number;

    private static bool IsEmpty(SqliteConnection connection, SqliteTransaction? transaction) => connection.QueryLong(transaction, "SELECT count(*) FROM sqlite_master") == 0;

    private static string WhyNot(SqliteConnection connection) =>
        $"{connection.DataSource} was written by a newer version of this program, or by another one. Use that version, or choose another data directory (--data, Storage:DataDirectory).";
}
