using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>Writes and deletes the points of passages.</summary>
internal sealed class QdrantPassages(QdrantConnection connection)
{
    // Ten kilobytes a passage, with its sentences' vectors.
    private const int PointsAtOnce = 128;

    /// <summary>
    /// Writes an article's passages. The first goes last: where it is, all are, so that what a writer left that was killed can be told.
    /// </summary>
    public async Task WriteAsync(string collection, Article article, string write, IReadOnlyList<IndexedPassage> passages, CancellationToken cancellation)
    {
        foreach (var some in Enumerable.Range(0, passages.Count).Reverse().Chunk(PointsAtOnce))
        {
            await connection.Points.UpsertAsync(
                new() { CollectionName = collection, Wait = true, Points = { some.Select(ordinal => PassagePoints.ToPoint(article, write, passages, ordinal)) } },
                cancellationToken: cancellation);
        }
    }

    /// <summary>Deletes all points of these writes. A collection that is not there has none.</summary>
    public async Task DeleteAsync(string collection, IReadOnlyCollection<string> writes, CancellationToken cancellation)
    {
        try
        {
            await connection.Points.DeleteAsync(
                new() { CollectionName = collection, Wait = true, Points = QdrantFilters.Select(new() { Must = { QdrantFilters.Any(ArticleRecord.Write, writes) } }) },
                cancellationToken: cancellation);
        }
        catch (ArticleStoreException fault) when (QdrantFault.IsNotFound(fault))
        {
        }
    }
}
