using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.LanguageModels;
using Microsoft.SemanticKernel;

namespace BriefingBot.Evaluation;

/// <summary>Asks labelled questions by the product's own path, as somebody of whom no group is known, and notes what became of them.</summary>
public sealed class Evaluator
{
    private readonly QuestionAnswerer _answerer;
    private readonly SeenSearch _seen = new();

    internal Evaluator(Kernel kernel, QuestionAnswerer answerer, IndexStamps stamps)
    {
        // The kernel is the answerer's alone: each search of an answer goes through it and shows its rankings.
        kernel.FunctionInvocationFilters.Add(_seen);
        _answerer = answerer;
        Index = new(stamps.Model, stamps.Analyzer, stamps.Splitter);
    }

    /// <summary>What the index is made with.</summary>
    public EvaluatedIndex Index { get; }

    /// <summary>
    /// Asks each question once, so that it is answered whatever the confidence, with the refusal that a person would have got. In order, one
    /// at a time: the times are those of one question on a machine with nothing else to do. One that fails, as on a damaged article, is told, and the rest
    /// goes on; an outage of the store is an exception.
    /// </summary>
    /// <param name="questions">The questions.</param>
    /// <param name="isExtractive">Without the language model, also where one is configured.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<TriedQuestion> EvaluateAsync(
        IEnumerable<LabelledQuestion> questions, bool isExtractive, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var labelled in questions)
        {
            yield return await TryAsync(labelled, isExtractive, cancellation);
        }
    }

    private async Task<TriedQuestion> TryAsync(LabelledQuestion labelled, bool isExtractive, CancellationToken cancellation)
    {
        _seen.Last = null;
        try
        {
            var answer = await _answerer.AnswerAsync(new(labelled.Text, Asker.Unknown) { Asked = labelled.Asked, NeverRefuse = true, IsExtractive = isExtractive }, cancellation);
            return new(labelled, new(Outcome(labelled, answer, _seen.Last), answer), Failure: null);
        }
        catch (Exception fault) when (fault is QuestionException or DamagedArticleException)
        {
            return new(labelled, Evaluated: null, fault.Message);
        }
    }

    private static QuestionOutcome Outcome(LabelledQuestion labelled, VerifiedAnswer answer, RankedLists? lists) => new(labelled)
    {
        Refusal = answer.Refusal ?? answer.Overruled,
        Confidence = answer.Confidence,
        Elapsed = answer.Elapsed,
        Quotes = answer.Quotes.Length,
        FirstLength = answer.Quotes.FirstOrDefault()?.Text.Length,
        AnsweredAt = answer.Quotes.Index().Where(quote => labelled.IsAnsweredBy(quote.Item)).Select(quote => (int?)quote.Index + 1).FirstOrDefault(),
        Drafted = DraftedOutcome.Of(answer),
        Articles = lists is null ? new([], [], []) : new(First(lists.Fused), First(lists.Lexical), First(lists.Dense)),
    };

    private static ImmutableArray<string> First(ImmutableArray<RankedPassage> passages) =>
        [.. passages.Select(passage => passage.Key.ArticleId).Distinct(StringComparer.Ordinal).Take(RankedArticles.Depth)];

    /// <summary>Keeps the rankings of the latest search, which the answer came from.</summary>
    private sealed class SeenSearch : IFunctionInvocationFilter
    {
        public RankedLists? Last { get; set; }

        public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
        {
            await next(context);

            // What a language model looked for besides is no ranking of the question's.
            if (ModelCalls.Current is not null)
            {
                return;
            }

            Last = (context.Result.GetValue<object>() as Retrieval)?.Lists ?? Last;
        }
    }
}

/// <summary>A question that was asked, or could not be.</summary>
/// <param name="Question">The question and its labels.</param>
/// <param name="Evaluated">What became of it; null where it failed.</param>
/// <param name="Failure">Why it failed; null where it did not.</param>
public sealed record TriedQuestion(LabelledQuestion Question, EvaluatedQuestion? Evaluated, string? Failure);

/// <summary>A question that was asked.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Answer">The answer, given whatever the confidence.</param>
public sealed record EvaluatedQuestion(QuestionOutcome Outcome, VerifiedAnswer Answer);

/// <summary>What an index was made with: fingerprint of the embedding model, revisions of the analyzer and of the splitter.</summary>
public sealed record EvaluatedIndex(string Model, string Analyzer, string Splitter);
