using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>Answers a question: understand, retrieve, draft, verify. It reaches passages through the kernel alone.</summary>
public sealed class QuestionAnswerer(Kernel kernel)
{
    // The best passage holds the answer in nine of ten questions, the best eight in all but one of a hundred (squad2dev).
    private const int PassagesRead = 8;
    private const int MaxClosest = 3;

    /// <summary>
    /// Answers, or refuses with a reason. An outage of the store is an exception, and so is cancellation.
    /// </summary>
    /// <exception cref="QuestionException">The question is empty or too long.</exception>
    public async Task<VerifiedAnswer> AnswerAsync(Question question, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        QuestionException.ThrowIfUnanswerable(question.Text);

        // [1] understand
        var understood = await Understanding.OfAsync(kernel, question, cancellation);
        var text = understood?.Question ?? question.Text;
        if (understood is null && !question.NeverRefuse && Understanding.NamesNothing(text))
        {
            return VerifiedAnswer.Refused(question, RefusalReason.NotEnough, new([], 0, "extractive"), []) with { Elapsed = Stopwatch.GetElapsedTime(started) };
        }

        // [2] retrieve
        var retrieval = understood?.Speakers?.Retrieval ?? await kernel.SearchArticlesAsync(text, question.Asker, question.Filter, PassagesRead, cancellation);

        // [3] draft
        var draft = understood?.Speakers?.Draft ?? ExtractiveDrafter.Draft(retrieval);

        // [4] verify
        var answer = Verify(question, retrieval, draft);
        return answer with { UnderstoodAs = understood?.Question, Elapsed = Stopwatch.GetElapsedTime(started) };
    }

    private static VerifiedAnswer Verify(Question question, Retrieval retrieval, DraftAnswer draft)
    {
        var articles = retrieval.Passages.Select(passage => passage.Article).DistinctBy(article => (article.Id, article.Version)).ToDictionary(article => (article.Id, article.Version));
        var closest = articles.Values.Take(MaxClosest).Select(article => new ClosestArticle(article.Id, article.Version, article.Title, article.Url)).ToImmutableArray();
        if (!question.NeverRefuse && Confidence.RefusalFor(draft) is { } reason)
        {
            return VerifiedAnswer.Refused(question, reason, draft, closest);
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
            ? VerifiedAnswer.Answered(question, draft, quotes.DrainToImmutable(), withheld)
            : VerifiedAnswer.Refused(question, withheld > 0 ? RefusalReason.QuotesFailed : RefusalReason.NothingFound, draft, closest, withheld);
    }
}
