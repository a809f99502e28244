using System.Runtime.CompilerServices;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Ingestion;

/// <summary>Carries articles from one store to another, with every version and number, by a file that knows neither.</summary>
public sealed class ArticleCarrier
{
    // As many texts as fill the model's batches, and few enough that little is lost when an import is ended.
    private const int BatchArticles = 16;
    private const int BatchCharacters = 200_000;

    private readonly IArticleStore _articles;
    private readonly PassageEmbedder _embedder;

    internal ArticleCarrier(IArticleStore articles, PassageEmbedder embedder) => (_articles, _embedder) = (articles, embedder);

    /// <summary>The store's articles, a list of lines each: line-delimited JSON, a line a version, in the order of ids and versions; one for a removed article.</summary>
    public IAsyncEnumerable<IReadOnlyList<string>> ExportAsync(CancellationToken cancellation) =>
        _articles.HistoriesAsync(cancellation).Select(history => (IReadOnlyList<string>)[.. HistoryLine.Of(history)]);

    /// <summary>
    /// Takes in a file that <see cref="ExportAsync"/> gave, from whichever store; yields an outcome for each article, and for each line that is none.
    /// An article that the store has known before is not touched. Called again after it was ended, it goes on where it was.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async IAsyncEnumerable<IngestOutcome> ImportAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var full = Path.GetFullPath(path);
        var stored = new StoredHistories(_articles);
        var batch = new List<ReadHistory>();
        await using var stream = File.OpenRead(full);
        await foreach (var read in HistoryFile.ReadAsync(stream, cancellation))
        {
            batch.Add(read);
            if (batch.Count >= BatchArticles || batch.Sum(CharactersOf) >= BatchCharacters)
            {
                await foreach (var outcome in TakeInAsync(full, batch, stored, cancellation))
                {
                    yield return outcome;
                }

                batch.Clear();
            }
        }

        await foreach (var outcome in TakeInAsync(full, batch, stored, cancellation))
        {
            yield return outcome;
        }
    }

    private async IAsyncEnumerable<IngestOutcome> TakeInAsync(
        string path, IReadOnlyList<ReadHistory> batch, StoredHistories stored, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var passages = await EmbedAsync(batch, stored, cancellation);
        foreach (var read in batch)
        {
            if (read.History is not { } history)
            {
                yield return Failed(path, read, read.Problem!);
                continue;
            }

            // A current version that none were made for is stored already; that of an id that stands twice in the file is, at its second place.
            passages.Remove(history.Id, out var made);
            var isNew = (history.Current is null || made is not null) && await _articles.RestoreAsync(history, made ?? [], cancellation);
            yield return isNew
                ? Outcome(path, read, IngestOutcomeKind.Added) with { Version = history.LastVersion, Passages = made?.Count ?? 0 }
                : await CompareAsync(path, read, history, stored, cancellation);
        }
    }

    /// <summary>The passages of each article that is not stored yet, by its id.</summary>
    private async Task<Dictionary<string, IReadOnlyList<IndexedPassage>>> EmbedAsync(IReadOnlyList<ReadHistory> batch, StoredHistories stored, CancellationToken cancellation)
    {
        var fresh = new List<Article>();
        foreach (var article in batch.Select(read => read.History?.Current).OfType<Article>().DistinctBy(article => article.Id, StringComparer.Ordinal))
        {
            if (!await stored.HasAsync(article.Id, cancellation))
            {
                fresh.Add(article);
            }
        }

        return fresh.Zip(await _embedder.EmbedAsync(fresh, cancellation)).ToDictionary(pair => pair.First.Id, pair => pair.Second, StringComparer.Ordinal);
    }

    private static async Task<IngestOutcome> CompareAsync(string path, ReadHistory read, ArticleHistory history, StoredHistories stored, CancellationToken cancellation)
    {
        try
        {
            return await stored.HasSameAsync(history, cancellation)
                ? Outcome(path, read, IngestOutcomeKind.Unchanged) with { Version = history.LastVersion }
                : Failed(path, read, $"this store has known the id '{history.Id}' before, with other versions or other metadata. To remove it does not help, since its numbers stay taken: import into a store that has not known it");
        }
        catch (DamagedArticleException damaged)
        {
            return Failed(path, read, damaged.Message);
        }
    }

    private static IngestOutcome Failed(string path, ReadHistory read, string error) =>
        Outcome(path, read, IngestOutcomeKind.Failed) with { Error = $"line {read.Line}: {error}" };

    private static IngestOutcome Outcome(string path, ReadHistory read, IngestOutcomeKind kind) =>
        new(path, read.Line, kind) { ArticleId = read.Id, Title = read.History?.Current?.Title };

    private static int CharactersOf(ReadHistory read) => read.History?.Versions.Sum(version => version.Article.Text.Length) ?? 0;
}
