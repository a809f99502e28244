using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.Diagnosis;
using Microsoft.Extensions.DependencyInjection;
using Qdrant.Client.Grpc;
using Condition = BriefingBot.Diagnosis.Condition;
using GrpcCondition = Qdrant.Client.Grpc.Condition;

namespace BriefingBot.Indexing;

/// <summary>Looks at the server and the collections, and writes nothing.</summary>
internal sealed class QdrantExamination(QdrantConnection connection, IServiceProvider services, ExaminedVectors vectors)
{
    private const int MostTexts = 20;

    public static IEnumerable<ExaminedPart> Parts(IServiceProvider services, TimeSpan limit, ExaminedVectors vectors)
    {
        var examination = new Lazy<QdrantExamination>(() => new(services.GetRequiredService<QdrantConnection>(), services, vectors));
        return
        [
            new("store", limit, cancellation => examination.Value.StoreAsync(cancellation)),
            new("texts", limit, cancellation => examination.Value.TextsAsync(cancellation)),
            new("index", limit + vectors.Patience, cancellation => examination.Value.IndexAsync(cancellation)),
        ];
    }

    private QdrantCollections Collections => services.GetRequiredService<QdrantCollections>();

    private async Task<(Condition Condition, string What)> StoreAsync(CancellationToken cancellation)
    {
        // Any key may ask for the version; the collections tell whether this one is right.
        var version = await connection.ServerVersionAsync(cancellation);
        var listed = await connection.Collections.ListAsync(new(), cancellationToken: cancellation);
        var own = listed.Collections.Count(collection => collection.Name.StartsWith(connection.Options.Collections + "_", StringComparison.Ordinal));
        return own == 0
            ? (Condition.Warning, $"{connection.Location}, version {version}, has no collections of this store yet. The first 'briefing ingest' makes them.")
            : (Condition.Ok, $"{connection.Location}, version {version}, has {own} collections of this store.");
    }

    private async Task<(Condition Condition, string What)> TextsAsync(CancellationToken cancellation)
    {
        var articles = services.GetRequiredService<QdrantArticleStore>();
        var compared = 0;
        foreach (var id in await articles.UsedIdsAsync(MostTexts, cancellation))
        {
            // Reading compares the text with its hash.
            compared += await articles.FindAsync(id, version: null, cancellation) is null ? 0 : 1;
        }

        var begun = new Filter { MustNot = { new GrpcCondition { IsEmpty = new() { Key = ArticleRecord.PendingWrites } } } };
        var pending = await services.GetRequiredService<QdrantRecords>().IdsAsync(begun, cancellation);
        return pending.Count > 0
            ? (Condition.Warning, string.Create(CultureInfo.InvariantCulture, $"{pending.Count:N0} articles are being written, or a load was killed while it wrote them. If none is running, run 'briefing repair'."))
            : (Condition.Ok, compared == 0 ? "There are none to compare." : $"{compared} stored {(compared == 1 ? "text" : "texts")} compared with their hashes: all are whole.");
    }

    private async Task<(Condition Condition, string What)> IndexAsync(CancellationToken cancellation)
    {
        if (await Collections.CurrentAsync(cancellation) is not { } current)
        {
            return (Condition.Ok, "There is none yet.");
        }

        var info = await connection.Collections.GetAsync(new() { CollectionName = current.Text }, cancellationToken: cancellation);
        var dimensions = info.Result?.Config?.Params?.VectorsConfig?.ParamsMap?.Map.GetValueOrDefault(QdrantCollections.Dense)?.Size ?? 0;
        await vectors.ThrowUnlessFittingAsync(current.Stamps, CollectionName.AsSpelt, (long)dimensions, connection.Location, cancellation);
        var articles = await services.GetRequiredService<QdrantArticleStore>().CountAsync(ArticleFilter.All, cancellation);
        return articles == 0
            ? (Condition.Warning, "The store has no articles, so every question is refused. Load some with 'briefing ingest PATH'.")
            : (Condition.Ok, string.Create(CultureInfo.InvariantCulture, $"{articles:N0} {(articles == 1 ? "article" : "articles")}, made with {current.Stamps.Model}."));
    }
}
