using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>The words that would be shown for a candidate.</summary>
/// <param name="Article">Where they stand.</param>
/// <param name="Span">The sentence, widened to stand alone and limited in length.</param>
/// <param name="CutShort">Whether the limit cut it.</param>
/// <param name="Terms">Its distinct terms.</param>
/// <param name="Coverage">The candidate's.</param>
/// <param name="Probability">The candidate's.</param>
internal sealed partial record Excerpt(Article Article, TextSpan Span, bool CutShort, ImmutableHashSet<string> Terms, double Coverage, double Probability)
{
    // Its subject stands at its start.
    private const int LongestLeadIn = 160;

    /// <summary>Null for a sentence that can be shown neither whole nor cut, or only asks.</summary>
    /// <param name="candidate">The sentence.</param>
    /// <param name="all">Those of its passage among others, which may be taken in.</param>
    /// <param name="isCount">Whether a number is asked for.</param>
    public static Excerpt? Of(SentenceCandidate candidate, IReadOnlyList<SentenceCandidate> all, bool isCount = false)
    {
        var article = candidate.Passage.Article;
        if (Reply.Or(LikelyRun.Around(candidate, all)) is not var (likely, question))
        {
            return null;
        }

        var run = StandingAlone.Complete(likely, isCount);
        var leadIn = question is { } asked && asked.End <= run.Span.Start ? question : StandingAlone.LeadInOf(run);
        return QuoteLength.Limit(article.Text, run.Span) is var (span, cutShort) && !IsNegated(article.Text, span)
            ? new(article, span, cutShort, EnglishTerms.Of(article.Cut(span)).ToImmutableHashSet(), candidate.Coverage, candidate.Probability)
            {
                LeadIn = leadIn is { } before && QuoteLength.Limit(article.Text, before, LongestLeadIn) is var (lead, cut) ? new(article.Id, article.Version, lead, cut) : null,
            }
            : null;
    }

    /// <summary>Words that were shown before, to tell what would repeat them.</summary>
    public static Excerpt Shown(Article article, TextSpan span) => new(article, span, CutShort: false, EnglishTerms.Of(article.Cut(span)).ToImmutableHashSet(), Coverage: 0, Probability: 0);

    /// <summary>What stands before the words and explains them; null for nothing.</summary>
    public SpanProposal? LeadIn { get; private init; }

    public SpanProposal Proposal => new(Article.Id, Article.Version, Span, CutShort) { LeadIn = LeadIn };

    /// <summary>A heading, a scrap of a list or a picture's credit answers nothing by itself.</summary>
    public bool IsProse =>
        !Credit().IsMatch(Article.Cut(Span)) && Span.Length >= QuoteLocator.FewestCharacters && Article.Cut(Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= QuoteLocator.FewestWords;

    /// <summary>Whether two say the same: the spans overlap, or most of the shorter one's terms, and all its numbers and negations, stand in the other.</summary>
    public bool Repeats(Excerpt other)
    {
        if (Article.Id == other.Article.Id && Span.Overlaps(other.Span))
        {
            return true;
        }

        // A longer excerpt may say more; of two with the same terms each sign counts.
        var (shorter, longer) = Terms.Count <= other.Terms.Count ? (this, other) : (other, this);
        var signs = SignsOf(longer);
        if (Terms.SetEquals(other.Terms) ? !signs.SetEquals(SignsOf(shorter)) : !signs.IsSupersetOf(SignsOf(shorter)))
        {
            return false;
        }

        var shared = Terms.Intersect(other.Terms).Count;
        return shared >= 0.8 * Math.Max(1, Math.Min(Terms.Count, other.Terms.Count));
    }

    /// <summary>The numbers and negations of which one alone can turn a sentence into its contrary.</summary>
    private static HashSet<string> SignsOf(Excerpt excerpt) =>
        [.. Signs().Matches(FoldedText.Of(excerpt.Article.Cut(excerpt.Span)).Characters).Select(match => match.Value.ToLowerInvariant())];

    /// <summary>Whether the word before the span, in another line or block, turns it around.</summary>
    private static bool IsNegated(string text, TextSpan span)
    {
        var before = FoldedText.Of(text[Math.Max(0, span.Start - 40)..span.Start]).Characters;
        return Negation.StandsBefore(before, before.Length);
    }

    [GeneratedRegex(@"(?:^|[.!?)\n])\s*(?:file\s+)?(?:image|photo(?:graph)?|picture|illustration|video|credit|photographer)\s?:\s+\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credit();

    [GeneratedRegex(@"\d[\d.,]*|n't\b|\b(?:not|no|never|nor|neither|without|cannot|denied|denies)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
