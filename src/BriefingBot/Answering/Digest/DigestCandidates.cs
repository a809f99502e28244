using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>The articles that are about a subject, with the words of each that tell most of it.</summary>
/// <param name="Entries">One an article, best first.</param>
/// <param name="Confidence">How likely it is that the articles report about the subject at all.</param>
/// <param name="Refusal">Why there is nothing to report; null where there is.</param>
internal sealed record DigestCandidates(IReadOnlyList<(Excerpt Excerpt, double Score)> Entries, double Confidence, RefusalReason? Refusal) : IDraft<DigestCandidates>
{
    // Of the subject's term weight an article holds most of what the best of them holds; "Trump" alone is less than that of "impeachment of Donald Trump".
    private const double LeastCoverage = 0.6;

    // An article in other words is about the subject where a passage is as near to it as the nearest is, nearly.
    private const double LeastCoverageOfNear = 0.4;
    private const double Near = 0.05;

    // An article whose best sentence is further below the best of all has the subject's words, but not the subject.
    private const double FurthestBelow = 0.45;

    // News tell the most in their first sentence, and the sentence that corrects an error is what there is to know of it.
    private const double Lead = 0.35;
    private const double Correction = 0.3;

    /// <inheritdoc/>
    public bool IsEmpty => Entries.Count == 0;

    /// <inheritdoc/>
    public DigestCandidates RestingOn(IReadOnlySet<string> articles) => this with { Entries = [.. Entries.Where(entry => articles.Contains(entry.Excerpt.Article.Id))] };

    /// <param name="retrieval">The passages to choose from.</param>
    /// <param name="measure">What was found for the same words among more articles: what is about a subject is so by the best of these, however few are chosen from.</param>
    public static DigestCandidates Of(Retrieval retrieval, Retrieval measure)
    {
        var ranked = SubjectSentences.Rank(retrieval);
        var confidence = SubjectSentences.Confidence(ranked);
        var corrections = new Corrections(retrieval.Passages.Select(passage => passage.Article).DistinctBy(article => article.Id));
        var articles = ByArticle(ranked, retrieval);
        if (articles.Length == 0)
        {
            return new([], 0, RefusalReason.NothingFound);
        }

        AboutArticle[] measured = ReferenceEquals(measure, retrieval) ? articles : [.. articles, .. ByArticle(SubjectSentences.Rank(measure), measure)];
        var (coverage, cosine, best) = (measured.Max(article => article.Coverage), measured.Max(article => article.Cosine), measured.Max(article => article.Best));
        var entries = articles
            .Where(article => article.Coverage >= (article.Cosine >= cosine - Near ? LeastCoverageOfNear : LeastCoverage) * coverage && article.Best >= best - FurthestBelow)
            .Select(article => article.Candidates
                .Select(candidate => (Candidate: candidate, Score: candidate.Score + Favour(candidate)))
                .OrderByDescending(scored => scored.Score)
                .Select(scored => (Excerpt: Excerpt.Of(scored.Candidate, []), scored.Score))
                .FirstOrDefault(scored => scored.Excerpt is { IsProse: true } excerpt && !corrections.TakeBack(excerpt.Article, excerpt.Span)))
            .Where(scored => scored.Excerpt is not null)
            .Select(scored => (scored.Excerpt!, scored.Score))
            .OrderByDescending(scored => scored.Score)
            .ToArray();
        return new(entries, confidence, SubjectSentences.RefusalFor(confidence));
    }

    private static AboutArticle[] ByArticle(IEnumerable<SentenceCandidate> ranked, Retrieval retrieval) =>
    [
        .. ranked.GroupBy(candidate => candidate.Passage.Article.Id).Select(group =>
            new AboutArticle(Coverage(group.First().Passage.Article, retrieval), group.Max(candidate => candidate.Passage.Cosine ?? 0), group.Max(candidate => candidate.Score), group)),
    ];

    /// <summary>The share of the subject's term weight that an article's title and text hold, 0 to 1.</summary>
    private static double Coverage(Article article, Retrieval retrieval)
    {
        var terms = EnglishTerms.Of($"{article.Title}\n{article.Text}").ToHashSet();
        var whole = retrieval.TermWeights.Values.Sum();
        return whole > 0 ? retrieval.TermWeights.Where(term => terms.Contains(term.Key)).Sum(term => term.Value) / whole : 1;
    }

    private static double Favour(SentenceCandidate candidate)
    {
        var article = candidate.Passage.Article;
        return (IsLead(candidate) ? Lead : 0) + (Corrections.IsCorrection(article) ? Correction : 0);
    }

    /// <summary>Whether it is the article's first sentence of some length; a dateline or a heading may stand before it.</summary>
    private static bool IsLead(SentenceCandidate candidate)
    {
        const int shortest = 50, longestBefore = 200;
        return candidate.Span.Length >= shortest && candidate.Span.Start <= longestBefore
            && candidate.Passage.Passage.Sentences.Take(candidate.Index).All(before => before.Length < shortest);
    }

    /// <summary>How much an article has of the subject.</summary>
    private sealed record AboutArticle(double Coverage, double Cosine, double Best, IEnumerable<SentenceCandidate> Candidates);
}
