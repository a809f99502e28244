using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Ingestion;

namespace BriefingBot.Answering;

/// <summary>What stands around a quote in its article, verified as the quote is.</summary>
/// <param name="Before">The words that end where the quote begins; null where there are none.</param>
/// <param name="After">The words that begin where the quote ends; null likewise.</param>
public sealed record QuoteContext(VerifiedQuote? Before, VerifiedQuote? After)
{
    /// <summary>In the quote's own paragraphs: the rest of the sentence that it begins or ends in, or the sentence before and behind it.</summary>
    public static QuoteContext Line(VerifiedQuote quote)
    {
        var (text, span, around) = (quote.Article.Text, quote.Span, Around(quote, more: 0));
        TextSpan[] sentences = [.. SentenceSplitter.Split(text[around.Start..around.End]).Select(sentence => new TextSpan(sentence.Span.Start + around.Start, sentence.Span.End + around.Start))];
        return Between(
            quote,
            Array.FindLast(sentences, sentence => sentence.Start < span.Start) is { Length: > 0 } before ? before.Start : span.Start,
            Array.Find(sentences, sentence => sentence.End > span.End) is { Length: > 0 } after ? after.End : span.End);
    }

    /// <summary>The quote's own paragraphs, and one more on each side.</summary>
    public static QuoteContext OfParagraphs(VerifiedQuote quote)
    {
        var around = Around(quote, more: 1);
        return Between(quote, around.Start, around.End);
    }

    private static QuoteContext Between(VerifiedQuote quote, int start, int end) => new(Cut(quote.Article, new(start, quote.Span.Start)), Cut(quote.Article, new(quote.Span.End, end)));

    private static VerifiedQuote? Cut(Article article, TextSpan span) => VerifiedQuote.Verify(article, new SpanProposal(article.Id, article.Version, span)).Quotes.FirstOrDefault();

    private static TextSpan Around(VerifiedQuote quote, int more)
    {
        ImmutableArray<TextSpan> paragraphs = [.. Paragraphs.Of(quote.Article.Text)];
        var first = paragraphs.Count(paragraph => paragraph.End <= quote.Span.Start);
        var last = paragraphs.Count(paragraph => paragraph.Start < quote.Span.End) - 1;
        return new(
            Math.Min(quote.Span.Start, paragraphs[Math.Max(0, first - more)].Start),
            Math.Max(quote.Span.End, paragraphs[Math.Min(paragraphs.Length - 1, last + more)].End));
    }
}
