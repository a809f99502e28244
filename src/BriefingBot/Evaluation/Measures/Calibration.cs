using System.Collections.Immutable;

namespace BriefingBot.Evaluation;

/// <summary>Whether confidence is what it claims to be, the chance that the quotes answer. Right is as in <see cref="RiskCoverage"/>.</summary>
/// <param name="Questions">How many are known to be right or wrong.</param>
/// <param name="Ece">The expected calibration error: the mean distance of confidence and accuracy over ten bins of equal width, weighted by their questions (Guo et al., 2017). Null without questions.</param>
/// <param name="Bins">The bins that are not empty, from the lowest.</param>
public sealed record Calibration(int Questions, double? Ece, ImmutableArray<CalibrationBin> Bins)
{
    private const int BinCount = 10;

    internal static Calibration Of(IEnumerable<QuestionOutcome> outcomes) =>
        Of([.. outcomes.Where(outcome => outcome.IsRight is not null).Select(outcome => (outcome.Confidence, outcome.IsRight == true))]);

    internal static Calibration Of(IReadOnlyCollection<(double Confidence, bool IsRight)> answers)
    {
        ImmutableArray<CalibrationBin> bins =
        [
            .. answers.GroupBy(answer => Math.Min(BinCount - 1, (int)(answer.Confidence * BinCount))).OrderBy(bin => bin.Key).Select(bin => new CalibrationBin(
                (double)bin.Key / BinCount,
                (double)(bin.Key + 1) / BinCount,
                bin.Count(),
                bin.Average(answer => answer.Confidence),
                bin.Average(answer => answer.IsRight ? 1.0 : 0))),
        ];
        return new(answers.Count, answers.Count == 0 ? null : bins.Sum(bin => bin.Questions * Math.Abs(bin.Accuracy - bin.Confidence)) / answers.Count, bins);
    }
}

/// <summary>The questions whose confidence lies between two bounds.</summary>
/// <param name="From">The lower bound.</param>
/// <param name="To">The upper bound.</param>
/// <param name="Questions">How many they are.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Accuracy">The share of them that is right.</param>
public sealed record CalibrationBin(double From, double To, int Questions, double Confidence, double Accuracy);
