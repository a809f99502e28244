using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace BriefingBot.Indexing;

/// <summary>The one SQLite file of the embedded store: its place, its schema and its stamps. Opened by any number of processes at once.</summary>
internal sealed class EmbeddedDatabase
{
    private const int SchemaNumber = 1;

    private const string Schema =
        """
        CREATE TABLE stamps(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE articles(
            id TEXT PRIMARY KEY,
            version INTEGER NOT NULL,           -- the newest number given; kept after removal, so that no number is used twice
            removed INTEGER NOT NULL DEFAULT 0, -- 1: a tombstone
            changed INTEGER NOT NULL            -- running number of the last change of any article
        ) STRICT;
        CREATE UNIQUE INDEX articles_changed ON articles(changed);
        CREATE TABLE versions(
            article_id TEXT NOT NULL REFERENCES articles(id),
            version INTEGER NOT NULL,
            title TEXT NOT NULL, source TEXT, author TEXT, published TEXT, url TEXT, labels TEXT NOT NULL, groups TEXT NOT NULL,
            input_path TEXT,
            ingested TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY(article_id, version)
        ) STRICT;
        CREATE TABLE passages(
            build INTEGER NOT NULL,             -- readers use the build that the stamps name; reindex fills the next one beside it
            article_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            span_start INTEGER NOT NULL,
            span_end INTEGER NOT NULL,
            terms TEXT NOT NULL,                -- analysed, with repetitions, a blank between
            vector BLOB NOT NULL,               -- 32-bit floats
            sentences BLOB NOT NULL,            -- 32-bit starts and ends
            sentence_vectors BLOB NOT NULL,     -- 16-bit floats
            UNIQUE(article_id, build, ordinal)
        ) STRICT;
        CREATE TABLE built(                     -- what reindex has put into the next build, at which change of the article
            build INTEGER NOT NULL,
            article_id TEXT NOT NULL,
            changed INTEGER NOT NULL,
            PRIMARY KEY(build, article_id)
        ) STRICT, WITHOUT ROWID;
        """;

    private readonly string _connectionString;
    private readonly Lazy<bool> _ready;

    public EmbeddedDatabase(IOptions<StorageOptions> options)
    {
        Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(options.Value.DataDirectory, "briefing.db"));
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path, DefaultTimeout = SqliteFault.BusyTimeoutSeconds, ForeignKeys = true }.ToString();
        _ready = new(Prepare);
    }

    public string Path { get; }

    /// <summary>
    /// An open connection from the pool. Throws <see cref="ArticleStoreException"/> when the file cannot be used, and
    /// <see cref="OptionsValidationException"/> when there can be no such folder.
    /// </summary>
    public SqliteConnection Open()
    {
        _ = _ready.Value;
        return Connect();
    }

    /// <summary>The stamps of the index, and the build that readers use. Null stamps: nothing has been indexed yet.</summary>
    public (IndexStamps? Stamps, long Build) ReadStamps(SqliteConnection connection, SqliteTransaction? transaction)
    {
        var values = connection.Query(
            transaction, "SELECT name, value FROM stamps", row => (Name: row.GetString(0), Value: row.GetString(1))).ToDictionary(row => row.Name, row => row.Value);
        var build = long.Parse(values["build"], System.Globalization.CultureInfo.InvariantCulture);
        return values.TryGetValue("model", out var model) ? (new(model, values["analyzer"], values["splitter"]), build) : (null, build);
    }

    /// <summary>Throws <see cref="ArticleStoreException"/> unless the index can be read and written with this program's stamps; returns the build.</summary>
    public long CheckStamps(SqliteConnection connection, SqliteTransaction? transaction, IndexStamps program)
    {
        var (stamps, build) = ReadStamps(connection, transaction);
        stamps?.ThrowUnlessMadeWith(program, Path);
        return build;
    }

    public static void WriteStamps(SqliteConnection connection, SqliteTransaction transaction, IndexStamps stamps, long build)
    {
        foreach (var (name, value) in new[] { ("model", stamps.Model), ("analyzer", stamps.Analyzer), ("splitter", stamps.Splitter), ("build", $"{build}") })
        {
            connection.Execute(transaction, "INSERT OR REPLACE INTO stamps(name, value) VALUES (@name, @value)", ("name", name), ("value", value));
        }
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Execute(null, "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON");
            return connection;
        }
        catch (Exception fault)
        {
            connection.Dispose();
            throw fault is SqliteException sqlite ? SqliteFault.Explain(Path, sqlite) : fault;
        }
    }

    private bool Prepare()
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

        using var connection = Connect();
        connection.Execute(null, "PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginWrite();
        var schema = connection.QueryLong(transaction, "PRAGMA user_version");
        if (schema == 0 && connection.QueryLong(transaction, "SELECT count(*) FROM sqlite_master") == 0)
        {
            // By chance, so that a program that follows the file can tell one that was made anew in its place.
            var firstBuild = Random.Shared.NextInt64(1, long.MaxValue / 2);
            connection.Execute(transaction, Schema);
            connection.Execute(transaction, "INSERT INTO stamps(name, value) VALUES ('build', @build)", ("build", $"{firstBuild}"));
            connection.Execute(transaction, $"PRAGMA user_version = {SchemaNumber}");
        }
        else if (schema != SchemaNumber)
        {
            throw new ArticleStoreException(
                schema == 0
                    ? $"{Path} is a database of another program. Choose another data directory with --data or Storage:DataDirectory."
                    : $"{Path} has schema {schema}; this program reads schema {SchemaNumber}. Use the program that wrote it, or another data directory (--data, Storage:DataDirectory).");
        }

        transaction.CommitWrite();
        return true;
    }
}
