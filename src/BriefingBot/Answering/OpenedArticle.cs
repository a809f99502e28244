using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>
/// An article opened for somebody who may read it, with the words that a link points at. Made by <see cref="OpenAsync"/> alone, so whoever
/// shows one need not ask again who may read it, nor whether the words stand there.
/// </summary>
public sealed class OpenedArticle
{
    private OpenedArticle(Article article, bool isCurrent, QuoteVerification? verification)
    {
        Article = article;
        IsCurrent = isCurrent;
        Quote = verification?.Quotes.SingleOrDefault();
        Failure = verification?.Failure;
    }

    /// <summary>The article, in the version that was asked for.</summary>
    public Article Article { get; }

    /// <summary>Whether that is the version that answers come from now.</summary>
    public bool IsCurrent { get; }

    /// <summary>The words at the span that was asked for; null when none was, or when it failed.</summary>
    public VerifiedQuote? Quote { get; }

    /// <summary>The rule by which the words at the span are not shown as a quote, in a few words; null when they are.</summary>
    public string? Failure { get; }

    /// <summary>
    /// Opens one version of an article, the current one where <paramref name="version"/> is null. Null when there is none, when it was
    /// removed, and when the asker may not read it: which of the three is nobody's business.
    /// </summary>
    public static async Task<OpenedArticle?> OpenAsync(
        IArticleStore articles, string id, int? version, TextSpan? span, Asker asker, CancellationToken cancellation)
    {
        var current = await articles.FindAsync(id, version: null, cancellation);
        var article = version is null || version == current?.Version ? current : await articles.FindAsync(id, version, cancellation);
        if (current?.MayBeReadBy(asker) != true || article?.MayBeReadBy(asker) != true)
        {
            return null;
        }

        var verification = span is { } asked ? VerifiedQuote.Verify(article, new SpanProposal(article.Id, article.Version, asked)) : null;
        return new(article, article.Version == current.Version, verification);
    }
}
