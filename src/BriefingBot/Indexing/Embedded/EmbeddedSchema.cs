using BriefingBot.Articles;
using BriefingBot.Sqlite;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Indexing;

/// <summary>The tables of the SQLite file, their number, and the way from an older number to it.</summary>
internal static class EmbeddedSchema
{
    private const int Number = 3;

    private const string Elsewhere = "or choose another data directory (--data, Storage:DataDirectory).";

    private const string Tables =
        """
        CREATE TABLE stamps(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE articles(
            id TEXT PRIMARY KEY,
            version INTEGER NOT NULL,           -- the newest number given; kept after removal, so that no number is used twice
            removed INTEGER NOT NULL DEFAULT 0, -- 1: a tombstone
            changed INTEGER NOT NULL,           -- running number of the last change of any article
            seen TEXT NOT NULL DEFAULT ''       -- since 3: when a load last met it
        ) STRICT;
        CREATE UNIQUE INDEX articles_changed ON articles(changed);
        CREATE TABLE versions(
            article_id TEXT NOT NULL REFERENCES articles(id),
            version INTEGER NOT NULL,
            title TEXT NOT NULL, source TEXT, author TEXT, published TEXT, url TEXT, labels TEXT NOT NULL, groups TEXT NOT NULL,
            input_path TEXT,
            ingested TEXT NOT NULL,
            text TEXT NOT NULL,
            text_hash TEXT NOT NULL,            -- since 2: SHA-256 of the text, compared whenever it is opened
            modified TEXT, language TEXT, pages TEXT, -- since 3, as the rest
            story TEXT,                         -- what near copies share
            sketch TEXT NOT NULL DEFAULT '',    -- of the text, by which near copies are found
            PRIMARY KEY(article_id, version)
        ) STRICT;
        CREATE INDEX versions_by_input ON versions(input_path);
        CREATE INDEX versions_by_text ON versions(text_hash);
        CREATE INDEX versions_by_story ON versions(story);
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

    public static bool IsUpToDate(SqliteConnection connection) => connection.QueryLong(null, "PRAGMA user_version") == Number;

    /// <summary>What keeps this program from using the file as it is, to be told and not mended; null where nothing does.</summary>
    public static (Diagnosis.Condition Condition, string What)? StateOf(SqliteConnection connection)
    {
        var number = connection.QueryLong(null, "PRAGMA user_version");
        return number == Number ? null
            : number == 0 && connection.QueryLong(null, "SELECT count(*) FROM sqlite_master") == 0 ? (Diagnosis.Condition.Warning, $"{connection.DataSource} is empty. The first 'briefing ingest' makes its tables.")
            : IsOlder(connection, null, number) ? (Diagnosis.Condition.Warning, $"{connection.DataSource} was written by an older version of this program (schema {number}). The next command or start brings it up to date; what is stored stays.")
            : (Diagnosis.Condition.Failed, WhyNot(connection, number));
    }

    /// <summary>
    /// Makes the tables in an empty file, or brings an older file's up to date; what is stored stays. Throws
    /// <see cref="ArticleStoreException"/>, and changes nothing, when the file is another program's or a newer one's.
    /// </summary>
    public static void Prepare(SqliteConnection connection)
    {
        using var transaction = connection.BeginWrite();
        var number = connection.QueryLong(transaction, "PRAGMA user_version");
        if (number == 0 && connection.QueryLong(transaction, "SELECT count(*) FROM sqlite_master") == 0)
        {
            // By chance, so that a program that follows the file can tell one that was made anew in its place.
            var firstBuild = Random.Shared.NextInt64(1, long.MaxValue / 2);
            connection.Execute(transaction, Tables);
            connection.Execute(transaction, "INSERT INTO stamps(name, value) VALUES ('build', @build)", ("build", $"{firstBuild}"));
        }
        else if (IsOlder(connection, transaction, number))
        {
            if (number == 1)
            {
                From1To2(connection, transaction);
            }

            From2To3(connection, transaction);
        }
        else if (number == Number)
        {
            return;
        }
        else
        {
            throw new ArticleStoreException(WhyNot(connection, number));
        }

        connection.Execute(transaction, $"PRAGMA user_version = {Number}");
        transaction.CommitWrite();
    }

    private static bool IsOlder(SqliteConnection connection, SqliteTransaction? transaction, long number) =>
        number is 1 or 2 && connection.QueryLong(transaction, "SELECT count(*) FROM sqlite_master WHERE name = 'versions'") == 1;

    private static void From1To2(SqliteConnection connection, SqliteTransaction transaction)
    {
        connection.CreateFunction<string, string>("hash_of_text", Article.HashOf, isDeterministic: true);
        connection.Execute(transaction, "ALTER TABLE versions ADD COLUMN text_hash TEXT NOT NULL DEFAULT ''");
        connection.Execute(transaction, "UPDATE versions SET text_hash = hash_of_text(text)");
    }

    // Each is taken for the only report of its story until it is loaded again; when it was last met is when its text was first saved.
    private static void From2To3(SqliteConnection connection, SqliteTransaction transaction)
    {
        connection.CreateFunction<string, string>("sketch_of_text", text => TextSketch.Of(text).ToString(), isDeterministic: true);
        connection.Execute(
            transaction,
            """
            ALTER TABLE versions ADD COLUMN modified TEXT;
            ALTER TABLE versions ADD COLUMN language TEXT;
            ALTER TABLE versions ADD COLUMN pages TEXT;
            ALTER TABLE versions ADD COLUMN story TEXT;
            ALTER TABLE versions ADD COLUMN sketch TEXT NOT NULL DEFAULT '';
            ALTER TABLE articles ADD COLUMN seen TEXT NOT NULL DEFAULT '';
            UPDATE versions SET sketch = sketch_of_text(text);
            UPDATE articles SET seen = coalesce((SELECT v.ingested FROM versions v WHERE v.article_id = id AND v.version = articles.version), '');
            CREATE INDEX versions_by_input ON versions(input_path);
            CREATE INDEX versions_by_text ON versions(text_hash);
            CREATE INDEX versions_by_story ON versions(story);
            """);
    }

    private static string WhyNot(SqliteConnection connection, long number) => number is > Number and < 1_000
        ? $"{connection.DataSource} was written by a newer version of this program (schema {number}; this one reads up to schema {Number}). Use that version, {Elsewhere}"
        : $"{connection.DataSource} is a database of another program. Leave it to that program, {Elsewhere}";
}
