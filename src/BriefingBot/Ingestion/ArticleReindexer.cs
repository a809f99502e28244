using BriefingBot.Indexing;

namespace BriefingBot.Ingestion;

/// <summary>Makes the index anew from the stored texts, after the embedding model, the analyzer or the splitter changed.</summary>
public sealed class ArticleReindexer
{
    private readonly IArticleStore _articles;
    private readonly PassageEmbedder _embedder;

    internal ArticleReindexer(IArticleStore articles, PassageEmbedder embedder) => (_articles, _embedder) = (articles, embedder);

    /// <summary>
    /// Until the new index is whole, the old one is in use: by this program, where only the texts were to be split and embedded again, or by
    /// the program that made it. Cancelled or killed, it goes on where it was when it is called again.
    /// </summary>
    /// <param name="progress">Told how many articles are done, of how many.</param>
    /// <param name="cancellation">Ends the work after the articles at hand.</param>
    public Task ReindexAsync(Action<int, int> progress, CancellationToken cancellation) => _articles.ReindexAsync(_embedder.EmbedAsync, progress, cancellation);
}
