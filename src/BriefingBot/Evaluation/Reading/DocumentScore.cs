using System.Collections.Immutable;

namespace BriefingBot.Evaluation;

/// <summary>One document: what was read of it, or why nothing was.</summary>
/// <param name="Name">The file's.</param>
/// <param name="Overlap">Of words; null where nothing was read.</param>
/// <param name="Problem">Why nothing was read or measured; null where it was.</param>
public sealed record DocumentScore(string Name, Overlap? Overlap, string? Problem = null);

/// <summary>The documents of a format. The means are over those that were read; null where none was.</summary>
/// <param name="Format">The folder's name.</param>
/// <param name="Documents">Those that are measured.</param>
/// <param name="Unmeasured">Those that have no expected text, or one that measures nothing, each with the reason.</param>
public sealed record FormatScore(string Format, ImmutableArray<DocumentScore> Documents, ImmutableArray<DocumentScore> Unmeasured)
{
    /// <summary>What misses by more than this is named.</summary>
    private const double Tolerance = 0.1;

    /// <summary>How many were read.</summary>
    public int Read => Documents.Count(document => document.Overlap is not null);

    /// <summary>The mean recall.</summary>
    public double? Recall => Mean(overlap => overlap.Recall);

    /// <summary>The mean precision.</summary>
    public double? Precision => Mean(overlap => overlap.Precision);

    /// <summary>Those that were not read.</summary>
    public IEnumerable<DocumentScore> Failed => Documents.Where(document => document.Problem is not null);

    /// <summary>Those that lost words, or have words that they should not, beyond the tolerance; the worst first.</summary>
    public IEnumerable<DocumentScore> Misses => Documents
        .Where(document => document.Overlap is { } overlap && Worst(overlap) < 1 - Tolerance)
        .OrderBy(document => Worst(document.Overlap!)).ThenBy(document => document.Name, StringComparer.Ordinal);

    private static double Worst(Overlap overlap) => Math.Min(overlap.Recall, overlap.Precision);

    private double? Mean(Func<Overlap, double> part) => Documents.Select(document => document.Overlap).OfType<Overlap>().ToList() is { Count: > 0 } read ? read.Average(part) : null;
}
