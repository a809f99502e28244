using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>The words that would be shown for a candidate.</summary>
/// <param name="Article">Where they stand.</param>
/// <param name="Span">The sentence, widened to stand alone and limited in length.</param>
/// <param name="CutShort">Whether the limit cut it.</param>
/// <param name="Terms">Its distinct terms.</param>
/// <param name="Score">The candidate's.</param>
internal sealed record Excerpt(Article Article, TextSpan Span, bool CutShort, ImmutableHashSet<string> Terms, double Score)
{
    /// <summary>Null for a sentence that can be shown neither whole nor cut.</summary>
    public static Excerpt? Of(SentenceCandidate candidate)
    {
        var article = candidate.Passage.Article;
        return QuoteLength.Limit(article.Text, StandingAlone.Widen(candidate)) is var (span, cutShort)
            ? new(article, span, cutShort, EnglishTerms.Of(article.Cut(span)).ToImmutableHashSet(), candidate.Score)
            : null;
    }

    public SpanProposal Proposal => new(Article.Id, Article.Version, Span, CutShort);

    /// <summary>A heading or a scrap of a list answers nothing by itself.</summary>
    public bool IsLongEnough =>
        Span.Length >= QuoteLocator.FewestCharacters && Article.Cut(Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= QuoteLocator.FewestWords;

    /// <summary>Whether two say the same: the spans overlap, or most of the shorter one's terms stand in the other too.</summary>
    public bool Repeats(Excerpt other)
    {
        if (Article.Id == other.Article.Id && Span.Overlaps(other.Span))
        {
            return true;
        }

        var shared = Terms.Intersect(other.Terms).Count;
        return shared >= 0.8 * Math.Max(1, Math.Min(Terms.Count, other.Terms.Count));
    }
}
