using System.Collections.Immutable;

namespace BriefingBot.Evaluation;

/// <summary>
/// How often answers are right when only the most confident are given (El-Yaniv and Wiener, 2010). An answer is right when one of its first
/// three quotes holds a gold span; an answer to an unanswerable question is wrong. Questions of equal confidence count as their mean.
/// </summary>
/// <param name="Questions">How many are known to be right or wrong.</param>
/// <param name="Area">The mean share of wrong answers over all coverages: the lower, the better. Null without questions.</param>
/// <param name="AccuracyAt50">The share of right answers among the more confident half.</param>
/// <param name="AccuracyAt80">Among the most confident 80 %.</param>
/// <param name="AccuracyAt100">Among all.</param>
/// <param name="Curve">The same for each hundredth of the questions.</param>
public sealed record RiskCoverage(
    int Questions, double? Area, double? AccuracyAt50, double? AccuracyAt80, double? AccuracyAt100, ImmutableArray<CoveragePoint> Curve)
{
    internal static RiskCoverage Of(IEnumerable<QuestionOutcome> outcomes) =>
        Of([.. outcomes.Where(outcome => outcome.IsRight is not null).Select(outcome => (outcome.Confidence, outcome.IsRight == true))]);

    internal static RiskCoverage Of(IReadOnlyCollection<(double Confidence, bool IsRight)> answers)
    {
        if (answers.Count == 0)
        {
            return new(0, null, null, null, null, []);
        }

        // At index i: the accuracy of the i + 1 most confident answers.
        var accuracies = new List<double>(answers.Count);
        var right = 0.0;
        foreach (var level in answers.GroupBy(answer => answer.Confidence).OrderByDescending(level => level.Key))
        {
            var mean = level.Average(answer => answer.IsRight ? 1.0 : 0);
            foreach (var _ in level)
            {
                right += mean;
                accuracies.Add(right / (accuracies.Count + 1));
            }
        }

        return new(
            answers.Count,
            1 - accuracies.Average(),
            At(50),
            At(80),
            At(100),
            [.. Enumerable.Range(1, 100).Select(percent => new CoveragePoint(percent / 100.0, At(percent)))]);

        double At(int percent) => accuracies[Math.Max(1, (int)Math.Ceiling(percent * accuracies.Count / 100.0)) - 1];
    }
}

/// <summary>The share of right answers among the most confident ones.</summary>
/// <param name="Coverage">How many are answered, as a share.</param>
/// <param name="Accuracy">How many of these are right, as a share.</param>
public sealed record CoveragePoint(double Coverage, double Accuracy);
