using System.Runtime.CompilerServices;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Ingestion;

/// <summary>Carries articles from one store to another, with every version and number, by a file that knows neither.</summary>
public sealed class ArticleCarrier
{
    // As many texts as fill the model's batches.
    private const int BatchArticles = 16;

    private readonly IArticleStore _articles;
    private readonly PassageEmbedder _embedder;

    internal ArticleCarrier(IArticleStore articles, PassageEmbedder embedder) => (_articles, _embedder) = (articles, embedder);

    /// <summary>The store's articles, a list of lines each: line-delimited JSON, a line a version, in the order of ids and versions; one for a removed article.</summary>
    public IAsyncEnumerable<IReadOnlyList<string>> ExportAsync(CancellationToken cancellation) =>
        _articles.HistoriesAsync(cancellation).Select(history => (IReadOnlyList<string>)[.. HistoryLine.Of(history)]);

    /// <summary>
    /// Takes in a file that <see cref="ExportAsync"/> gave, from whichever store; yields an outcome for each article, and for each line that is none.
    /// An article that the store has known before is not touched.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async IAsyncEnumerable<IngestOutcome> ImportAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var full = Path.GetFullPath(path);
        await foreach (var batch in HistoryFile.ReadAsync(full, cancellation).Chunk(BatchArticles).WithCancellation(cancellation))
        {
            ArticleHistory[] whole = [.. batch.Select(read => read.History).OfType<ArticleHistory>()];
            Article[] current = [.. whole.Select(history => history.Current).OfType<Article>()];
            var passages = current.Zip(await _embedder.EmbedAsync(current, cancellation)).ToDictionary(pair => pair.First.Id, pair => pair.Second, StringComparer.Ordinal);
            foreach (var read in batch)
            {
                yield return read.History is { } history
                    ? await RestoreAsync(full, read.Line, history, passages.GetValueOrDefault(history.Id, []), cancellation)
                    : new(full, read.Line, IngestOutcomeKind.Failed) { ArticleId = read.Id, Error = $"line {read.Line}: {read.Problem}" };
            }
        }
    }

    private async Task<IngestOutcome> RestoreAsync(string path, int line, ArticleHistory history, IReadOnlyList<IndexedPassage> passages, CancellationToken cancellation)
    {
        var restored = await _articles.RestoreAsync(history, passages, cancellation);
        var kind = restored ? IngestOutcomeKind.Added : await IsStoredAsync(history, cancellation) ? IngestOutcomeKind.Unchanged : IngestOutcomeKind.Failed;
        return new(path, line, kind)
        {
            ArticleId = history.Id,
            Version = kind == IngestOutcomeKind.Failed ? null : history.LastVersion,
            Title = history.Current?.Title,
            Passages = restored ? passages.Count : 0,
            Error = kind == IngestOutcomeKind.Failed ? $"line {line}: this store has known the id '{history.Id}' before, with other versions. Import into a store that has not" : null,
        };
    }

    private async Task<bool> IsStoredAsync(ArticleHistory history, CancellationToken cancellation)
    {
        var current = await _articles.FindAsync(history.Id, version: null, cancellation);
        if (current?.Version != history.Current?.Version)
        {
            return false;
        }

        foreach (var (article, _) in history.Versions)
        {
            if (await _articles.FindAsync(history.Id, article.Version, cancellation) is not { } stored || !ArticleIngestor.IsSame(stored, article))
            {
                return false;
            }
        }

        return true;
    }
}
