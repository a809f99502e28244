using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Where a quote stands, to be kept in the place of its words: whoever shows them again has them verified again.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Version">Its version.</param>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
public sealed record QuotedPlace(string ArticleId, int Version, int Start, int End)
{
    /// <summary>Where a quote stands.</summary>
    public static QuotedPlace Of(VerifiedQuote quote) => new(quote.Article.Id, quote.Article.Version, quote.Span.Start, quote.Span.End);

    /// <summary>Start and end.</summary>
    public TextSpan Span() => new(Start, End);
}
