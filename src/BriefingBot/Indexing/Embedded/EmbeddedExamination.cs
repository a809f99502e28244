using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.Diagnosis;
using BriefingBot.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Indexing;

/// <summary>Looks at the embedded store's folder and file past the store itself, which would make or upgrade what it does not find.</summary>
internal sealed class EmbeddedExamination(EmbeddedDatabase database, ExaminedVectors vectors)
{
    // A few articles fit; a reindex needs room for a second index.
    private const long Little = 1L << 30;
    private const long TooLittle = 50L << 20;

    private const int MostTexts = 200;

    private static readonly TimeSpan ForTexts = TimeSpan.FromSeconds(5);

    public static IEnumerable<ExaminedPart> Parts(IServiceProvider services, TimeSpan limit, ExaminedVectors vectors)
    {
        var examination = new Lazy<EmbeddedExamination>(() => new(services.GetRequiredService<EmbeddedDatabase>(), vectors));
        return
        [
            new("disk", limit, _ => Task.FromResult(examination.Value.Disk())),
            new("store", limit, _ => Task.FromResult(examination.Value.Store())),
            new("texts", limit, cancellation => Task.FromResult(examination.Value.Texts(cancellation))),
            new("index", limit + vectors.Patience, cancellation => examination.Value.IndexAsync(cancellation)),
        ];
    }

    private bool IsThere => File.Exists(database.Path);

    private string Folder => Path.GetDirectoryName(database.Path)!;

    private (Condition Condition, string What) Disk()
    {
        var at = Folder;
        while (!Directory.Exists(at))
        {
            at = Path.GetDirectoryName(at) ?? throw new IOException($"There is no disk for {Folder}. Choose another data directory with --data or Storage:DataDirectory.");
        }

        var free = new DriveInfo(at).AvailableFreeSpace;
        var store = IsThere ? new FileInfo(database.Path).Length : 0;
        var found = string.Create(CultureInfo.InvariantCulture, $"{free >> 20:N0} MB are free for {Folder}{(store > 0 ? $", where the store takes {(store >> 20) + 1:N0}" : "")}");
        return free < TooLittle ? (Condition.Failed, $"{found}. Make room, or choose another data directory (--data, Storage:DataDirectory).")
            : free < Math.Max(Little, store) ? (Condition.Warning, $"{found}. Make room before articles are loaded, or the index is made anew beside the old one.")
            : (Condition.Ok, $"{found}.");
    }

    private (Condition Condition, string What) Store()
    {
        if (!IsThere)
        {
            return Path.Exists(Folder) && !Directory.Exists(Folder)
                ? (Condition.Failed, $"The data directory {Folder} is a file. Choose another with --data or Storage:DataDirectory.")
                : (Condition.Warning, $"There is no store at {database.Path} yet. The first 'briefing ingest' makes one, and so does the bot when it starts; for another one, name its folder with --data.");
        }

        using (var connection = database.File.Look(SqliteOpenMode.ReadOnly))
        {
            if (EmbeddedSchema.StateOf(connection) is { } other)
            {
                return other;
            }
        }

        return database.File.WhyNotWritable() is { } reason
            ? (Condition.Warning, $"{database.Path} can be read, and loads would fail: {reason}")
            : (Condition.Ok, $"{database.Path} can be read and written.");
    }

    private (Condition Condition, string What) Texts(CancellationToken cancellation)
    {
        if (Readable() is not { } connection)
        {
            return (Condition.Ok, "There are none to compare.");
        }

        using (connection)
        {
            var rows = connection.Query(null, "SELECT rowid FROM versions ORDER BY random() LIMIT @most", row => row.GetInt64(0), ("most", MostTexts));
            var (started, compared, damaged) = (TimeProvider.System.GetTimestamp(), 0, new List<string>());
            foreach (var rowId in rows.TakeWhile(_ => TimeProvider.System.GetElapsedTime(started) < ForTexts))
            {
                cancellation.ThrowIfCancellationRequested();
                damaged.AddRange(connection.Query(null, "SELECT article_id, text, text_hash FROM versions WHERE rowid = @row", row => Article.HashOf(row.GetString(1)) == row.GetString(2) ? null : row.GetString(0), ("row", rowId)).OfType<string>());
                compared++;
            }

            var all = connection.QueryLong(null, "SELECT count(*) FROM versions");
            var found = string.Create(CultureInfo.InvariantCulture, $"{compared:N0} of {all:N0} stored texts compared with their hashes");
            return damaged.Count == 0
                ? (Condition.Ok, $"{found}: all are whole.")
                : (Condition.Failed, $"{found}: {damaged.Count:N0} damaged, of the article '{damaged[0]}' for one. Put back a copy of the file, or remove such articles with 'briefing remove' and ingest them again.");
        }
    }

    private async Task<(Condition Condition, string What)> IndexAsync(CancellationToken cancellation)
    {
        if (Readable() is not { } connection)
        {
            return (Condition.Ok, "There is none yet.");
        }

        IndexStamps? stamps;
        long dimensions, articles, passages;
        using (connection)
        {
            (stamps, var build) = database.ReadStamps(connection, null);
            dimensions = EmbeddedDatabase.ReadDimensions(connection, null);
            articles = connection.QueryLong(null, "SELECT count(*) FROM articles WHERE removed = 0");
            passages = connection.QueryLong(null, "SELECT count(*) FROM articles a JOIN passages p ON p.article_id = a.id AND p.build = @build WHERE a.removed = 0", ("build", build));
        }

        if (stamps is null)
        {
            return (Condition.Warning, "The store has no articles, so every question is refused. Load some with 'briefing ingest PATH'.");
        }

        await vectors.ThrowUnlessFittingAsync(stamps, mine => mine, dimensions, database.Path, cancellation);
        return articles == 0
            ? (Condition.Warning, "The store has no articles, so every question is refused. Load some with 'briefing ingest PATH'.")
            : (Condition.Ok, string.Create(CultureInfo.InvariantCulture, $"{articles:N0} {(articles == 1 ? "article" : "articles")} in {passages:N0} passages, made with {stamps.Model}."));
    }

    /// <summary>Null where there is nothing that this program can read; the part 'store' says why.</summary>
    private SqliteConnection? Readable()
    {
        if (!IsThere)
        {
            return null;
        }

        var connection = database.File.Look(SqliteOpenMode.ReadOnly);
        try
        {
            if (EmbeddedSchema.IsUpToDate(connection))
            {
                return connection;
            }
        }
        catch (ArticleStoreException)
        {
        }

        connection.Dispose();
        return null;
    }
}
