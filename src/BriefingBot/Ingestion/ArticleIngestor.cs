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

    // What was met and not changed is noted in one step for so many.
    private const int BatchSeen = 256;

    private readonly IArticleStore _articles;
    private readonly PassageEmbedder _embedder;
    private readonly IsolatedReaders _readers;
    private readonly WebInputs _web;

    internal ArticleIngestor(IArticleStore articles, PassageEmbedder embedder, IsolatedReaders readers, WebInputs web) =>
        (_articles, _embedder, _readers, _web) = (articles, embedder, readers, web);

    /// <summary>
    /// Ingests files, folders, globs and addresses of the web; yields an outcome for each article and for each input that could not be read. Cancelled or killed
    /// at any moment, it leaves each article whole, in its old version or its new one.
    /// </summary>
    /// <param name="inputs">Paths of files and folders, globs, and http or https addresses.</param>
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
        var (seen, isWhole) = (new List<string>(), false);
        try
        {
            await foreach (var outcome in IngestAsync(inputs, options, seen, cancellation))
            {
                yield return outcome;
            }

            isWhole = true;
        }
        finally
        {
            // Also what was met before the load was ended.
            await NoteSeenAsync(seen, isWhole);
        }
    }

    private async IAsyncEnumerable<IngestOutcome> IngestAsync(
        IEnumerable<string> inputs, IngestOptions options, List<string> seen, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var load = new LoadedIds();
        var stories = new Stories(_articles);
        var batch = new List<ReadInput>();

        // [1] read
        await foreach (var found in ArticleReading.ReadAsync(inputs, _readers, _web, options.PassesOver, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var read = options.Applied(found);
            if (options.Track?.HasRecorded(read.Input, read.Line) == true)
            {
                // Counted by the process that began the load; its id is taken all the same.
                _ = read.Article is null ? null : load.Repeated(read);
                continue;
            }

            var placed = await PlacedAsync(read, load, options.HasLeft, cancellation);
            if (await SettleAsync(placed, load, options.Replace, cancellation) is { } settled)
            {
                // What failed is in its input all the same.
                if (settled.ArticleId is { } id)
                {
                    seen.Add(id);
                }

                if (seen.Count >= BatchSeen)
                {
                    await _articles.SeenAsync(seen, cancellation);
                    seen.Clear();
                }

                yield return settled;
                continue;
            }

            batch.Add(placed);
            options.Track?.Hold();
            if (batch.Count >= BatchArticles || batch.Sum(pending => pending.Article!.Text.Length) >= BatchCharacters)
            {
                await foreach (var outcome in StoreAsync(batch, stories, options.Replace, cancellation))
                {
                    yield return outcome;
                }

                batch.Clear();
                options.Track?.Release();
            }
        }

        await foreach (var outcome in StoreAsync(batch, stories, options.Replace, cancellation))
        {
            yield return outcome;
        }
    }

    private async Task NoteSeenAsync(List<string> seen, bool isWhole)
    {
        try
        {
            if (seen.Count > 0)
            {
                await _articles.SeenAsync(seen, CancellationToken.None);
            }
        }
        catch (ArticleStoreException) when (!isWhole)
        {
            // What ended the load is told instead.
        }
    }

    /// <summary>
    /// The article under the id that it is stored under, where its own only tells its place: the one that this place was given before, or that of the same text from a file
    /// that is gone, so that a file that was moved or renamed stays one article and links to it go on leading there.
    /// </summary>
    private async Task<ReadInput> PlacedAsync(ReadInput read, LoadedIds load, Predicate<string>? hasLeft, CancellationToken cancellation)
    {
        try
        {
            if (read.Article is not { InputPath: { } path } article || (!read.IsNamedByPlace && hasLeft is null))
            {
                return read;
            }

            if (await _articles.VersionsAsync(article.Id, cancellation) is [.., var newest])
            {
                return newest.Article.InputPath is { } before && before != path && hasLeft?.Invoke(before) == true && !load.Has(article.Id) ? read with { IsMoved = true } : read;
            }

            if (!read.IsNamedByPlace)
            {
                return read;
            }

            if (await _articles.OfInputAsync(path, cancellation) is [var known])
            {
                return read with { Article = article with { Id = known.Id } };
            }

            var gone = (await _articles.OfTextAsync(article.TextHash, cancellation))
                .FirstOrDefault(stored => Path.IsPathFullyQualified(stored.InputPath ?? "") && !File.Exists(stored.InputPath) && !load.Has(stored.Id));
            return gone is null ? read : read with { Article = article with { Id = gone.Id }, IsMoved = true };
        }
        catch (DamagedArticleException)
        {
            // Whoever settles it meets the damage again, or has an id of its own.
            return read;
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

        if (stored is null || read.IsMoved || (replace && stored.InputPath != article.InputPath))
        {
            return null;
        }

        return stored.InputPath != article.InputPath ? FromElsewhere(read, stored.InputPath)
            : IsSame(stored, article) ? read.Outcome(IngestOutcomeKind.Unchanged) with { Version = stored.Version }
            : null;
    }

    private async IAsyncEnumerable<IngestOutcome> StoreAsync(List<ReadInput> batch, Stories stories, bool replace, [EnumeratorCancellation] CancellationToken cancellation)
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
            var article = await stories.WithStoryAsync(read.Article!, cancellation);
            var saved = await _articles.SaveAsync(article, made, replace || read.IsMoved, cancellation);
            yield return saved.OtherInputPath is { } other
                ? FromElsewhere(read, other)
                : read.Outcome(saved.IsNew ? IngestOutcomeKind.Added : read.IsMoved ? IngestOutcomeKind.Moved : IngestOutcomeKind.Updated) with
                {
                    CopyOf = article.Story == article.Id ? null : article.Story,
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
        && stored.Pages.SequenceEqual(read.Pages)
        && Plain(stored) == Plain(read);

    /// <summary>Without what is compared elsewhere, and what the store tells.</summary>
    private static Article Plain(Article article) => article with { Version = 0, Labels = [], Groups = [], Pages = [], Corrected = null, Story = null };
}
