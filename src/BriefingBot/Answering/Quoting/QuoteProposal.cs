using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Words that a drafter would like to show, in one version of one article. A proposal is never shown itself.</summary>
internal abstract record QuoteProposal(string ArticleId, int Version);

/// <summary>A proposal that points: these code units.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Version">Its version.</param>
/// <param name="Span">The words.</param>
/// <param name="CutShort">The sentence goes on behind the span: channels show an ellipsis after the closing quotation mark.</param>
internal sealed record SpanProposal(string ArticleId, int Version, TextSpan Span, bool CutShort = false) : QuoteProposal(ArticleId, Version)
{
    /// <summary>What stands before the words and explains them, to be shown beside them; null for nothing.</summary>
    public SpanProposal? LeadIn { get; init; }
}

/// <summary>A proposal that copies: these words, which the verifier looks for.</summary>
internal sealed record CopiedProposal(string ArticleId, int Version, string Words) : QuoteProposal(ArticleId, Version);
