using System.Runtime.CompilerServices;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Ingestion;

/// <summary>Takes articles in: read, split, embed, index. A bad article is an outcome, and the rest goes on.</summary>
public sealed class ArticleIngestor
{
    // Enough texts to fill the model's batches, few enough that little is lost when a load is ended.
    private const int BatchArticles = 16;
    private const int BatchCharacters = 200_000;

    private readonly IArticleStore _articles;
    private readonly PassageEmbedder _embedder;

    internal ArticleIngestor(IArticleStore articles, PassageEmbedder embedder) => (_articles, _embedder) = (articles, embedder);

    /// <summary>
    /// Ingests files, folders and globs; yields an outcome for each article and for each input that could not be read. Cancelled or killed
    /// at any moment, it leaves each article whole, in its old version or its new one.
    /// </summary>
    /// <param name="inputs">Paths of files and folders, and globs.</param>
    /// <param name="replace">Let an input take over an id that came from another input path before.</param>
    /// <param name="cancellation">Ends the load after the article at hand.</param>
    public IAsyncEnumerable<IngestOutcome> IngestAsync(IEnumerable<string> inputs, bool replace = false, CancellationToken cancellation = default) =>
        IngestAsync(inputs, new IngestOptions { Replace = replace }, cancellation);

    /// <summary>Likewise, with what else the load does.</summary>
    /// <param name="inputs">Paths of files and folders, and globs.</param>
    /// <param name="options">Labels and groups of the articles, and who may take over an id.</param>
    /// <param name="cancellation">Ends the load after the article at hand.</param>
    public async IAsyncEnumerable<IngestOutcome> IngestAsync(
        IEnumerable<string> inputs, IngestOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var load = new LoadedIds();
        var batch = new List<ReadInput>();

        // [1] read
        await foreach (var found in ArticleReading.ReadAsync(inputs, options.Track is { } track ? file => track.Begin(options.NameOf(file.FullPath)) : null, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var read = options.Applied(found);
            if (options.Track?.HasRecorded(read.Input, read.Line) == true)
            {
                // Counted by the process that began the load; its id is taken all the same.
                _ = read.Article is null ? null : load.Repeated(read);
                continue;
            }

            if (await SettleAsync(read, load, options.Replace, cancellation) is { } settled)
            {
                yield return settled;
                continue;
            }

            batch.Add(read);
            options.Track?.Hold();
            if (batch.Count >= BatchArticles || batch.Sum(pending => pending.Article!.Text.Length) >= BatchCharacters)
            {
                await foreach (var outcome in StoreAsync(batch, options.Replace, cancellation))
                {
                    yield return outcome;
                }

                batch.Clear();
                options.Track?.Release();
            }
        }

        await foreach (var outcome in StoreAsync(batch, options.Replace, cancellation))
        {
            yield return outcome;
        }
    }

    /// <summary>The outcome of what needs no storing: a failure, or an article that is stored just so. Null for the others.</summary>
    private async Task<IngestOutcome?> SettleAsync(ReadInput read, LoadedIds load, bool replace, CancellationToken cancellation)
    {
        if (read.Article is not { } article)
        {
            return read.Failed(read.Problem!);
        }

        if (load.Repeated(read) is { } repeated)
        {
            return repeated;
        }

        Article? stored;
        try
        {
            stored = await _articles.FindAsync(article.Id, version: null, cancellation);
        }
        catch (DamagedArticleException damaged)
        {
            return read.Failed(damaged.Message);
        }

        if (stored is null || (replace && stored.InputPath != article.InputPath))
        {
            return null;
        }

        return stored.InputPath != article.InputPath ? FromElsewhere(read, stored.InputPath)
            : IsSame(stored, article) ? read.Outcome(IngestOutcomeKind.Unchanged) with { Version = stored.Version }
            : null;
    }

    private async IAsyncEnumerable<IngestOutcome> StoreAsync(List<ReadInput> batch, bool replace, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (batch.Count == 0)
        {
            yield break;
        }

        // [2] split and [3] embed
        var passages = await _embedder.EmbedAsync([.. batch.Select(read => read.Article!)], cancellation);

        // [4] index
        foreach (var (read, made) in batch.Zip(passages))
        {
            var saved = await _articles.SaveAsync(read.Article!, made, replace, cancellation);
            yield return saved.OtherInputPath is { } other
                ? FromElsewhere(read, other)
                : read.Outcome(saved.IsNew ? IngestOutcomeKind.Added : IngestOutcomeKind.Updated) with
                {
                    Version = saved.Version,
                    Passages = made.Count,
                    Words = read.Article!.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length,
                };
        }
    }

    private static IngestOutcome FromElsewhere(ReadInput read, string? inputPath) => read.Failed(
        $"the id '{read.Article!.Id}' came from {inputPath} before; give this one an id of its own, or let it take over with --replace");

    /// <summary>Whether text and metadata are the same, whatever the version.</summary>
    internal static bool IsSame(Article stored, Article read) =>
        stored.Labels.SequenceEqual(read.Labels)
        && stored.Groups.SequenceEqual(read.Groups)
        && stored with { Version = 0, Labels = [], Groups = [] } == read with { Version = 0, Labels = [], Groups = [] };
}
