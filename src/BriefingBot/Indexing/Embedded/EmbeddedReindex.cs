using BriefingBot.Articles;
using BriefingBot.Sqlite;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Indexing;

/// <summary>
/// Fills the next build of the passages beside the one in use, batch by batch, and switches to it in one transaction once it holds the
/// current version of every article. Interrupted, it leaves the old build in use and goes on where it was when it is run again.
/// </summary>
internal sealed class EmbeddedReindex(
    EmbeddedDatabase database,
    IArticleStore articles,
    IndexStamps stamps,
    IndexArticles index,
    Action<int, int> progress)
{
    private const int BatchSize = 16;

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var connection = database.Open();
        var next = Begin(connection);
        var done = 0;
        do
        {
            var missing = Missing(connection, null, next);
            var total = done + missing.Count;
            foreach (var batch in missing.Chunk(BatchSize))
            {
                await FillAsync(connection, next, batch, cancellation);
                progress(done += batch.Length, total);
            }
        }
        while (!TrySwitch(connection, next));
    }

    /// <summary>The build to fill. What an interrupted run with the same stamps left there is kept.</summary>
    private long Begin(SqliteConnection connection)
    {
        using var transaction = connection.BeginWrite();
        var (_, current) = database.ReadStamps(connection, transaction);
        if (!IsOurs(connection, transaction))
        {
            connection.Execute(transaction, "DELETE FROM passages WHERE build > @current", ("current", current));
            connection.Execute(transaction, "DELETE FROM built");
            connection.Execute(transaction, "INSERT OR REPLACE INTO stamps(name, value) VALUES ('building', @name)", ("name", stamps.ToString()));
        }

        transaction.CommitWrite();
        return current + 1;
    }

    private bool IsOurs(SqliteConnection connection, SqliteTransaction transaction) => connection.QueryLong(
        transaction, "SELECT count(*) FROM stamps WHERE name = 'building' AND value = @name", ("name", stamps.ToString())) == 1;

    /// <summary>Two processes with the same stamps may fill one build together; nobody writes into one that is in use or another program's.</summary>
    private void ThrowIfOvertaken(SqliteConnection connection, SqliteTransaction transaction, long next)
    {
        if (!IsOurs(connection, transaction) || database.ReadStamps(connection, transaction).Build >= next)
        {
            throw new ArticleStoreException($"Another reindex of {database.Path} has overtaken this one. See with 'briefing list' whether the index is whole.");
        }
    }

    /// <summary>Current articles whose current version and metadata the next build does not hold.</summary>
    private static List<string> Missing(SqliteConnection connection, SqliteTransaction? transaction, long next) => connection.Query(
        transaction,
        "SELECT id FROM articles a WHERE removed = 0 AND NOT EXISTS (SELECT 1 FROM built b WHERE b.build = @next AND b.article_id = a.id AND b.changed = a.changed)",
        row => row.GetString(0),
        ("next", next));

    private async Task FillAsync(SqliteConnection connection, long next, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var batch = new List<(Article Article, long Changed)>();
        foreach (var id in ids)
        {
            var changed = connection.QueryLong(null, "SELECT changed FROM articles WHERE id = @id", ("id", id));
            if (await articles.FindAsync(id, version: null, cancellation) is { } article)
            {
                batch.Add((article, changed));
            }
        }

        var passages = await index([.. batch.Select(entry => entry.Article)], cancellation);
        using var transaction = connection.BeginWrite();
        ThrowIfOvertaken(connection, transaction, next);
        for (var i = 0; i < batch.Count; i++)
        {
            connection.Execute(transaction, "DELETE FROM passages WHERE build = @next AND article_id = @id", ("next", next), ("id", batch[i].Article.Id));
            PassageRows.Insert(connection, transaction, next, batch[i].Article, passages[i]);
            connection.Execute(
                transaction,
                "INSERT OR REPLACE INTO built(build, article_id, changed) VALUES (@next, @id, @changed)",
                ("next", next),
                ("id", batch[i].Article.Id),
                ("changed", batch[i].Changed));
        }

        transaction.CommitWrite();
    }

    /// <summary>Switches, unless an article was saved since the last look.</summary>
    private bool TrySwitch(SqliteConnection connection, long next)
    {
        using var transaction = connection.BeginWrite();
        ThrowIfOvertaken(connection, transaction, next);
        if (Missing(connection, transaction, next).Count > 0)
        {
            return false;
        }

        connection.Execute(transaction, "DELETE FROM passages WHERE build <> @next OR article_id IN (SELECT id FROM articles WHERE removed = 1)", ("next", next));
        connection.Execute(transaction, "DELETE FROM built");
        connection.Execute(transaction, "DELETE FROM stamps WHERE name = 'building'");
        EmbeddedDatabase.WriteStamps(connection, transaction, stamps, next, connection.QueryLong(transaction, "SELECT length(vector) / 4 FROM passages LIMIT 1"));
        transaction.CommitWrite();
        return true;
    }
}
