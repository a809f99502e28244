using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Evaluation;

/// <summary>A question of which somebody has noted what answers it. What is not noted is null or empty, and is not measured.</summary>
/// <param name="Id">Its id, or the number of its line.</param>
/// <param name="Text">What is asked.</param>
public sealed record LabelledQuestion(string Id, string Text)
{
    /// <summary>The number of its line in its file; 0 where it is of none.</summary>
    public int Line { get; init; }

    /// <summary>The day of asking, where it matters.</summary>
    public DateOnly? Asked { get; init; }

    /// <summary>Whether the articles answer it; null when nobody says.</summary>
    public bool? Answerable { get; init; }

    /// <summary>The ids of the relevant articles.</summary>
    public ImmutableArray<string> Articles { get; init; } = [];

    /// <summary>Where the answering words stand, in the text of the article as whoever labelled it had it.</summary>
    public ImmutableArray<GoldSpan> Spans { get; init; } = [];

    /// <summary>The answering words themselves.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Whether it can be told of a quote whether it answers.</summary>
    public bool HasGoldWords => Answerable != false && !Spans.IsEmpty;

    /// <summary>
    /// Whether a quote holds a gold span whole. Where the stored text has other words at the span than the label gives, its positions are
    /// those of another text; then the quote holds the answering words, and is of the same article.
    /// </summary>
    public bool IsAnsweredBy(VerifiedQuote quote)
    {
        var words = Words.Select(CanonicalText.From).Where(text => text.Length > 0).ToArray();
        return Spans.Where(gold => gold.ArticleId == quote.Article.Id).Any(gold => words.Length == 0 || gold.StandsIn(quote.Article, words)
            ? quote.Span.Contains(gold.Span)
            : words.Any(text => quote.Text.Contains(text, StringComparison.Ordinal)));
    }
}

/// <summary>Words of an article that answer a question, in UTF-16 code units, end exclusive.</summary>
public sealed record GoldSpan(string ArticleId, TextSpan Span)
{
    internal bool StandsIn(Article article, IEnumerable<string> words) =>
        Span.End <= article.Text.Length && words.Contains(article.Cut(Span), StringComparer.Ordinal);
}
