using System.Collections.Immutable;
using BriefingBot.Answering;

namespace BriefingBot.Evaluation;

/// <summary>How well refusing tells the questions that the articles answer from the others.</summary>
/// <param name="Answerable">How many questions are known to be answerable.</param>
/// <param name="Unanswerable">How many are known not to be.</param>
/// <param name="Auroc">The area under the ROC curve of confidence; null where one of the two kinds is missing.</param>
/// <param name="Shipped">What is refused as a person is answered.</param>
/// <param name="AtTenPercent">What would be at the confidence that refuses a tenth of the answerable; null where there are none.</param>
/// <param name="Reasons">The reasons of the refusals as a person is answered.</param>
public sealed record RefusalMeasures(
    int Answerable, int Unanswerable, double? Auroc, RefusedShares Shipped, RefusedShares? AtTenPercent, ImmutableArray<ReasonCount> Reasons)
{
    private const double Tenth = 0.1;

    internal static RefusalMeasures Of(IReadOnlyCollection<QuestionOutcome> outcomes)
    {
        var answerable = outcomes.Where(outcome => outcome.Question.Answerable == true).ToArray();
        var unanswerable = outcomes.Where(outcome => outcome.Question.Answerable == false).ToArray();
        return new(
            answerable.Length,
            unanswerable.Length,
            Evaluation.Auroc.Of([.. answerable.Select(outcome => outcome.Confidence)], [.. unanswerable.Select(outcome => outcome.Confidence)]),
            Refused(threshold: null, outcome => outcome.Refusal is not null),
            Threshold(answerable) is { } threshold ? Refused(threshold, outcome => outcome.Confidence < threshold) : null,
            [.. Enum.GetValues<RefusalReason>().Select(reason => new ReasonCount(reason, Count(answerable, reason), Count(unanswerable, reason), Count(outcomes, reason)))
                .Where(count => count.All > 0)]);

        RefusedShares Refused(double? threshold, Func<QuestionOutcome, bool> isRefused) => new(threshold, Share.Of(answerable, isRefused), Share.Of(unanswerable, isRefused));
    }

    /// <summary>The highest confidence below which at most a tenth of the answerable lie.</summary>
    private static double? Threshold(QuestionOutcome[] answerable) =>
        answerable.Length == 0 ? null : answerable.Select(outcome => outcome.Confidence).Order().ElementAt((int)(Tenth * answerable.Length));

    private static int Count(IEnumerable<QuestionOutcome> outcomes, RefusalReason reason) => outcomes.Count(outcome => outcome.Refusal == reason);
}

/// <summary>What is refused.</summary>
/// <param name="Threshold">The confidence below which it is; null where the product decides by rules of its own.</param>
/// <param name="Answerable">The share of answerable questions, which is wrong; null where there are none.</param>
/// <param name="Unanswerable">The share of unanswerable ones, which is right; null where there are none.</param>
public sealed record RefusedShares(double? Threshold, double? Answerable, double? Unanswerable);

/// <summary>How many questions were refused for a reason, of either kind and of all.</summary>
public sealed record ReasonCount(RefusalReason Reason, int Answerable, int Unanswerable, int All);
