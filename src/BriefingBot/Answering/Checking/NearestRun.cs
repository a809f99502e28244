using BriefingBot.Articles;
using BriefingBot.Ingestion;

namespace BriefingBot.Answering;

/// <summary>Finds the run of sentences in some articles that comes nearest to a quotation which stands in none of them.</summary>
internal static class NearestRun
{
    // Articles whose words are laid along the quotation's one by one; the others are only counted through.
    private const int MostAligned = 4;

    // With fewer of its words the nearest passage has nothing to do with the quotation.
    private const double LeastLikeness = 0.4;

    /// <summary>The longest passage that is shown beside a quotation, in UTF-16 code units.</summary>
    public static int Longest(string given) => (2 * given.Length) + QuoteLength.Max;

    public static NearestPassage? Among(IEnumerable<Article> articles, string given)
    {
        var words = WordsOfText.Of(given);
        var whole = words.Sum(word => word.Weight);
        var best = articles
            .Select(article => Densest(article, words))
            .OrderByDescending(stretch => stretch.Shared)
            .Take(MostAligned)
            .Select(stretch => (Stretch: stretch, Alignment: WordAlignment.Of(words, stretch.Near)))
            .OrderByDescending(aligned => aligned.Alignment.Score)
            .FirstOrDefault();
        if (best.Alignment is null || whole == 0)
        {
            return null;
        }

        var (nearest, steps) = (best.Stretch, best.Alignment.Steps);
        var shared = steps.Where(step => step is { Given: >= 0, Article: >= 0 } && WordAlignment.AreLike(words[step.Given], nearest.Near[step.Article])).Sum(step => words[step.Given].Weight);
        return shared < LeastLikeness * whole ? null : Passage(nearest, given, words, steps, shared / (double)whole);
    }

    /// <summary>The stretch of an article, as long as the quotation, that shares most words with it, and as much again on either side.</summary>
    private static Stretch Densest(Article article, WordOfText[] given)
    {
        var text = WordsOfText.Of(article.Text);
        var open = given.GroupBy(word => word.Folded.ToLowerInvariant()).ToDictionary(same => same.Key, same => same.Count());
        string[] keys = [.. text.Select(word => word.Folded.ToLowerInvariant())];
        var (shared, most, at) = (0, -1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (open.TryGetValue(keys[i], out var left))
            {
                shared += left > 0 ? text[i].Weight : 0;
                open[keys[i]] = left - 1;
            }

            if (i >= given.Length && open.TryGetValue(keys[i - given.Length], out left))
            {
                shared -= left >= 0 ? text[i - given.Length].Weight : 0;
                open[keys[i - given.Length]] = left + 1;
            }

            (most, at) = shared > most ? (shared, i) : (most, at);
        }

        var (from, to) = (Math.Max(0, at - (2 * given.Length)), Math.Min(text.Length, at + given.Length + 1));
        return new(article, text, from, to, most);
    }

    private static NearestPassage? Passage(Stretch stretch, string given, WordOfText[] givenWords, IReadOnlyList<(int Given, int Article)> steps, double likeness)
    {
        var (article, words) = (stretch.Article, stretch.Words);
        var covered = steps.Where(step => step.Article >= 0).Select(step => stretch.From + step.Article).ToArray();
        var (from, to) = (covered[0], covered[^1]);
        var failure = VerifiedQuote.Verify(article, new CopiedProposal(article.Id, article.Version, given)).Failure;
        var isCut = failure is QuoteFailure.BehindNegation or QuoteFailure.CutsNumber or QuoteFailure.CutsWord or QuoteFailure.CutsCharacter;
        var (first, last) = isCut ? Widened(stretch, from, to) : (from, to);
        if (Sentences(article, new(words[first].Span.Start, words[last].Span.End), Longest(given)) is not { } quote)
        {
            return null;
        }

        var before = Array.FindIndex(words, word => word.Span.Start >= quote.Span.Start);
        WordOfText[] inQuote = [.. words.Skip(before).TakeWhile(word => word.Span.End <= quote.Span.End).Select(word => word with { Span = new(word.Span.Start - quote.Span.Start, word.Span.End - quote.Span.Start) })];
        (int, int)[] all =
        [
            .. Enumerable.Range(first - before, from - first).Select(word => (-1, word)),
            .. steps.Select(step => (step.Given, step.Article < 0 ? -1 : stretch.From + step.Article - before)),
            .. Enumerable.Range(to + 1 - before, last - to).Select(word => (-1, word)),
        ];
        return new(quote, ComparedWords.Of(quote, given, givenWords, inQuote, all), likeness, isCut ? failure : null);
    }

    /// <summary>The sentences that the words stand in; where these are too long the words alone, and null where these are too.</summary>
    private static VerifiedQuote? Sentences(Article article, TextSpan words, int longest)
    {
        if (words.Length > longest)
        {
            return null;
        }

        var sentences = SentenceSplitter.Split(article.Text).Where(sentence => sentence.Span.Overlaps(words)).ToArray();
        var span = new TextSpan(Math.Min(sentences[0].Span.Start, words.Start), Math.Max(sentences[^1].Span.End, words.End));
        return VerifiedQuote.Verify(article, new SpanProposal(article.Id, article.Version, span.Length > longest ? words : span)).Quotes.SingleOrDefault();
    }

    /// <summary>The same words with what was cut off: the rest of a word or number, the negation in front.</summary>
    private static (int First, int Last) Widened(Stretch stretch, int first, int last)
    {
        const int mostAround = 4;
        var (text, words, from, to) = (stretch.Article.Text, stretch.Words, first, last);
        while (first > 0 && from - first < mostAround && (IsBroken(words[first].Span.Start) || Negation.StandsBefore(Before(words[first]), Before(words[first]).Length)))
        {
            first--;
        }

        while (last < words.Length - 1 && last - to < mostAround && IsBroken(words[last].Span.End))
        {
            last++;
        }

        return (first, last);

        bool IsBroken(int border) => QuoteBorder.BrokenRule(text, border) is not null;

        string Before(WordOfText word) => FoldedText.Of(text[Math.Max(0, word.Span.Start - 40)..word.Span.Start]).Characters;
    }

    /// <summary>Words of an article around the place that shares most with a quotation.</summary>
    private sealed record Stretch(Article Article, WordOfText[] Words, int From, int To, int Shared)
    {
        public ReadOnlySpan<WordOfText> Near => Words.AsSpan(From, To - From);
    }
}
