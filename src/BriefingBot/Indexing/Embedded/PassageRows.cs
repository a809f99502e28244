using BriefingBot.Articles;
using BriefingBot.Sqlite;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Indexing;

/// <summary>Passages as rows of the SQLite file.</summary>
internal static class PassageRows
{
    public static void Insert(SqliteConnection connection, SqliteTransaction transaction, long build, Article article, IReadOnlyList<IndexedPassage> passages)
    {
        for (var ordinal = 0; ordinal < passages.Count; ordinal++)
        {
            var (passage, vector, sentenceVectors, terms) = passages[ordinal];
            connection.Execute(
                transaction,
                """
                INSERT INTO passages(build, article_id, version, ordinal, span_start, span_end, terms, vector, sentences, sentence_vectors)
                VALUES (@build, @id, @version, @ordinal, @start, @end, @terms, @vector, @sentences, @sentenceVectors)
                """,
                ("build", build),
                ("id", article.Id),
                ("version", article.Version),
                ("ordinal", ordinal),
                ("start", passage.Span.Start),
                ("end", passage.Span.End),
                ("terms", string.Join(' ', terms)),
                ("vector", Packing.Pack(vector.Span)),
                ("sentences", Packing.Pack(passage.Sentences)),
                ("sentenceVectors", Packing.PackHalves(sentenceVectors, vector.Length)));
        }
    }

    public static SentenceVectors? Read(SqliteConnection connection, SqliteTransaction transaction, long build, PassageKey key) => connection.Query(
        transaction,
        """
        SELECT article_id, span_start, span_end, sentences, sentence_vectors FROM passages
        WHERE build = @build AND article_id = @id AND ordinal = @ordinal AND version = @version
        """,
        row =>
        {
            var sentences = Packing.UnpackSpans(row.GetFieldValue<byte[]>(3));
            return new SentenceVectors(new(new(row.GetInt32(1), row.GetInt32(2)), sentences), Packing.UnpackHalves(row.GetFieldValue<byte[]>(4), sentences.Length));
        },
        ("build", build),
        ("id", key.ArticleId),
        ("ordinal", key.Ordinal),
        ("version", key.Version)).SingleOrDefault();
}
