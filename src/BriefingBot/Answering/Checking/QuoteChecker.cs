using System.Collections.Immutable;
using System.Diagnostics;
using BriefingBot.Articles;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>Says where a quotation stands, or what comes nearest to it: retrieve, look, compare. It reaches articles through the kernel alone.</summary>
public sealed class QuoteChecker(Kernel kernel)
{
    /// <summary>The longest quotation that is checked, in UTF-16 code units.</summary>
    public const int MaxLength = Question.MaxLength;

    /// <summary>How many places are shown.</summary>
    public const int MaxPlaces = 5;

    // A sentence is the best hit for its own words nearly always; a scrap of common words may stand far below.
    private const int PassagesRead = 40;
    private const int PassagesReadAtLast = 200;

    // Of a long quotation these many parts are looked up; its articles are then looked through whole.
    private const int MaxSearches = 8;

    // The articles that the nearest passage is sought in, best first.
    private const int ArticlesCompared = 20;

    // Of a quotation pieced together of more, these many are looked up; the nearest passage is sought for a few that stand nowhere.
    private const int MaxParts = 20;
    private const int MaxPartsCompared = 5;

    // A passage this near is the quotation with something altered, rather than one part of something pieced together.
    private const double Altered = 0.75;

    /// <summary>Checks a quotation against the articles that the asker may read and the filter admits.</summary>
    /// <exception cref="QuestionException">It is empty or too long.</exception>
    public async Task<QuoteCheck> CheckAsync(string pasted, Asker asker, ArticleFilter filter, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        QuestionException.ThrowIfUncheckable(pasted);
        var given = GivenQuotation.Words(pasted);
        var check = QuoteLocator.AreTooFew(given)
            ? new QuoteCheck { Given = given, Outcome = QuoteCheckOutcome.TooShort }
            : await CheckAsync(given, cancellation, (query, top) => kernel.SearchArticlesAsync(query, asker, filter, top, cancellation));

        // [4] what was corrected since, also by articles that the filter does not admit
        check = await WithCorrectionsAsync(check, new((query, later) => kernel.SearchArticlesAsync(query, asker, later, PassagesRead, cancellation)));
        return check with { Elapsed = Stopwatch.GetElapsedTime(started) };
    }

    private static async Task<QuoteCheck> CheckAsync(string given, CancellationToken cancellation, Func<string, int, Task<Retrieval>> search)
    {
        // [1] retrieve, [2] look
        new AnsweringStep.Searching().Report();
        var parts = GivenQuotation.Parts(given);
        var articles = await ArticlesAsync(parts, PassagesRead, search);
        var places = Places(articles, given);
        if (places.Length == 0)
        {
            articles = await ArticlesAsync(parts, PassagesReadAtLast, search);
            places = Places(articles, given);
        }

        if (places.Length > 0)
        {
            return new()
            {
                Given = given,
                Outcome = QuoteCheckOutcome.Found,
                Places = [.. places.Take(MaxPlaces).Select(place => new QuotePlace([.. place.Select(quote => Shortened(quote, given))]))],
                MorePlaces = Math.Max(0, places.Length - MaxPlaces),
            };
        }

        // [3] compare
        new AnsweringStep.CheckingQuotes(parts.Count).Report();
        return Compare(given, parts, articles, cancellation);
    }

    private static async Task<QuoteCheck> WithCorrectionsAsync(QuoteCheck check, LaterCorrections corrections)
    {
        var (places, looked) = (new List<QuotePlace>(), 0);
        foreach (var place in check.Places)
        {
            // The same words twice in an article are taken back alike.
            var before = places.FindLast(other => other.Quotes[0].Article.Id == place.Quotes[0].Article.Id);
            places.Add(place with { TakenBackBy = before is not null ? before.TakenBackBy : await LookAsync(place.Quotes[0].Article, [.. place.Quotes.Select(quote => quote.Span)]) });
        }

        var parts = new List<CheckedPart>();
        foreach (var part in check.Parts)
        {
            parts.Add(part with { TakenBackBy = await OfAsync(part.Quote), Nearest = await OfNearestAsync(part.Nearest) });
        }

        return check with { Places = [.. places], Parts = [.. parts], Nearest = await OfNearestAsync(check.Nearest) };

        async Task<LaterCorrection?> OfAsync(VerifiedQuote? quote) => quote is null ? null : await LookAsync(quote.Article, [quote.Span]);

        Task<LaterCorrection?> LookAsync(Article article, ImmutableArray<TextSpan> words) => looked++ < MaxSearches ? corrections.OfAsync(article, words) : Task.FromResult<LaterCorrection?>(null);

        async Task<NearestPassage?> OfNearestAsync(NearestPassage? nearest) => nearest is null ? null : nearest with { TakenBackBy = await OfAsync(nearest.Quote) };
    }

