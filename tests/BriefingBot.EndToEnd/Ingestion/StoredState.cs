using BriefingBot.Articles;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.Sqlite;
using BriefingBot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>What lies in a store's file, read past the product: the rows themselves.</summary>
internal sealed class StoredState : IDisposable
{
    private readonly SqliteConnection _connection;

    public StoredState(string file)
    {
        _connection = new($"Data Source={file};Pooling=False");
        _connection.Open();
    }

    /// <summary>Every article with all that is stored of it, its passages included, a text each.</summary>
    public static IReadOnlyList<string> Articles(string file)
    {
        using var state = new StoredState(file);
        return state._connection.Query(
            null,
            "SELECT a.*, v.*, (SELECT count(*) || quote(group_concat(p.terms || hex(p.vector))) FROM passages p WHERE p.article_id = a.id) FROM articles a JOIN versions v ON v.article_id = a.id ORDER BY a.id, v.version",
            row => string.Join('\n', Enumerable.Range(0, row.FieldCount).Select(field => $"{row.GetName(field)}: {row.GetValue(field)}")));
    }

    public string Integrity => (string)Scalar("PRAGMA integrity_check");

    public long PassagesOfNoCurrentVersion => (long)Scalar(
        "SELECT count(*) FROM passages p WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = p.article_id AND a.version = p.version AND a.removed = 0) OR p.build <> (SELECT value FROM stamps WHERE name = 'build')");

    /// <summary>The article's current version and text.</summary>
    public (int Version, string Text) Current(string id) =>
        _connection.Query(null, "SELECT a.version, v.text FROM articles a JOIN versions v ON v.article_id = a.id AND v.version = a.version WHERE a.id = @id", row => (row.GetInt32(0), row.GetString(1)), ("id", id)).Single();

    /// <summary>Each version that has a text, the oldest first.</summary>
    public IReadOnlyList<(int Version, string Text)> Versions(string id) =>
        _connection.Query(null, "SELECT version, text FROM versions WHERE article_id = @id ORDER BY version", row => (row.GetInt32(0), row.GetString(1)), ("id", id));

    /// <summary>Fails unless the article's passages are what the splitter makes of this text, each with its terms and its vectors.</summary>
    public void AssertPassagesAreOf(string id, string title, string text)
    {
        var dimensions = ArcticXsEmbedder.Dimensions;
        var rows = _connection.Query(
            null,
            "SELECT ordinal, span_start, span_end, sentences, terms, length(vector), length(sentence_vectors) FROM passages WHERE article_id = @id ORDER BY ordinal",
            row => (Ordinal: row.GetInt32(0), Span: new TextSpan(row.GetInt32(1), row.GetInt32(2)), Sentences: Packing.UnpackSpans(row.GetFieldValue<byte[]>(3)), Terms: row.GetString(4), VectorBytes: row.GetInt32(5), SentenceBytes: row.GetInt32(6)),
            ("id", id));
        var made = new PassageSplitter(Briefing.Embedder.Model).Split(title, text);

        Assert.Equal(Enumerable.Range(0, made.Count), rows.Select(row => row.Ordinal));
        foreach (var (row, passage) in rows.Zip(made))
        {
            Assert.Equal(passage.Span, row.Span);
            Assert.Equal(passage.Sentences, row.Sentences);
            Assert.Equal(string.Join(' ', EnglishTerms.Of(title + "\n" + text[passage.Span.Start..passage.Span.End])), row.Terms);
            Assert.Equal(dimensions * sizeof(float), row.VectorBytes);
            Assert.Equal(dimensions * 2 * passage.Sentences.Length, row.SentenceBytes);
        }
    }

    /// <summary>Fails unless each passage's vector is the one that the model makes of its words.</summary>
    public async Task AssertVectorsAreOfAsync(PassageEmbedder embedder, Article article)
    {
        var made = Assert.Single(await embedder.EmbedAsync([article], TestContext.Current.CancellationToken));
        var stored = _connection.Query(null, "SELECT vector FROM passages WHERE article_id = @id ORDER BY ordinal", row => row.GetFieldValue<byte[]>(0), ("id", article.Id));
        Assert.Equal(made.Count, stored.Count);
        foreach (var (passage, blob) in made.Zip(stored))
        {
            // Batches are padded to their longest text, which moves the last digits.
            var vector = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(blob);
            Assert.InRange(System.Numerics.Tensors.TensorPrimitives.Dot(vector, passage.Vector.Span), 0.999f, 1.001f);
        }
    }

    public void Dispose() => _connection.Dispose();

    private object Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}
