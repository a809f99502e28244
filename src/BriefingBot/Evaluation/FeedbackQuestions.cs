using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.State;

namespace BriefingBot.Evaluation;

/// <summary>
/// Makes labelled questions of feedback. A thumb up says that the quotes answer, or that the refusal was right. A thumb down, or a comment alone, says nothing
/// about what would have been right: the question is kept without labels, for somebody to add them.
/// </summary>
public sealed class FeedbackQuestions(IArticleStore articles)
{
    /// <summary>The question, its id that of the answer; null of a quotation that was checked, which asks nothing.</summary>
    public async Task<LabelledQuestion?> OfAsync(Feedback feedback, CancellationToken cancellation)
    {
        if (Quotation.IsOne(feedback.Question))
        {
            return null;
        }

        var question = new LabelledQuestion(feedback.ShortId, feedback.Question) { Asked = DateOnly.FromDateTime(feedback.AnsweredAt.UtcDateTime) };
        if (feedback.Reaction != Reaction.Like)
        {
            return question;
        }

        if (feedback.Quotes.IsEmpty)
        {
            return question with { Answerable = false };
        }

        var quotes = await QuotesAsync(feedback, cancellation);
        return quotes.Length == 0 ? question : question with
        {
            Answerable = true,
            Articles = [.. quotes.Select(quote => quote.Article.Id).Distinct()],
            Spans = [.. quotes.Select(quote => new GoldSpan(quote.Article.Id, quote.Span))],
            Words = [.. quotes.Select(quote => quote.Text).Distinct()],
        };
    }

    /// <summary>Those whose articles are still there, in the versions that were quoted.</summary>
    private async Task<VerifiedQuote[]> QuotesAsync(Feedback feedback, CancellationToken cancellation)
    {
        var quotes = new List<VerifiedQuote>();
        foreach (var place in feedback.Quotes)
        {
            if (await articles.FindAsync(place.ArticleId, place.Version, cancellation) is { } article && place.End <= article.Text.Length)
            {
                quotes.AddRange(VerifiedQuote.Verify(article, new SpanProposal(article.Id, article.Version, new TextSpan(place.Start, place.End))).Quotes);
            }
        }

        return [.. quotes];
    }
}
