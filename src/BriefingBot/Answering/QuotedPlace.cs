using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Where a quote stands: what is kept of it in place of its words.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Version">Its version.</param>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
public sealed record QuotedPlace(string ArticleId, int Version, int Start, int End)
{
    /// <summary>That of a quote.</summary>
    public static QuotedPlace Of(VerifiedQuote quote) => new(quote.Article.Id, quote.Article.Version, quote.Span.Start, quote.Span.End);

    /// <summary>Its words.</summary>
    public TextSpan Span() => new(Start, End);
}
