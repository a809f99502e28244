using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>Answers a question: retrieve, draft, verify. It reaches passages through the kernel alone.</summary>
public sealed class QuestionAnswerer
{
    // The best passage holds the answer in nine of ten questions, the best eight in all but one of a hundred (squad2dev).
    internal const int PassagesRead = 8;
    private const int MaxClosest = 3;

    private readonly Kernel _kernel;
    private readonly ExtractiveDrafter _drafter;

    internal QuestionAnswerer(Kernel kernel, ExtractiveDrafter drafter) => (_kernel, _drafter) = (kernel, drafter);

    /// <summary>
    /// Answers, or refuses with a reason. An outage of the store is an exception, and so is cancellation.
    /// </summary>
    /// <exception cref="QuestionException">The question is empty or too long.</exception>
    public async Task<VerifiedAnswer> AnswerAsync(Question question, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        QuestionException.ThrowIfUnanswerable(question.Text);

        // [1] retrieve
        var retrieval = await _kernel.SearchArticlesAsync(question.Text, question.Asker, question.Filter, PassagesRead, cancellation);

        // [2] draft
        var draft = await _drafter.DraftAsync(question.Text, retrieval, cancellation);

        // [3] verify
        var answer = Verify(question, retrieval, draft);
        return answer with { Elapsed = Stopwatch.GetElapsedTime(started) };
    }

    private static VerifiedAnswer Verify(Question question, Retrieval retrieval, DraftAnswer draft)
    {
        var articles = retrieval.Passages.Select(passage => passage.Article).DistinctBy(article => (article.Id, article.Version)).ToDictionary(article => (article.Id, article.Version));
        var closest = articles.Values.Take(MaxClosest).Select(article => new ClosestArticle(article.Id, article.Version, article.Title, article.Url)).ToImmutableArray();
        var reason = Confidence.RefusalFor(draft);
        if (!question.NeverRefuse && reason is { } refused)
        {
            return VerifiedAnswer.Refused(question, refused, draft, closest);
        }

        var quotes = ImmutableArray.CreateBuilder<VerifiedQuote>();
        var withheld = 0;
        foreach (var proposal in draft.Statements.SelectMany(statement => statement.Support))
        {
            // A drafter can point only into what was retrieved for this asker.
            var verification = articles.TryGetValue((proposal.ArticleId, proposal.Version), out var article)
                ? VerifiedQuote.Verify(article, proposal)
                : QuoteVerification.Failed("the article was not retrieved for this question");
            withheld += verification.Failure is null ? 0 : 1;
            quotes.AddRange(verification.Quotes);
        }

        return quotes.Count > 0
            ? VerifiedAnswer.Answered(question, draft, quotes.DrainToImmutable(), withheld) with { Overruled = reason }
            : VerifiedAnswer.Refused(question, withheld > 0 ? RefusalReason.QuotesFailed : RefusalReason.NothingFound, draft, closest, withheld);
    }
}
