using System.Collections.Immutable;

namespace BriefingBot.Evaluation;

/// <summary>How well an extractor reads pages. Precision and recall are means over the pages, so that a long page weighs no more than a short one.</summary>
/// <param name="Name">The extractor.</param>
/// <param name="Pages">Every page of the set.</param>
public sealed record ExtractorScore(string Name, ImmutableArray<PageScore> Pages)
{
    /// <summary>The mean of the pages' precisions.</summary>
    public double Precision => Pages.Average(page => page.Overlap.Precision);

    /// <summary>The mean of the pages' recalls.</summary>
    public double Recall => Pages.Average(page => page.Overlap.Recall);

    /// <summary>Of the two means, not the mean of the pages' own.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
}

/// <summary>One page's score.</summary>
/// <param name="Id">The page's name in the set.</param>
/// <param name="Overlap">Of runs of four words.</param>
public sealed record PageScore(string Id, Overlap Overlap)
{
    /// <summary>By which the worst are told.</summary>
    public double F1 => Overlap.Common == 0 ? 0 : 2.0 * Overlap.Common / ((2 * Overlap.Common) + Overlap.Extra + Overlap.Missed);
}
