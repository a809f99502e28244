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
    private readonly QuestionUnderstanding _understanding;
    private readonly DigestWriter _digests;

    /// <param name="articles">The articles.</param>
    /// <param name="kernel">With the articles' functions.</param>
    /// <param name="understanding">On the same kernel.</param>
    /// <param name="digests">Likewise.</param>
    internal NewsOnTopic(IArticleStore articles, Kernel kernel, QuestionUnderstanding understanding, DigestWriter digests) =>
        (_articles, _kernel, _understanding, _digests) = (articles, kernel, understanding, digests);

    /// <summary>Whether a topic names anything by itself.</summary>
    public static bool CanBe(string topic) => !string.IsNullOrWhiteSpace(topic) && !StandingQuestion.NamesNothing(topic);

    /// <summary>What there is to tell; null where there is nothing.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="articles">The new articles, those first that came first; who may not read one is not told of it.</param>
    /// <param name="known">What was saved before this was there to be told before.</param>
    /// <param name="told">What was told before.</param>
    /// <param name="asker">Whoever is told.</param>
    /// <param name="day">The day, where they are.</param>
    /// <param name="most">How many quotes at most.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<News?> FindAsync(
        string topic, ImmutableArray<KeptVersion> articles, DateTimeOffset known, ImmutableArray<ToldNews> told, Asker asker, DateOnly day, int most, CancellationToken cancellation)
    {
        var toldBefore = await ToldBeforeAsync(told, asker, cancellation);
        var page = articles.Where(kept => kept.Article.MayBeReadBy(asker)).Select((kept, place) => new Arrival(kept.Article.Id, place, kept.Ingested)).ToImmutableDictionary(arrival => arrival.Id);
        var fresh = page.Keys.ToImmutableHashSet(StringComparer.Ordinal);
        var weights = await WeightsAsync(topic, asker, day, cancellation);
        var wanted = new DigestRequest(topic, asker) { Quotes = DigestRequest.MostQuotes, Asked = day, Measure = ArticleFilter.All, IsExtractive = true };
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
                if (!IsOn(weights, quote) || toldBefore.Any(told => told.Has(quote)) || await StoodBeforeAsync(quote, known, asker, cancellation) || await IsCopyAsync(quote, page, asker, cancellation))
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

    /// <summary>What each word of the topic weighs. Those that only say when articles appeared stand in none.</summary>
    private async Task<ImmutableDictionary<string, double>> WeightsAsync(string topic, Asker asker, DateOnly day, CancellationToken cancellation)
    {
        var understood = await _understanding.ReadSubjectAsync(new Question(topic, asker) { Asked = day }, topic, cancellation);
        return (await _kernel.SearchArticlesAsync(understood.Text, asker, ArticleFilter.All, 1, cancellation)).TermWeights;
    }

    private async Task<ToldBefore[]> ToldBeforeAsync(ImmutableArray<ToldNews> told, Asker asker, CancellationToken cancellation)
    {
        var before = new List<ToldBefore>();
        foreach (var (place, sketch) in told)
        {
            // Of what was removed the sketch is left.
            var opened = await OpenedArticle.OpenAsync(_articles, place.ArticleId, place.Version, [place.Span()], asker, cancellation);
            before.Add(new(place, opened is { Quotes: [var quote, ..] } ? Excerpt.Shown(quote.Article, quote.Span) : null, TextSketch.Parse(sketch)));
        }

        return [.. before];
    }

    private static bool IsOn(ImmutableDictionary<string, double> weights, VerifiedQuote quote)
    {
        var whole = weights.Values.Sum();
        var shown = $"{quote.Article.Title}\n{quote.LeadIn?.Text}\n{quote.Text}";
        return whole == 0 || (Share(shown) >= LeastOfQuote && Share($"{quote.Article.Title}\n{quote.Article.Text}") >= LeastOfArticle);

        double Share(string text) => EnglishTerms.Of(text).Distinct().Sum(term => weights.GetValueOrDefault(term)) / whole;
    }

    /// <summary>Whether the words stood in the text that was known. A correction elsewhere in the article does not make them new.</summary>
    private async Task<bool> StoodBeforeAsync(VerifiedQuote quote, DateTimeOffset known, Asker asker, CancellationToken cancellation) =>
        await BeforeAsync(quote.Article.Id, known, asker, cancellation) is { } before && before.Version < quote.Article.Version && NearCopies.Has(before.Text, quote.Text);

    /// <summary>Whether the article is nearly another that came before it.</summary>
    private async Task<bool> IsCopyAsync(VerifiedQuote quote, ImmutableDictionary<string, Arrival> page, Asker asker, CancellationToken cancellation)
    {
        var (retrieval, sketch, arrival) = (await _kernel.SearchArticlesAsync(quote.Text, asker, ArticleFilter.All, PassagesCompared, cancellation), TextSketch.Of(quote.Article.Text), page[quote.Article.Id]);
        foreach (var found in retrieval.Passages.Select(passage => passage.Article).DistinctBy(article => article.Id).Where(article => article.Id != arrival.Id))
        {
            var earlier = page.TryGetValue(found.Id, out var other) ? other.Place < arrival.Place ? found : null : await BeforeAsync(found.Id, arrival.Ingested, asker, cancellation);
            if (earlier is not null && NearCopies.Are(sketch, TextSketch.Of(earlier.Text)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An article as it was before a moment; null where there was none, or it may not be read.</summary>
    private async Task<Article?> BeforeAsync(string id, DateTimeOffset moment, Asker asker, CancellationToken cancellation)
    {
        var version = (await _articles.VersionsAsync(id, cancellation)).LastOrDefault(kept => kept.Ingested < moment)?.Article.Version;
        return version is not null && await _articles.FindAsync(id, version, cancellation) is { } article && article.MayBeReadBy(asker) ? article : null;
    }

    /// <summary>When a new article came.</summary>
    private sealed record Arrival(string Id, int Place, DateTimeOffset Ingested);

    /// <summary>What was told, to be compared.</summary>
    /// <param name="Place">Where it stood.</param>
    /// <param name="Words">Null where it stands there no more.</param>
    /// <param name="Sketch">Of its article.</param>
    private sealed record ToldBefore(QuotedPlace Place, Excerpt? Words, TextSketch? Sketch)
    {
        public bool Has(VerifiedQuote quote)
        {
            var nearly = Sketch is not null && NearCopies.Are(TextSketch.Of(quote.Article.Text), Sketch);
            return Place.ArticleId != quote.Article.Id ? nearly || Words?.Repeats(Excerpt.Shown(quote.Article, quote.Span)) == true

                // Of another version of the same article it is the words alone that count, and their places do not: a text before them may have grown.
                : Place.Version == quote.Article.Version || (Words is null ? nearly : NearCopies.Has(Words.Article.Cut(Words.Span), quote.Text));
        }
    }
}

/// <summary>What there is to tell.</summary>
/// <param name="Digest">The quotes to show.</param>
/// <param name="More">How many articles more could be quoted.</param>
/// <param name="Told">Those of both, to be remembered.</param>
public sealed record News(Digest Digest, int More, ImmutableArray<ToldNews> Told);
