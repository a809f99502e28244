using BriefingBot.Embedding;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>The collections of a store: which there are, which passages are in use, and how new ones are made.</summary>
internal sealed class QdrantCollections(QdrantConnection connection, IndexStamps stamps, VectorLength length)
{
    public const string Dense = "dense";
    public const string Lexical = "bm25";

    private readonly string _alias = CollectionName.Alias(connection.Options.Collections);

    public string Articles { get; } = CollectionName.Articles(connection.Options.Collections);

    /// <summary>The passages in use, whatever they were made with; null in a store that nothing was ever written to.</summary>
    public async Task<CollectionName?> CurrentAsync(CancellationToken cancellation)
    {
        var aliases = await connection.Collections.ListAliasesAsync(new(), cancellationToken: cancellation);
        var current = aliases.Aliases.FirstOrDefault(alias => alias.AliasName == _alias)?.CollectionName;
        return current is null ? null
            : CollectionName.TryParse(connection.Options.Collections, current, out var name) ? name
            : throw new ArticleStoreException(
                CollectionName.IsOfOtherSchema(connection.Options.Collections, current)
                    ? $"{connection.Location}: the collection {current} was made by another version of this program. Use that version, or choose other collections with Qdrant:Collections."
                    : $"{connection.Location}: the alias {_alias} leads to {current}, which is not of this program. Choose other collections with Qdrant:Collections.");
    }

    /// <summary>The passages to read, or null when there are none. Throws <see cref="ArticleStoreException"/> when they were made with something else.</summary>
    public async Task<string?> ReadableAsync(CancellationToken cancellation)
    {
        var current = await CurrentAsync(cancellation);
        ThrowUnlessOurs(current);
        return current?.Text;
    }

    /// <summary>The passages to write to, made with all the rest where nothing is.</summary>
    public async Task<string> WritableAsync(CancellationToken cancellation)
    {
        if (await ReadableAsync(cancellation) is { } current)
        {
            return current;
        }

        // Another process may be doing the same: it makes the same names.
        await MakeArticlesAsync(cancellation);
        await MakePassagesAsync(CollectionName.Of(connection.Options.Collections, stamps, 1), cancellation);
        await PointAliasAsync(CollectionName.Of(connection.Options.Collections, stamps, 1), replaced: null, cancellation);
        return await ReadableAsync(cancellation) ?? throw new ArticleStoreException($"{connection.Location}: the alias {_alias} was made and is gone again. Is another program deleting collections?");
    }

    /// <summary>Every collection of passages, in use or not.</summary>
    public async Task<IReadOnlyList<CollectionName>> AllPassagesAsync(CancellationToken cancellation)
    {
        var listed = await connection.Collections.ListAsync(new(), cancellationToken: cancellation);
        return
        [
            .. listed.Collections
                .Select(collection => CollectionName.TryParse(connection.Options.Collections, collection.Name, out var name) ? name : null)
                .OfType<CollectionName>(),
        ];
    }

    /// <summary>Makes a collection of passages with its indexes. One that is there already is completed.</summary>
    public async Task MakePassagesAsync(CollectionName name, CancellationToken cancellation)
    {
        var vectors = new VectorParamsMap();
        vectors.Map[Dense] = new VectorParams
        {
            Size = (ulong)await length.GetAsync(cancellation),
            Distance = Distance.Cosine,
            Memory = WhereConfigured,

            // Ranked by one byte a dimension, then by the full vectors.
            QuantizationConfig = new() { Scalar = new() { Type = QuantizationType.Int8, Quantile = 0.99f, Memory = Memory.Pinned } },
        };
        var sparse = new SparseVectorConfig();
        sparse.Map[Lexical] = new SparseVectorParams { Modifier = Modifier.Idf, Index = new() { Memory = WhereConfigured } };
        await MakeAsync(New(name.Text, new() { ParamsMap = vectors }, sparse), cancellation);
        foreach (var (field, type) in PassagePoints.Indexed)
        {
            await IndexAsync(name.Text, field, type, cancellation);
        }
    }

    /// <summary>Leads the alias to a collection, away from another where there is one, in one step.</summary>
    public async Task PointAliasAsync(CollectionName to, CollectionName? replaced, CancellationToken cancellation)
    {
        var change = new ChangeAliases();
        if (replaced is not null)
        {
            change.Actions.Add(new AliasOperations { DeleteAlias = new() { AliasName = _alias } });
        }

        change.Actions.Add(new AliasOperations { CreateAlias = new() { AliasName = _alias, CollectionName = to.Text } });
        await connection.Collections.UpdateAliasesAsync(change, cancellationToken: cancellation);
    }

    public async Task DeleteAsync(CollectionName name, CancellationToken cancellation) =>
        await connection.Collections.DeleteAsync(new() { CollectionName = name.Text }, cancellationToken: cancellation);

    private Memory WhereConfigured => connection.Options.OnDisk ? Memory.Cold : Memory.Cached;

    private void ThrowUnlessOurs(CollectionName? current) => current?.Stamps.ThrowUnlessMadeWith(CollectionName.AsSpelt(stamps), connection.Location);

    private async Task MakeArticlesAsync(CancellationToken cancellation)
    {
        await MakeAsync(New(Articles, vectors: null, sparse: null), cancellation);
        foreach (var (field, type) in ArticleRecord.Indexed)
        {
            await IndexAsync(Articles, field, type, cancellation);
        }
    }

    private CreateCollection New(string name, VectorsConfig? vectors, SparseVectorConfig? sparse)
    {
        var made = new CreateCollection
        {
            CollectionName = name,
            VectorsConfig = vectors,
            SparseVectorsConfig = sparse,
            ReplicationFactor = (uint)connection.Options.ReplicationFactor,
            WriteConsistencyFactor = (uint)connection.Options.WriteConsistencyFactor,

            // Read for a few passages a question; in memory it would take three times its size.
            Payload = new() { Memory = Memory.Cold },
        };
        if (connection.Options.Shards is { } shards)
        {
            made.ShardNumber = (uint)shards;
        }

        return made;
    }

    private async Task MakeAsync(CreateCollection collection, CancellationToken cancellation)
    {
        try
        {
            await connection.Collections.CreateAsync(collection, cancellationToken: cancellation);
        }
        catch (ArticleStoreException fault) when (QdrantFault.IsAlreadyThere(fault))
        {
        }
    }

    private async Task IndexAsync(string collection, string field, FieldType type, CancellationToken cancellation) => await connection.Points.CreateFieldIndexAsync(
        new() { CollectionName = collection, FieldName = field, FieldType = type, Wait = true }, cancellationToken: cancellation);
}
