using System.Runtime.CompilerServices;
using Google.Protobuf.Collections;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>All points that a filter admits, page by page.</summary>
internal static class QdrantScroll
{
    /// <summary>Their payload, in the order of the points' ids. A collection that is not there has none.</summary>
    public static async IAsyncEnumerable<MapField<string, Value>> ScrollAsync(
        this QdrantConnection connection, string collection, Filter filter, WithPayloadSelector fields, int pageSize, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ScrollPoints { CollectionName = collection, Filter = filter, WithPayload = fields, Limit = (uint)pageSize };
        do
        {
            ScrollResponse page;
            try
            {
                page = await connection.Points.ScrollAsync(request, cancellationToken: cancellation);
            }
            catch (ArticleStoreException fault) when (QdrantFault.IsNotFound(fault))
            {
                yield break;
            }

            foreach (var point in page.Result)
            {
                yield return point.Payload;
            }

            request.Offset = page.NextPageOffset;
        }
        while (request.Offset is not null);
    }
}
