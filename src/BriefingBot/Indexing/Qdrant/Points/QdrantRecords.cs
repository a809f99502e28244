using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Google.Protobuf.Collections;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>Reads the articles' records, and replaces one on the condition that nobody else has since it was read.</summary>
internal sealed class QdrantRecords(QdrantConnection connection, QdrantCollections collections)
{
    private const int PageSize = 256;

    // On several copies: what a majority has, of writes that went through one leader in order.
    private static readonly WriteOrdering InOrder = new() { Type = WriteOrderingType.Strong };

    private static readonly WithPayloadSelector Everything = new() { Enable = true };

    // Whoever only reads has the copy that is at hand, so that answers go on while a node is away.
    private ReadConsistency? OfMajority => connection.Options.ReplicationFactor > 1 ? new() { Type = ReadConsistencyType.Majority } : null;

    /// <summary>An article's record, or null when nothing was ever saved under the id.</summary>
    public async Task<ArticleRecord?> FindAsync(string id, CancellationToken cancellation) =>
        (await ReadAsync([id], Everything, consistency: null, cancellation)).GetValueOrDefault(id);

    /// <summary>The same for whoever is about to replace it: as most copies have it.</summary>
    public async Task<ArticleRecord?> FindToReplaceAsync(string id, CancellationToken cancellation) =>
        (await ReadAsync([id], Everything, OfMajority, cancellation)).GetValueOrDefault(id);

    /// <summary>The records that there are of these articles, without their older versions.</summary>
    public Task<IReadOnlyDictionary<string, ArticleRecord>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        ReadAsync(ids, Payload.Only(ArticleRecord.WithoutOlder), consistency: null, cancellation);

    /// <summary>
    /// Puts a record in the place of the one with the token <paramref name="expected"/>; null: where none is. Nothing happens when another
    /// writer was there first. Made again after a lost reply, it says what the first call did.
    /// </summary>
    /// <returns>The record as it stands then: with the token of the given one, or of another writer's.</returns>
    public async Task<ArticleRecord?> ReplaceAsync(string? expected, ArticleRecord record, CancellationToken cancellation)
    {
        var id = PointIds.OfRecord(record.Id);
        if (expected is null)
        {
            await connection.Points.UpsertAsync(
                new()
                {
                    CollectionName = collections.Articles,
                    Wait = true,
                    Ordering = InOrder,
                    UpdateMode = UpdateMode.InsertOnly,
                    Points = { new PointStruct { Id = id, Vectors = new() { Vectors_ = new() }, Payload = { record.ToPayload() } } },
                },
                cancellationToken: cancellation);
        }
        else
        {
            await connection.Points.OverwritePayloadAsync(
                new()
                {
                    CollectionName = collections.Articles,
                    Wait = true,
                    Ordering = InOrder,
                    Payload = { record.ToPayload() },
                    PointsSelector = QdrantFilters.Select(new()
                    {
                        Must = { new Condition { HasId = new() { HasId = { id } } }, QdrantFilters.Is(ArticleRecord.Revision, expected) },
                    }),
                },
                cancellationToken: cancellation);
        }

        return await FindToReplaceAsync(record.Id, cancellation);
    }

    /// <summary>Notes in records, whatever else becomes of them, that a load met their articles.</summary>
    public async Task SetSeenAsync(IReadOnlyCollection<string> ids, DateTimeOffset seen, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return;
        }

        await connection.Points.SetPayloadAsync(
            new()
            {
                CollectionName = collections.Articles,
                Wait = true,
                Ordering = InOrder,
                Payload = { [ArticleRecord.Seen] = seen.ToString("O", CultureInfo.InvariantCulture) },
                PointsSelector = new() { Points = new() { Ids = { ids.Select(PointIds.OfRecord) } } },
            },
            cancellationToken: cancellation);
    }

    /// <summary>Every record that the filter admits, in no order, a page at a time.</summary>
    public async IAsyncEnumerable<ArticleRecord> ScrollAsync(Filter filter, WithPayloadSelector fields, [EnumeratorCancellation] CancellationToken cancellation)
    {
        filter.Must.Add(QdrantFilters.Is(ArticleRecord.Kind, ArticleRecord.KindRecord));
        await foreach (var payload in connection.ScrollAsync(collections.Articles, filter, fields, PageSize, cancellation))
        {
            yield return Parse(payload);
        }
    }

    /// <summary>The ids of the articles whose records the filter admits, in the order of code points.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(Filter filter, CancellationToken cancellation)
    {
        filter.Must.Add(QdrantFilters.Is(ArticleRecord.Kind, ArticleRecord.KindRecord));
        var ids = await connection.ScrollAsync(collections.Articles, filter, Payload.Only(ArticleRecord.ArticleId), PageSize * 16, cancellation)
            .Select(payload => payload.Text(ArticleRecord.ArticleId)).ToListAsync(cancellation);

        // By code points, as SQLite orders them: the same articles are listed and exported alike.
        ids.Sort((one, other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)));
        return ids;
    }

    private async Task<IReadOnlyDictionary<string, ArticleRecord>> ReadAsync(
        IReadOnlyCollection<string> ids, WithPayloadSelector fields, ReadConsistency? consistency, CancellationToken cancellation)
    {
        var read = new GetPoints { CollectionName = collections.Articles, WithPayload = fields, ReadConsistency = consistency };
        read.Ids.AddRange(ids.Select(PointIds.OfRecord));
        try
        {
            var found = await connection.Points.GetAsync(read, cancellationToken: cancellation);

            // Ids that are no Unicode, or differ only in what cannot be stored, share a point with others.
            return found.Result.Select(point => Parse(point.Payload)).Where(record => ids.Contains(record.Id)).ToDictionary(record => record.Id, StringComparer.Ordinal);
        }
        catch (ArticleStoreException fault) when (QdrantFault.IsNotFound(fault))
        {
            // Nothing was ever saved.
            return ImmutableDictionary<string, ArticleRecord>.Empty;
        }
    }

    private ArticleRecord Parse(MapField<string, Value> payload)
    {
        try
        {
            return ArticleRecord.FromPayload(payload);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or OverflowException)
        {
            throw new DamagedArticleException(connection.Location, payload.TextOrNull(ArticleRecord.ArticleId) ?? "", "the record", fault);
        }
    }
}
