using System.Text;
using BriefingBot.Articles;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>The texts of articles' versions, in points beside the records. A text's points are written once and never changed.</summary>
internal sealed class QdrantTexts(QdrantConnection connection, QdrantCollections collections)
{
    private const string Part = "part";
    private const string Text = "text";

    // Three megabytes or so a message.
    private const int PartsAtOnce = 4;

    public async Task WriteAsync(string articleId, string write, string text, CancellationToken cancellation)
    {
        var points = TextParts.Cut(text).Select((part, number) => new PointStruct
        {
            Id = PointIds.OfText(write, number),
            Vectors = new() { Vectors_ = new() },
            Payload =
            {
                [ArticleRecord.Kind] = ArticleRecord.KindText,
                [ArticleRecord.ArticleId] = articleId,
                [ArticleRecord.Write] = write,
                [Part] = number,
                [Text] = part,
            },
        });
        foreach (var some in points.Chunk(PartsAtOnce))
        {
            await connection.Points.UpsertAsync(new() { CollectionName = collections.Articles, Wait = true, Points = { some } }, cancellationToken: cancellation);
        }
    }

    /// <summary>The text of a version, or null when it is not there any more. Throws <see cref="DamagedArticleException"/> when it is not what was written.</summary>
    public async Task<string?> ReadAsync(string articleId, VersionRecord version, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var some in Enumerable.Range(0, version.Parts).Chunk(PartsAtOnce))
        {
            var request = new GetPoints { CollectionName = collections.Articles, WithPayload = Payload.Only(Part, Text) };
            request.Ids.AddRange(some.Select(number => PointIds.OfText(version.Text, number)));
            var found = await connection.Points.GetAsync(request, cancellationToken: cancellation);
            if (found.Result.Count != some.Length)
            {
                return null;
            }

            foreach (var point in found.Result.OrderBy(point => point.Payload.Whole(Part)))
            {
                text.Append(point.Payload.Text(Text));
            }
        }

        var whole = text.ToString();
        return Article.HashOf(whole) == version.TextHash ? whole : throw new DamagedArticleException(connection.Location, articleId, "the stored text");
    }
}
