using BriefingBot.Articles;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>Says what its source has corrected of an opened article since. It reaches articles through the kernel alone.</summary>
public sealed class ArticleCorrections(Kernel kernel)
{
    // As many as a quote check reads: a correction has words of what it corrects, or its title.
    private const int PassagesRead = 40;

    // A span may take in a whole article; the model reads the beginning of a query alone.
    private const int LongestQuote = 2_000;

    /// <summary>The correction of the opened words, else the latest one of their article; null where the asker may read none.</summary>
    public Task<LaterCorrection?> FindAsync(OpenedArticle opened, Asker asker, CancellationToken cancellation) =>
        new LaterCorrections((query, later) => kernel.SearchArticlesAsync(query, asker, later, PassagesRead, cancellation))
            .OfAsync(opened.Article, [.. opened.Quotes.Select(quote => quote.Span).Where(span => span.Length <= LongestQuote).Take(5)]);
}
