namespace BriefingBot.Evaluation;

/// <summary>The area under the ROC curve: how well confidence tells answerable from unanswerable.</summary>
internal static class Auroc
{
    /// <summary>
    /// The chance that an answerable question has more confidence than an unanswerable one; ties count half (Mann and Whitney, 1947). Null
    /// where one of the two kinds is missing.
    /// </summary>
    public static double? Of(IReadOnlyCollection<double> answerable, IReadOnlyCollection<double> unanswerable)
    {
        if (answerable.Count == 0 || unanswerable.Count == 0)
        {
            return null;
        }

        // By confidence from the lowest, each answerable question is above all unanswerable ones so far and level with those of its own.
        var (below, wins) = (0, 0.0);
        foreach (var level in answerable.Select(confidence => (confidence, answerable: 1))
            .Concat(unanswerable.Select(confidence => (confidence, answerable: 0)))
            .GroupBy(question => question.confidence)
            .OrderBy(level => level.Key))
        {
            var positive = level.Sum(question => question.answerable);
            var negative = level.Count() - positive;
            wins += positive * (below + (negative / 2.0));
            below += negative;
        }

        return wins / ((double)answerable.Count * unanswerable.Count);
    }
}
