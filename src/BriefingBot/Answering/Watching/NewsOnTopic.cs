using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.State;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>
/// What new articles tell about a topic, for somebody who did not ask: what a digest of these articles alone would quote, measured by all articles, without what is nearly a
/// copy of an article that was there before, and without words that were told or had stood in the article already. Without a language model: a message that nobody waits for
/// is worth its quotes.
/// </summary>
public sealed class NewsOnTopic
{
    // A copy has the words that are looked for, so it stands among the first.
    private const int PassagesCompared = 12;

    // Of the topic's term weight an article holds most, and its title and the quote some: "Donald Trump" alone is no news on "the impeachment of Donald Trump". A digest
    // that somebody asked for may be more generous.
    private const double LeastOfArticle = 0.7;
    private const double LeastOfQuote = 0.4;

    private readonly IArticleStore _articles;
    private readonly Kernel _kernel;
    private readonly DigestWriter _digests;

    /// <param name="articles">The articles.</param>
    /// <param name="kernel">With the articles' functions.</param>
    /// <param name="digests">On the same kernel.</param>
    internal NewsOnTopic(IArticleStore articles, Kernel kernel, DigestWriter digests) => (_articles, _kernel, _digests) = (articles, kernel, digests);

    /// <summary>Whether a topic names anything by itself.</summary>
    public static bool CanBe(string topic) => !string.IsNullOrWhiteSpace(topic) && !StandingQuestion.NamesNothing(topic);

    /// <summary>What there is to tell; null where there is nothing.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="articles">The new articles, those first that came first; who may not read one is not told of it.</param>
    /// <param name="told">What was told before.</param>
    /// <param name="asker">Whoever is told.</param>
    /// <param name="day">The day, where they are.</param>
    /// <param name="most">How many quotes at most.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<News?> FindAsync(
        string topic, ImmutableArray<Article> articles, ImmutableArray<ToldNews> told, Asker asker, DateOnly day, int most, CancellationToken cancellation)
    {
        var before = await ToldBeforeAsync(told, asker, cancellation);
        string[] order = [.. articles.Where(article => article.MayBeReadBy(asker)).Select(article => article.Id)];
        var fresh = order.ToImmutableHashSet(StringComparer.Ordinal);
        var weights = (await _kernel.SearchArticlesAsync(topic, asker, ArticleFilter.All, 1, cancellation)).TermWeights;
        var wanted = new DigestRequest(topic, asker) { Quotes = DigestRequest.MostQuotes, Asked = day, IsExtractive = true };
        while (!fresh.IsEmpty)
        {
            var digest = await _digests.WriteAsync(wanted with { Filter = new() { Ids = fresh } }, cancellation);
            if (digest.Refusal is not null)
            {
                return null;
            }

            var dropped = new List<string>();
            foreach (var quote in digest.Quotes)
            {
                if (!IsOn(weights, quote) || before.Has(quote) || await StoodBeforeAsync(quote, cancellation) || await IsCopyAsync(quote, order, asker, cancellation))
                {
                    dropped.Add(quote.Article.Id);
                }
            }

            if (dropped.Count == 0)
            {
                var all = digest.Quotes;
                var shown = all.Length > most ? await _digests.WriteAsync(wanted with { Filter = new() { Ids = fresh }, Quotes = most }, cancellation) : digest;
                return new(shown, all.Length - shown.Quotes.Length, [.. all.Select(quote => new ToldNews(QuotedPlace.Of(quote), TextSketch.Of(quote.Article.Text).ToString()))]);
            }

            fresh = fresh.Except(dropped);
        }

        return null;
    }

    private async Task<ToldBefore> ToldBeforeAsync(ImmutableArray<ToldNews> told, Asker asker, CancellationToken cancellation)
    {
        var words = new List<Excerpt>();
        foreach (var (place, _) in told)
        {
            // Of what was removed the sketch is left.
            if (await OpenedArticle.OpenAsync(_articles, place.ArticleId, place.Version, [place.Span()], asker, cancellation) is { Quotes: [var quote, ..] })
            {
                words.Add(Excerpt.Shown(quote.Article, quote.Span));
            }
        }

        return new(words, [.. told.Select(news => (news.Place.ArticleId, TextSketch.Parse(news.Sketch)))]);
    }

    private static bool IsOn(ImmutableDictionary<string, double> weights, VerifiedQuote quote)
    {
        var whole = weights.Values.Sum();
        var shown = $"{quote.Article.Title}\n{quote.LeadIn?.Text}\n{quote.Text}";
        return whole == 0 || (Share(shown) >= LeastOfQuote && Share($"{quote.Article.Title}\n{quote.Article.Text}") >= LeastOfArticle);

        double Share(string text) => EnglishTerms.Of(text).Distinct().Sum(term => weights.GetValueOrDefault(term)) / whole;
    }

    /// <summary>Whether the words stood in the version before. A correction elsewhere in the article does not make them new.</summary>
    private async Task<bool> StoodBeforeAsync(VerifiedQuote quote, CancellationToken cancellation) =>
        quote.Article.Version > 1 && await _articles.FindAsync(quote.Article.Id, quote.Article.Version - 1, cancellation) is { } previous && NearCopies.Has(previous.Text, quote.Text);

    /// <summary>Whether the article is nearly another that is not new, or that came before it.</summary>
    private async Task<bool> IsCopyAsync(VerifiedQuote quote, string[] order, Asker asker, CancellationToken cancellation)
    {
        var (retrieval, sketch, place) = (await _kernel.SearchArticlesAsync(quote.Text, asker, ArticleFilter.All, PassagesCompared, cancellation), TextSketch.Of(quote.Article.Text), Array.IndexOf(order, quote.Article.Id));
        return retrieval.Passages.Select(passage => passage.Article).DistinctBy(article => article.Id)
            .Any(other => other.Id != quote.Article.Id && Array.IndexOf(order, other.Id) < place && NearCopies.Are(sketch, TextSketch.Of(other.Text)));
    }

    /// <summary>What was told, to be compared.</summary>
    private sealed record ToldBefore(List<Excerpt> Words, ImmutableArray<(string ArticleId, TextSketch? Sketch)> Articles)
    {
        public bool Has(VerifiedQuote quote)
        {
            var (words, sketch) = (Excerpt.Shown(quote.Article, quote.Span), TextSketch.Of(quote.Article.Text));

            // Of another version of the same article it is the words alone that count, and their places do not: a text before them may have grown.
            return Words.Exists(told => told.Article.Id == quote.Article.Id ? NearCopies.Has(told.Article.Cut(told.Span), quote.Text) : told.Repeats(words))
                || Articles.Any(told => told.ArticleId != quote.Article.Id && told.Sketch is not null && NearCopies.Are(sketch, told.Sketch));
        }
    }
}

/// <summary>What there is to tell.</summary>
/// <param name="Digest">The quotes to show.</param>
/// <param name="More">How many articles more could be quoted.</param>
/// <param name="Told">Those of both, to be remembered.</param>
public sealed record News(Digest Digest, int More, ImmutableArray<ToldNews> Told);
