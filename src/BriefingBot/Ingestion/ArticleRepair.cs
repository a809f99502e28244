using BriefingBot.Indexing;

namespace BriefingBot.Ingestion;

/// <summary>Mends what writers that were killed left behind in a store that other machines write to.</summary>
public sealed class ArticleRepair
{
    private readonly IArticleStore _articles;
    private readonly PassageEmbedder _embedder;

    internal ArticleRepair(IArticleStore articles, PassageEmbedder embedder) => (_articles, _embedder) = (articles, embedder);

    /// <summary>
    /// Clears half-written texts and passages away and makes passages that are missing. Readers and writers may go on meanwhile; a writer at
    /// work begins its article anew.
    /// </summary>
    /// <param name="progress">Told how many articles were made anew, of how many.</param>
    /// <param name="cancellation">Ends the work after the articles at hand.</param>
    public IAsyncEnumerable<MendedArticle> RepairAsync(Action<int, int> progress, CancellationToken cancellation) => _articles.RepairAsync(_embedder.EmbedAsync, progress, cancellation);
}
