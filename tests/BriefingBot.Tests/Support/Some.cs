using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Tests.Support;

/// <summary>Things that a test needs and does not care about.</summary>
internal static class Some
{
    public static Question Question { get; } = new("When did the dam break?", Asker.Unknown);

    public static Article Article(string text = "The dam broke at night. Two villages were flooded.", string id = "article", string title = "Dam breaks at night") => new()
    {
        Id = id,
        Version = 1,
        Title = title,
        Text = CanonicalText.From(text),
        Source = "The Valley Post",
        Author = "Ann Reed",
        Published = new(new(2019, 1, 4, 0, 0, 0, TimeSpan.Zero), HasTime: false),
        Url = new("https://news.example/dam"),
    };

    /// <summary>These words of the article, which must stand in it exactly so.</summary>
    public static VerifiedQuote Quote(Article article, string words, bool cutShort = false)
    {
        var start = article.Text.IndexOf(words, StringComparison.Ordinal);
        var verification = VerifiedQuote.Verify(article, new SpanProposal(article.Id, article.Version, new(start, start + words.Length), cutShort));
        return verification.Quotes.Single();
    }

    public static VerifiedAnswer Answer(int withheld, params ImmutableArray<VerifiedQuote> quotes) => VerifiedAnswer.Answered(Question, new([], 0.9, "extractive"), quotes, withheld);

    public static VerifiedAnswer Refusal(RefusalReason reason, params ImmutableArray<ClosestArticle> closest) => VerifiedAnswer.Refused(Question, reason, new([], 0.1, "extractive"), closest);
}
