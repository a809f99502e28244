using BriefingBot.Articles;
using BriefingBot.Sqlite;
using BriefingBot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Tests.Indexing;

/// <summary>A file of the first release, by the words that made its tables.</summary>
public sealed class OlderSchemaTests
{
    private const string Schema1 =
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

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_of_schema_1_is_brought_up_to_date_in_place_and_keeps_everything()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(text: "The comet passed in March and was bright. 😀"));
        await briefing.SaveAsync(Some.Article(text: "The comet passed in April and was bright."), Some.Article(id: "other", text: "The eclipse was seen in June."));
        MakeOlder(briefing);

        await using var again = briefing.Again();

        Assert.Contains("April", (await again.AskAsync("When did the comet pass?")).Quotes[0].Text, StringComparison.Ordinal);
        Assert.Equal("The comet passed in March and was bright. 😀", (await again.Articles.FindAsync("article", 1, Cancellation))?.Text);
        using var connection = Open(briefing);
        Assert.Equal(3, connection.QueryLong(null, "PRAGMA user_version"));
        Assert.Equal(
            [Article.HashOf("The comet passed in March and was bright. 😀"), Article.HashOf("The comet passed in April and was bright."), Article.HashOf("The eclipse was seen in June.")],
            connection.Query(null, "SELECT text_hash FROM versions ORDER BY article_id, version", row => row.GetString(0)));
        await again.SaveAsync(Some.Article(id: "third", text: "The harvest failed in July."));
        Assert.Equal(3, await again.Articles.ListAsync(ArticleFilter.All, Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_store_of_schema_1_in_the_place_of_the_open_one_is_brought_up_to_date()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let an open file be replaced.");
        await using var briefing = Briefing.OnNewStore();
        await using var older = Briefing.OnNewStore();
        await older.SaveAsync(Some.Article(text: "The comet passed in March."));
        MakeOlder(older);
        await briefing.AskAsync("When did the comet pass?");

        File.Move(Path.Combine(older.Directory, "briefing.db"), Path.Combine(briefing.Directory, "briefing.db"), overwrite: true);

        Assert.Contains("March", (await briefing.AskAsync("When did the comet pass?")).Quotes[0].Text, StringComparison.Ordinal);
    }

    /// <summary>The same rows in the tables of schema 1.</summary>
    private static void MakeOlder(Briefing briefing)
    {
        var file = Path.Combine(briefing.Directory, "briefing.db");
        Pools.Close(briefing.Directory);
        File.Move(file, file + ".new");
        using (var connection = Open(briefing))
        {
            connection.Execute(null, "PRAGMA journal_mode = WAL");
            connection.Execute(null, Schema1);
            connection.Execute(null, "ATTACH @file AS new", ("file", file + ".new"));
            connection.Execute(
                null,
                """
                INSERT INTO stamps SELECT * FROM new.stamps;
                INSERT INTO articles SELECT id, version, removed, changed FROM new.articles;
                INSERT INTO versions SELECT article_id, version, title, source, author, published, url, labels, groups, input_path, ingested, text FROM new.versions;
                INSERT INTO passages SELECT * FROM new.passages;
                PRAGMA user_version = 1;
                """);
        }

        Pools.Close(briefing.Directory);
    }

    private static SqliteConnection Open(Briefing briefing)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(briefing.Directory, "briefing.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
