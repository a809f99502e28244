using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>What was published last: of each of the newest articles that somebody may read, the sentence that it begins with.</summary>
public sealed class NewestArticles
{
    /// <summary>What the digest is on, as it is remembered.</summary>
    public const string Subject = "the latest news";

    // A dateline or a by-line may stand before the first sentence that tells something.
    private const int ShortestLead = 50;

    private readonly IArticleStore _articles;
    private readonly IPassageIndex _index;

    internal NewestArticles(IArticleStore articles, IPassageIndex index) => (_articles, _index) = (articles, index);

    /// <summary>The newest first, those of a day together; what has no date is not news. A refusal where there is none.</summary>
    /// <param name="asker">Whoever asks.</param>
    /// <param name="quotes">How many articles at most. Copies of one text count once.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Digest> ReadAsync(Asker asker, int quotes, CancellationToken cancellation)
    {
        var newest = await _articles.ListAsync(ArticleFilter.All, cancellation)
            .Select(stored => stored.Article)
            .Where(article => article.Published is not null && article.MayBeReadBy(asker))
            .OrderByDescending(article => article.Published!.Value.Moment)
            .ThenBy(article => article.Id, StringComparer.Ordinal)
            .ToArrayAsync(cancellation);
        var leads = new List<VerifiedQuote>();
        foreach (var article in newest)
        {
            if (leads.Count == quotes)
            {
                break;
            }

            if (await LeadAsync(article, asker, cancellation) is { } lead && !leads.Exists(other => other.Text == lead.Text))
            {
                leads.Add(lead);
            }
        }

        return leads.Count == 0
            ? new() { Subject = Subject, Refusal = VerifiedAnswer.Refused(new(Subject, asker), RefusalReason.NothingFound, new([], 0, "extractive"), []) }
            : new() { Subject = Subject, Developments = [.. leads.GroupBy(lead => lead.Article.Published!.Value.Day).Select(day => new Development(day.Key, day.Key, [.. day]))] };
    }

    private async Task<VerifiedQuote?> LeadAsync(Article listed, Asker asker, CancellationToken cancellation)
    {
        var begins = await _index.ReadAsync([new PassageKey(listed.Id, listed.Version, 0)], cancellation);

        // Opened for itself: it may have been changed since it was listed.
        return begins is [{ } first] && await _articles.FindAsync(listed.Id, listed.Version, cancellation) is { } article && article.MayBeReadBy(asker)
            ? Quotes(article, first.Passage.Sentences).FirstOrDefault()
            : null;
    }

    private static IEnumerable<VerifiedQuote> Quotes(Article article, ImmutableArray<TextSpan> sentences) =>
        from sentence in sentences.OrderBy(sentence => sentence.Length < ShortestLead)
        let limited = QuoteLength.Limit(article.Text, sentence)
        where limited is not null
        from quote in VerifiedQuote.Verify(article, new SpanProposal(article.Id, article.Version, limited.Value.Span, limited.Value.CutShort)).Quotes
        select quote;
}
