using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Ingestion;

namespace BriefingBot.Answering;

/// <summary>What the same source has published later to correct an article.</summary>
/// <param name="Quote">The words of the correction.</param>
/// <param name="IsOfWords">Whether the very words that were looked for are taken back; else others of their article are.</param>
public sealed record LaterCorrection(VerifiedQuote Quote, bool IsOfWords);

/// <summary>Looks for what corrects an article, among articles of its source that the asker may read.</summary>
/// <param name="search">Finds passages of articles that a filter admits.</param>
internal sealed class LaterCorrections(Func<string, ArticleFilter, Task<Retrieval>> search)
{
    /// <summary>The correction of the words, else the latest one of their article; null where there is none.</summary>
    public async Task<LaterCorrection?> OfAsync(Article article, ImmutableArray<TextSpan> words)
    {
        if (article.Source is not { } source || article.Published is not { } published)
        {
            return null;
        }

        // A correction has what was wrong in it, or is called one of this article.
        var later = new ArticleFilter { Sources = [source], Since = published.Day };
        string[] queries = [.. words.IsEmpty ? Array.Empty<string>() : [string.Join(' ', words.Select(article.Cut))], $"Correction: {article.Title}"];
        var found = new List<Article>();
        foreach (var query in queries)
        {
            found.AddRange((await search(query, later)).Passages.Select(passage => passage.Article));
        }

        var corrections = new Corrections(found.DistinctBy(other => other.Id));
        if (corrections.IsEmpty)
        {
            return null;
        }

        return TakenBackOf(article, corrections, words).Concat(NamedIn(article, corrections))
            .OrderByDescending(taken => taken.IsOfWords)
            .ThenByDescending(taken => taken.By.Published?.Moment)
            .Select(taken => Quoted(taken.By, taken.At) is { } quote ? new LaterCorrection(quote, taken.IsOfWords) : null)
            .FirstOrDefault(correction => correction is not null);
    }

    private static IEnumerable<(Article By, int At, bool IsOfWords)> TakenBackOf(Article article, Corrections corrections, ImmutableArray<TextSpan> words) =>
        from sentence in SentenceSplitter.Split(article.Text)
        from taken in corrections.TakenBackIn(article, sentence.Span)
        select (taken.By, taken.At, words.Any(span => span.Overlaps(sentence.Span) && Corrections.ValuesIn(article.Cut(span)).Contains(taken.Value)));

    private static IEnumerable<(Article By, int At, bool IsOfWords)> NamedIn(Article article, Corrections corrections) =>
        corrections.Naming(article).Select(correction => (correction, 0, Corrections.IsRetractionOf(correction, article)));

    /// <summary>The sentence there, or the next that can be shown.</summary>
    private static VerifiedQuote? Quoted(Article correction, int at) => SentenceSplitter.Split(correction.Text)
        .Where(sentence => sentence.Span.End > at && !sentence.IsHeading && !QuoteLocator.AreTooFew(correction.Cut(sentence.Span)))
        .Select(sentence => QuoteLength.Limit(correction.Text, sentence.Span) is var (span, cutShort)
            ? VerifiedQuote.Verify(correction, new SpanProposal(correction.Id, correction.Version, span, cutShort)).Quotes.FirstOrDefault()
            : null)
        .FirstOrDefault(quote => quote is not null);
}
