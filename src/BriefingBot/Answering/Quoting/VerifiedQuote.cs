using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>
/// Words that stand in a stored article, cut out of that article by their span. The only type that channels show as a quotation:
/// it is made by <see cref="Verify"/> alone, so a text that a drafter or a model produced can never become one.
/// </summary>
public sealed class VerifiedQuote
{
    private VerifiedQuote(Article article, TextSpan span, bool cutShort, VerifiedQuote? leadIn = null, int alsoIn = 0)
    {
        Article = article;
        Span = span;
        CutShort = cutShort;
        LeadIn = leadIn;
        AlsoIn = alsoIn;
        Text = article.Cut(span);
    }

    /// <summary>The article that the words stand in.</summary>
    public Article Article { get; }

    /// <summary>Where they stand in it.</summary>
    public TextSpan Span { get; }

    /// <summary>The stored words.</summary>
    public string Text { get; }

    /// <summary>The sentence goes on behind the quote; the ellipsis that says so belongs outside the quotation marks.</summary>
    public bool CutShort { get; }

    /// <summary>What stands before and explains the words: the sentence that they point back to, that names who speaks or asks what they reply to; else null. Verified likewise, and not part of the quote.</summary>
    public VerifiedQuote? LeadIn { get; }

    /// <summary>In how many other articles that the asker may read the same report stands with these words.</summary>
    public int AlsoIn { get; }

    /// <summary>The same quote, and in how many other articles it stands.</summary>
    internal VerifiedQuote WithCopies(int alsoIn) => new(Article, Span, CutShort, LeadIn, alsoIn);

    /// <summary>
    /// Looks for a proposal in the article and cuts the quote out of it. The rules stand, with examples that are run as tests, in
    /// <c>tests/BriefingBot.Tests/Specs/Quotes.md</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The proposal names another article or version.</exception>
    internal static QuoteVerification Verify(Article article, QuoteProposal proposal)
    {
        if (proposal.ArticleId != article.Id || proposal.Version != article.Version)
        {
            throw new ArgumentException($"The proposal is for {proposal.ArticleId} version {proposal.Version}, not {article.Id} version {article.Version}.", nameof(proposal));
        }

        return proposal switch
        {
            SpanProposal pointed => Cut(article, QuoteLocator.Check(article.Text, pointed.Span), pointed.CutShort, pointed.LeadIn),
            CopiedProposal copied => Cut(article, QuoteLocator.Locate(article.Text, copied.Words), cutShort: false),
            _ => throw new ArgumentException($"No rule for a {proposal.GetType().Name}.", nameof(proposal)),
        };
    }

    private static QuoteVerification Cut(Article article, QuoteLocator.Location location, bool cutShort, SpanProposal? leadIn = null) => location.Failure is { } failure
        ? QuoteVerification.Failed(failure)
        : new([.. location.Spans.Select(span => new VerifiedQuote(article, span, cutShort, leadIn is null ? null : Verify(article, leadIn).Quotes.FirstOrDefault()))], null);
}
