using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Articles;
using Google.Protobuf.Collections;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>Passages as points: the dense vector, the terms as a sparse one, and what is needed to filter and to quote.</summary>
internal static class PassagePoints
{
    public const string Ordinal = "ordinal";
    public const string Groups = "groups";
    public const string Version = "version";
    public const string Author = "author";

    /// <summary>How many passages their article has.</summary>
    public const string Count = "count";

    private const string Sentences = "sentences";
    private const string SentenceVectors = "sentence_vectors";
    private const string Start = "start";
    private const string End = "end";

    /// <summary>The fields that are searched by.</summary>
    public static readonly ImmutableArray<(string Field, FieldType Type)> Indexed =
    [
        (ArticleRecord.ArticleId, FieldType.Keyword), (ArticleRecord.Write, FieldType.Keyword), (Ordinal, FieldType.Integer), (Groups, FieldType.Keyword),
        (ArticleRecord.Source, FieldType.Keyword), (Author, FieldType.Keyword), (ArticleRecord.Labels, FieldType.Keyword), (ArticleRecord.Published, FieldType.Datetime),
    ];

    /// <summary>What a ranking needs.</summary>
    public static readonly WithPayloadSelector Key = Payload.Only(ArticleRecord.ArticleId, ArticleRecord.Write, Version, Ordinal);

    /// <summary>What a drafter needs.</summary>
    public static readonly WithPayloadSelector Words = Payload.Only(ArticleRecord.ArticleId, Start, End, Sentences, SentenceVectors);

    public static PointStruct ToPoint(Article article, string write, IReadOnlyList<IndexedPassage> passages, int ordinal)
    {
        var (passage, vector, sentenceVectors, terms) = passages[ordinal];
        var point = new PointStruct
        {
            Id = PointIds.OfPassage(write, ordinal),
            Vectors = Vectors(vector, terms),
            Payload =
            {
                [ArticleRecord.ArticleId] = article.Id,
                [Version] = article.Version,
                [ArticleRecord.Write] = write,
                [Ordinal] = ordinal,
                [Count] = passages.Count,
                [Start] = passage.Span.Start,
                [End] = passage.Span.End,
                ["text"] = article.Cut(passage.Span),
                ["title"] = article.Title,
                [ArticleRecord.Labels] = Payload.List(article.Labels),
                [Groups] = Payload.List(article.Groups),
                [Sentences] = Convert.ToBase64String(Packing.Pack(passage.Sentences)),
                [SentenceVectors] = Convert.ToBase64String(Packing.PackHalves(sentenceVectors, vector.Length)),
            },
        };
        foreach (var (field, value) in new[] { (ArticleRecord.Source, article.Source), (Author, article.Author), (ArticleRecord.Published, article.Published is { } date ? ArticleRecord.OnItsClock(date) : null) })
        {
            if (value is not null)
            {
                point.Payload[field] = value;
            }
        }

        return point;
    }

    public static (PassageKey Key, string Write) ReadKey(MapField<string, Value> payload) =>
        (new(payload.Text(ArticleRecord.ArticleId), payload.Whole(Version), payload.Whole(Ordinal)), payload.Text(ArticleRecord.Write));

    /// <summary>Throws <see cref="DamagedArticleException"/> when it is not what <see cref="ToPoint"/> writes.</summary>
    public static SentenceVectors ReadWords(MapField<string, Value> payload, string location)
    {
        try
        {
            var sentences = Packing.UnpackSpans(Convert.FromBase64String(payload.Text(Sentences)));
            return new(
                new(new(payload.Whole(Start), payload.Whole(End)), sentences),
                Packing.UnpackHalves(Convert.FromBase64String(payload.Text(SentenceVectors)), sentences.Length));
        }
        catch (Exception fault) when (fault is FormatException or InvalidDataException or ArgumentException or InvalidOperationException or OverflowException)
        {
            throw new DamagedArticleException(location, payload.TextOrNull(ArticleRecord.ArticleId) ?? "", "the index", fault);
        }
    }

    /// <summary>The dimension of a term: four bytes of its hash. Two of a million terms share one a hundred times.</summary>
    public static uint Dimension(string term) => BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(term)));

    private static Dictionary<string, Vector> Vectors(ReadOnlyMemory<float> dense, IReadOnlyList<string> terms)
    {
        var vectors = new Dictionary<string, Vector> { [QdrantCollections.Dense] = dense.ToArray() };
        if (terms.Count > 0)
        {
            vectors[QdrantCollections.Lexical] = Weights(terms);
        }

        return vectors;
    }

    /// <summary>Each term's weight without its idf, which the server multiplies in.</summary>
    private static (float Weight, uint Dimension)[] Weights(IReadOnlyList<string> terms) =>
    [
        .. terms.CountBy(term => term)
            .GroupBy(term => Dimension(term.Key), term => (float)Bm25.TermWeight(term.Value, terms.Count))
            .OrderBy(term => term.Key)
            .Select(term => (term.Sum(), term.Key)),
    ];
}
