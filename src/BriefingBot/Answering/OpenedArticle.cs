using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>
/// An article opened for somebody who may read it, with the words that a link points at. Made by <see cref="OpenAsync"/> alone, so whoever
/// shows one need not ask again who may read it, nor whether the words stand there.
/// </summary>
public sealed class OpenedArticle
{
    private readonly Article _current;
    private readonly Asker _asker;

    private OpenedArticle(Article article, Article current, Asker asker, ImmutableArray<QuoteVerification> verifications)
    {
        (Article, _current, _asker) = (article, current, asker);
        Quotes = [.. verifications.SelectMany(verification => verification.Quotes)];
        Failure = verifications.FirstOrDefault(verification => verification.Failure is not null)?.Failure;
    }

    /// <summary>The article, in the version that was asked for.</summary>
    public Article Article { get; }

    /// <summary>Whether that is the version that answers come from now.</summary>
    public bool IsCurrent => Article.Version == _current.Version;

    /// <summary>The words at the spans that were asked for, those left out that failed, in the order of the text; what overlaps is one quote.</summary>
    public ImmutableArray<VerifiedQuote> Quotes { get; }

    /// <summary>The rule by which the words at a span are not shown as a quote, in a few words; null when all are.</summary>
    public string? Failure { get; }

    /// <summary>
    /// Opens one version of an article, the current one where <paramref name="version"/> is null. Null when there is none, when it was
    /// removed, and when the asker may not read it: which of the three is nobody's business.
    /// </summary>
    public static async Task<OpenedArticle?> OpenAsync(
        IArticleStore articles, string id, int? version, ImmutableArray<TextSpan> spans, Asker asker, CancellationToken cancellation)
    {
        var current = await articles.FindAsync(id, version: null, cancellation);
        var article = version is null || version == current?.Version ? current : await articles.FindAsync(id, version, cancellation);
        return current?.MayBeReadBy(asker) == true && article?.MayBeReadBy(asker) == true
            ? new(article, current, asker, [.. QuotedSpans.InOrder(spans).Select(span => VerifiedQuote.Verify(article, new SpanProposal(article.Id, article.Version, span)))])
            : null;
    }

    /// <summary>The same words in the current version, for each quote that still stands there as it was.</summary>
    public ImmutableArray<VerifiedQuote> StillStanding() =>
    [
        .. Quotes.Select(quote => _current.Text.IndexOf(quote.Text, StringComparison.Ordinal) is >= 0 and var at
                ? VerifiedQuote.Verify(_current, new SpanProposal(_current.Id, _current.Version, new(at, at + quote.Text.Length))).Quotes.FirstOrDefault()
                : null)
            .OfType<VerifiedQuote>(),
    ];

    /// <summary>
    /// The versions of the article that the same asker may read, the newest first: at most <paramref name="limit"/> of them, because each is
    /// opened for it.
    /// </summary>
    public async Task<ImmutableArray<ArticleVersion>> VersionsAsync(IArticleStore articles, int limit, CancellationToken cancellation)
    {
        var versions = ImmutableArray.CreateBuilder<ArticleVersion>();
        for (var number = _current.Version; number > 0 && versions.Count < limit; number--)
        {
            var article = number == _current.Version ? _current : number == Article.Version ? Article : await articles.FindAsync(Article.Id, number, cancellation);
            if (article?.MayBeReadBy(_asker) == true)
            {
                versions.Add(new(article, number == _current.Version, Quotes.All(quote => article.Text.Contains(quote.Text, StringComparison.Ordinal))));
            }
        }

        return versions.ToImmutable();
    }
}

/// <summary>A version of an opened article.</summary>
/// <param name="Article">The article in that version.</param>
/// <param name="IsCurrent">Whether answers come from it now.</param>
/// <param name="HasQuotes">Whether all the words that were opened stand in it as they are.</param>
public sealed record ArticleVersion(Article Article, bool IsCurrent, bool HasQuotes);
