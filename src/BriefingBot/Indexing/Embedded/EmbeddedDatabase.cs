using System.Globalization;
using BriefingBot.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace BriefingBot.Indexing;

/// <summary>The one SQLite file of the embedded store and its stamps.</summary>
internal sealed class EmbeddedDatabase(IOptions<StorageOptions> options) : IDisposable
{
    public SqliteFile File { get; } = new(options.Value, "briefing.db", EmbeddedSchema.IsUpToDate, EmbeddedSchema.Prepare);

    public string Path => File.Path;

    /// <inheritdoc cref="SqliteFile.Open"/>
    public SqliteConnection Open() => File.Open();

    public void Dispose() => File.Dispose();

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
}
