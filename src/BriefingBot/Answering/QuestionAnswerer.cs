using System.Collections.Immutable;
using System.Diagnostics;
using BriefingBot.Articles;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>Answers a question: understand, retrieve, read, draft, verify. It reaches passages through the kernel alone.</summary>
public sealed class QuestionAnswerer
{
    // The best passage holds the answer in nine of ten questions, the best eight in all but one of a hundred (squad2dev).
    internal const int PassagesRead = 10;

    // Where newer articles go first, what is newest need not be nearest; nor need all of the one article that is asked about.
    private const int PassagesReadForMore = 24;

    private readonly Kernel _kernel;
    private readonly PassageReader _reader;
    private readonly QuestionUnderstanding _understanding;
    private readonly StatementWriter? _writer;

    /// <param name="kernel">With the articles' functions.</param>
    /// <param name="understanding">On the same kernel.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="writer">Has a language model write; null where none is configured.</param>
    internal QuestionAnswerer(Kernel kernel, QuestionUnderstanding understanding, PassageReader reader, StatementWriter? writer) =>
        (_kernel, _understanding, _reader, _writer) = (kernel, understanding, reader, writer);

    /// <summary>Loads the models and the index, so that the first question is answered as fast as the next. An outage of the store is an exception.</summary>
    public async Task WarmUpAsync(CancellationToken cancellation)
    {
        var loading = Task.Run(_reader.Load, cancellation);
        var retrieval = await _kernel.SearchArticlesAsync("ready?", Asker.Unknown, ArticleFilter.All, 1, cancellation);
        await loading;
        await _reader.ReadAsync("ready?", retrieval, cancellation);
    }

    /// <summary>
    /// Answers, or refuses with a reason. An outage of the store is an exception, and so is cancellation.
    /// </summary>
    /// <exception cref="QuestionException">The question is empty or too long.</exception>
    public async Task<VerifiedAnswer> AnswerAsync(Question question, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        QuestionException.ThrowIfUnanswerable(question.Text);
        question = _understanding.OnItsDay(question);

        // [1] understand
        var standing = await _understanding.StandingAsync(question, cancellation);
        var namesNothing = standing is null && StandingQuestion.NamesNothing(question.Text);
        if (namesNothing && !question.NeverRefuse)
        {
            return VerifiedAnswer.Refused(question, RefusalReason.NotEnough, new([], 0, "extractive"), []) with { Sentence = AnswerWords.NotKnownWhatIsMeant, Elapsed = Stopwatch.GetElapsedTime(started) };
        }

        var understood = await _understanding.ReadAsync(question, standing?.Text ?? question.Text, cancellation);

        // [2] retrieve, read and [3] draft, as often as it takes to look where the question says
        var found = standing?.Speakers is { } speakers ? new Found<DraftAnswer>(speakers.Retrieval, speakers.Draft) { Filter = question.Filter } : await new UnderstoodSearch<DraftAnswer>(understood, LookAsync).FindAsync();

        // [4] verify
        var answer = Verify(question, namesNothing ? found with { Refusal = RefusalReason.NotEnough } : found);
        answer = await WriteAsync(answer, standing?.Text ?? question.Text, found, mayLookFurther: standing is null or { Articles.IsEmpty: true }, cancellation);
        answer = await answer.WithCopiesAsync(quote => _kernel.CountCopiesAsync(quote, question.Asker, cancellation));
        return answer with
        {
            Sentence = answer.Statements.IsEmpty ? found.Sentence : null,
            UnderstoodAs = found.UnderstoodAs ?? standing?.Text,
            StandsAlone = standing?.Text,
            TellsAge = found.TellsAge,
            Elapsed = Stopwatch.GetElapsedTime(started),
        };

        async Task<Found<DraftAnswer>> LookAsync(string text, ArticleFilter filter, Recency recency)
        {
            new AnsweringStep.Searching().Report();
            var isAnyArticle = standing is null or { Articles.IsEmpty: true };
            var retrieval = await _kernel.SearchArticlesAsync(text, question.Asker, filter, recency == Recency.Any && isAnyArticle ? PassagesRead : PassagesReadForMore, cancellation);
            retrieval = isAnyArticle ? retrieval : retrieval with { Passages = [.. retrieval.Passages.Where(passage => standing!.Articles.Contains(passage.Article.Id))] };
            new AnsweringStep.Reading(retrieval.Passages.Length).Report();
            retrieval = await _reader.ReadAsync(text, retrieval, cancellation);
            return new(retrieval, NewestFirst.Draft(text, retrieval, recency, PassagesRead, chosen => ExtractiveDrafter.Draft(text, chosen, question.Shown)));
        }
    }

    /// <summary>The answer in a language model's words, where one is configured, could answer, and was not kept from it by the checks.</summary>
    private async Task<VerifiedAnswer> WriteAsync(VerifiedAnswer answer, string question, Found<DraftAnswer> found, bool mayLookFurther, CancellationToken cancellation)
    {
        if (_writer is null || answer.Question.IsExtractive || (answer.Refusal ?? answer.Overruled) is not (null or RefusalReason.NotEnough) || found.Filter is null || found.Retrieval.Passages.IsEmpty)
        {
            return answer;
        }

        var written = await _writer.WriteAsync(question, answer.Question.Asker, mayLookFurther ? found.Filter : null, found.Retrieval.Passages, cancellation);
        return written.Failure is null ? answer.Written(written) : answer.FallenBack(written);
    }

    private static VerifiedAnswer Verify(Question question, Found<DraftAnswer> found)
    {
        var (retrieval, draft) = found;
        var articles = retrieval.Passages.Select(passage => passage.Article).DistinctBy(article => (article.Id, article.Version)).ToDictionary(article => (article.Id, article.Version));
        var closest = ClosestArticle.Of(retrieval.Passages);
        var reason = found.Refusal;
        if (!question.NeverRefuse && reason is { } refused)
        {
            return VerifiedAnswer.Refused(question, refused, draft, closest);
        }

        QuoteProposal[] proposals = [.. draft.Statements.SelectMany(statement => statement.Support)];
        new AnsweringStep.CheckingQuotes(proposals.Length).Report();
        var quotes = ImmutableArray.CreateBuilder<VerifiedQuote>();
        var withheld = 0;
        foreach (var proposal in proposals)
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
