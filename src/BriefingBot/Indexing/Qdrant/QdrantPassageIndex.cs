using System.Collections.Immutable;
using BriefingBot.Articles;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>
/// Ranks passages by Qdrant: both lists, and what each term weighs among the passages that the asker may read, come in one round trip. Passages
/// that the articles' records do not name are left out, so a reader has an article before a change or after it.
/// </summary>
internal sealed class QdrantPassageIndex(QdrantConnection connection, QdrantCollections collections, QdrantRecords records) : IPassageIndex
{
    // Each time the index was switched, or an article replaced, between two calls.
    private const int MostTries = 5;

    // Of names of one kind; a question that names one beyond them is asked unchanged.
    private const ulong MostNames = 10_000;

    private static readonly SearchParams ByFullVectors = new() { Quantization = new() { Rescore = true, Oversampling = 2 } };

    public async Task<PassageRanking> RankAsync(PassageQuery query, CancellationToken cancellation)
    {
        var (limit, known) = (query.Limit, ImmutableDictionary<string, string?>.Empty);
        for (var tries = 1; ; tries++)
        {
            if (await RankOnceAsync(query, limit, cancellation) is not { } found)
            {
                ThrowIf(tries == MostTries);
                continue;
            }

            var standing = await StandingAsync(found, cancellation);
            var stale = found.Dense.Concat(found.Lexical).Where(passage => standing.GetValueOrDefault(passage.Key.ArticleId) != passage.Write).ToArray();

            // New passages are there before the record names them: a second look finds those that this one came too early for.
            var missing = stale.Select(passage => passage.Key.ArticleId)
                .Where(id => standing.GetValueOrDefault(id) is { } current && known.GetValueOrDefault(id) != current
                    && !found.Dense.Concat(found.Lexical).Any(passage => passage.Write == current));
            var crowded = stale.Length > 0 && (found.Dense.Length == limit || found.Lexical.Length == limit) && limit < query.Limit * 4;
            if (tries == MostTries || (!missing.Any() && !crowded))
            {
                return new(Current(found.Dense, standing, query.Limit), Current(found.Lexical, standing, query.Limit), found.TermWeights);
            }

            (known, limit) = (known.SetItems(standing), crowded ? limit * 2 : limit);
        }
    }

    public async Task<KnownNames> NamesAsync(Asker asker, CancellationToken cancellation)
    {
        if (await collections.ReadableAsync(cancellation) is not { } collection)
        {
            return KnownNames.Of([], [], []);
        }

        var names = await Task.WhenAll(new[] { ArticleRecord.Source, PassagePoints.Author, ArticleRecord.Labels }.Select(field => ValuesAsync(collection, field, asker, cancellation)));
        return KnownNames.Of(names[0], names[1], names[2]);
    }

    public async Task<IReadOnlyList<SentenceVectors?>> ReadAsync(IReadOnlyList<PassageKey> keys, CancellationToken cancellation)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        if (await collections.ReadableAsync(cancellation) is not { } collection)
        {
            return [.. keys.Select(_ => default(SentenceVectors))];
        }

