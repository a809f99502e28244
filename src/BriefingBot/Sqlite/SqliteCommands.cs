using System.Text.Json;
using BriefingBot.Indexing;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Sqlite;

/// <summary>One-line commands, queries and transactions. Each throws <see cref="ArticleStoreException"/> in SQLite's place.</summary>
internal static class SqliteCommands
{
    public static int Execute(this SqliteConnection connection, SqliteTransaction? transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Run(connection, transaction, sql, parameters, command => command.ExecuteNonQuery());

    public static long QueryLong(this SqliteConnection connection, SqliteTransaction? transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Run(connection, transaction, sql, parameters, command => command.ExecuteScalar() is long value ? value : 0);

    public static List<T> Query<T>(
        this SqliteConnection connection, SqliteTransaction? transaction, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Run(connection, transaction, sql, parameters, command =>
        {
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(ReadRow(connection, reader, read));
            }

            return rows;
        });

    // What a value that this program did not write makes of reading it.
    private static bool IsDamage(Exception fault) => fault is FormatException or InvalidDataException or JsonException or InvalidCastException or InvalidOperationException or ArgumentException or OverflowException;

    /// <summary>A transaction in which all that is read is of one moment.</summary>
    public static SqliteTransaction BeginRead(this SqliteConnection connection) => Begin(connection, deferred: true);

    /// <summary>A transaction that holds the write lock from its start, so that what it reads stays true until it commits.</summary>
    public static SqliteTransaction BeginWrite(this SqliteConnection connection) => Begin(connection, deferred: false);

    private static SqliteTransaction Begin(SqliteConnection connection, bool deferred)
    {
        try
        {
            return connection.BeginTransaction(deferred);
        }
        catch (SqliteException fault)
        {
            throw SqliteFault.Explain(connection.DataSource, fault);
        }
    }

    public static void CommitWrite(this SqliteTransaction transaction)
    {
        try
        {
            transaction.Commit();
        }
        catch (SqliteException fault)
        {
            throw SqliteFault.Explain(transaction.Connection?.DataSource ?? "The database", fault);
        }
    }

    public static string? GetStringOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static T ReadRow<T>(SqliteConnection connection, SqliteDataReader reader, Func<SqliteDataReader, T> read)
    {
        try
        {
            return read(reader);
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw reader.GetName(0) == "article_id"
                ? new DamagedArticleException(connection.DataSource, reader.GetString(0), "the record", fault)
                : new ArticleStoreException($"{connection.DataSource} holds a damaged record ({fault.Message}). Put back a copy of it, without the -wal and -shm files beside it, or move it away and ingest again.", fault);
        }
    }

    private static T Run<T>(
        SqliteConnection connection, SqliteTransaction? transaction, string sql, ReadOnlySpan<(string Name, object? Value)> parameters, Func<SqliteCommand, T> run)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue("@" + name, value ?? DBNull.Value);
        }

        try
        {
            return run(command);
        }
        catch (SqliteException fault)
        {
            throw SqliteFault.Explain(connection.DataSource, fault);
        }
    }
}