    private static QuoteCheck Compare(string given, IReadOnlyList<string> all, IReadOnlyList<Article> articles, CancellationToken cancellation)
    {
        string[] parts = [.. all.Take(MaxParts)];
        VerifiedQuote?[] found = [.. parts.Select(part => Places(UnlessCancelled(articles), part).SelectMany(place => place).FirstOrDefault())];
        var nearest = Nearest(given);
        var isPieced = parts.Length > 1 && found.Any(quote => quote is not null) && (found.All(quote => quote is not null) || nearest is not { Likeness: >= Altered });
        return !isPieced
            ? new() { Given = given, Outcome = QuoteCheckOutcome.NotFound, Nearest = nearest }
            : new()
            {
                Given = given,
                Outcome = QuoteCheckOutcome.InParts,
                Parts = [.. Checked()],
                MoreParts = all.Count - parts.Length,
            };

        IEnumerable<CheckedPart> Checked()
        {
            var compared = 0;
            foreach (var (part, quote) in parts.Zip(found))
            {
                yield return new(part, quote is null ? null : Shortened(quote, part), quote is null && compared++ < MaxPartsCompared ? Nearest(part) : null);
            }
        }

        NearestPassage? Nearest(string words) => NearestRun.Among(UnlessCancelled(articles.Take(ArticlesCompared)), words);

        IEnumerable<Article> UnlessCancelled(IEnumerable<Article> some) => some.Select(article =>
        {
            cancellation.ThrowIfCancellationRequested();
            return article;
        });
    }

    /// <summary>The quote, cut where the article has far more than the words between them, as a hundred thousand blanks.</summary>
    private static VerifiedQuote Shortened(VerifiedQuote quote, string given)
    {
        var most = NearestRun.Longest(given);
        return quote.Text.Length > most && QuoteLength.Limit(quote.Article.Text, quote.Span, most) is var (span, cutShort)
            ? VerifiedQuote.Verify(quote.Article, new SpanProposal(quote.Article.Id, quote.Article.Version, span, cutShort)).Quotes.FirstOrDefault() ?? quote
            : quote;
    }

    /// <summary>The articles of the passages nearest to any of the parts, the nearest first.</summary>
    private static async Task<IReadOnlyList<Article>> ArticlesAsync(IReadOnlyList<string> parts, int top, Func<string, int, Task<Retrieval>> search)
    {
        var longest = parts.Index().OrderByDescending(part => part.Item.Length).Take(MaxSearches).OrderBy(part => part.Index);
        var ranks = new List<(Article Article, int Rank)>();
        foreach (var (_, part) in longest)
        {
            var retrieval = await search(part, top);
            ranks.AddRange(retrieval.Passages.Select((passage, rank) => (passage.Article, rank)));
        }

        return [.. ranks.OrderBy(ranked => ranked.Rank).Select(ranked => ranked.Article).DistinctBy(article => article.Id)];
    }

    /// <summary>Every place where the words stand, the oldest article first. With ellipses an article has one place at most.</summary>
    private static ImmutableArray<ImmutableArray<VerifiedQuote>> Places(IEnumerable<Article> articles, string words) =>
    [
        .. articles
            .Select(article => (Article: article, VerifiedQuote.Verify(article, new CopiedProposal(article.Id, article.Version, words)).Quotes))
            .Where(found => !found.Quotes.IsEmpty)
            .OrderBy(found => found.Article.Published?.Moment ?? DateTimeOffset.MaxValue)
            .SelectMany(found => found.Quotes.Length == 1 ? EveryPlace(found.Article, words, found.Quotes) : [found.Quotes]),
    ];

    private static IEnumerable<ImmutableArray<VerifiedQuote>> EveryPlace(Article article, string words, ImmutableArray<VerifiedQuote> first) =>
    [
        first,
        .. QuoteLocator.Every(article.Text, words)
            .Where(span => span != first[0].Span)
            .Select(span => VerifiedQuote.Verify(article, new SpanProposal(article.Id, article.Version, span)).Quotes)
            .Where(quotes => !quotes.IsEmpty),
    ];
}