        var standing = await records.FindAsync([.. keys.Select(key => key.ArticleId).Distinct(StringComparer.Ordinal)], cancellation);
        PointId?[] ids =
        [
            .. keys.Select(key => standing.GetValueOrDefault(key.ArticleId) is { Passages: { } write } record && record.Last == key.Version ? PointIds.OfPassage(write, key.Ordinal) : null),
        ];
        var request = new GetPoints { CollectionName = collection, WithPayload = PassagePoints.Words };
        request.Ids.AddRange(ids.OfType<PointId>());
        try
        {
            var found = await connection.Points.GetAsync(request, cancellationToken: cancellation);
            var payloads = found.Result.ToDictionary(point => point.Id, point => point.Payload);
            return [.. ids.Select(id => id is not null && payloads.TryGetValue(id, out var payload) ? PassagePoints.ReadWords(payload, connection.Location) : null)];
        }
        catch (ArticleStoreException fault) when (QdrantFault.IsNotFound(fault))
        {
            // The index was switched: whoever asks ranks again.
            return [.. keys.Select(_ => default(SentenceVectors))];
        }
    }

    /// <summary>Every value of a field; none where the collection is older than the field's index, or was switched meanwhile.</summary>
    private async Task<string[]> ValuesAsync(string collection, string field, Asker asker, CancellationToken cancellation)
    {
        try
        {
            var counts = await connection.Points.FacetAsync(
                new() { CollectionName = collection, Key = field, Filter = QdrantFilters.Readable(asker), Limit = MostNames, Exact = true }, cancellationToken: cancellation);
            return [.. counts.Hits.Where(hit => hit.Count > 0).Select(hit => hit.Value.StringValue)];
        }
        catch (ArticleStoreException fault) when (QdrantFault.IsNotFound(fault) || QdrantFault.IsWithoutIndex(fault))
        {
            return [];
        }
    }

    private void ThrowIf(bool givenUp)
    {
        if (givenUp)
        {
            throw new ArticleStoreException($"{connection.Location}: the index was switched {MostTries} times during one question. Is a program making it anew over and over?");
        }
    }

    /// <summary>Both lists as they are found, and the terms' weights; null when the index was switched in between.</summary>
    private async Task<Found?> RankOnceAsync(PassageQuery query, int limit, CancellationToken cancellation)
    {
        if (await collections.ReadableAsync(cancellation) is not { } collection)
        {
            return new([], [], query.Terms.ToImmutableDictionary(term => term, _ => Bm25.Idf(0, 0)));
        }

        try
        {
            var readable = QdrantFilters.Readable(query.Asker);
            var counting = connection.Points.CountAsync(new() { CollectionName = collection, Filter = readable, Exact = true }, cancellationToken: cancellation).ResponseAsync;
            var rarity = TermRarity.By(await connection.ServerVersionAsync(cancellation));
            var batch = new QueryBatchPoints { CollectionName = collection };
            batch.QueryPoints.Add(Dense(collection, query, limit));
            if (!query.Terms.IsEmpty)
            {
                batch.QueryPoints.Add(rarity.Ranking(collection, query, limit));
                batch.QueryPoints.AddRange(query.Terms.Select(term => rarity.Probe(collection, query, term)));
            }

            var searching = connection.Points.QueryBatchAsync(batch, cancellationToken: cancellation).ResponseAsync;
            await Task.WhenAll(counting, searching);
            var (passages, lists) = ((long)(await counting).Result.Count, (await searching).Result);
            var idf = query.Terms.Select((term, i) => (Term: term, Idf: rarity.IdfOf(term, lists[i + 2], passages))).ToImmutableDictionary(pair => pair.Term, pair => pair.Idf);
            return new(Read(lists[0], point => point.Score), query.Terms.IsEmpty ? [] : Read(lists[1], point => rarity.ScoreOf(point, idf)), idf);
        }
        catch (ArticleStoreException fault) when (QdrantFault.IsNotFound(fault))
        {
            return null;
        }
    }

    private static QueryPoints Dense(string collection, PassageQuery query, int limit) => new()
    {
        CollectionName = collection,
        Query = query.Vector.ToArray(),
        Using = QdrantCollections.Dense,
        Filter = QdrantFilters.Readable(query.Asker).And(query.Filter),
        Params = ByFullVectors,
        Limit = (ulong)limit,
        WithPayload = PassagePoints.Key,
    };

    private static ImmutableArray<FoundPassage> Read(BatchResult list, Func<ScoredPoint, double> score) => [.. list.Result.Select(point =>
    {
        var (key, write) = PassagePoints.ReadKey(point.Payload);
        return new FoundPassage(key, write, score(point));
    })];

    /// <summary>The write that each found article's record names; null of an article that has none.</summary>
    private async Task<ImmutableDictionary<string, string?>> StandingAsync(Found found, CancellationToken cancellation)
    {
        string[] ids = [.. found.Dense.Concat(found.Lexical).Select(passage => passage.Key.ArticleId).Distinct(StringComparer.Ordinal)];
        var standing = ids.Length == 0 ? ImmutableDictionary<string, ArticleRecord>.Empty : await records.FindAsync(ids, cancellation);
        return ids.ToImmutableDictionary(id => id, id => standing.GetValueOrDefault(id)?.Passages, StringComparer.Ordinal);
    }

    private static ImmutableArray<RankedPassage> Current(ImmutableArray<FoundPassage> list, ImmutableDictionary<string, string?> standing, int limit) =>
    [
        .. list.Where(passage => standing.GetValueOrDefault(passage.Key.ArticleId) == passage.Write)
            .Select(passage => new RankedPassage(passage.Key, passage.Score))
            .OrderByDescending(passage => passage.Score)
            .ThenBy(passage => passage.Key.ArticleId, StringComparer.Ordinal)
            .ThenBy(passage => passage.Key.Ordinal)
            .Take(limit),
    ];

    private readonly record struct FoundPassage(PassageKey Key, string Write, double Score);

    private sealed record Found(ImmutableArray<FoundPassage> Dense, ImmutableArray<FoundPassage> Lexical, ImmutableDictionary<string, double> TermWeights);
}
