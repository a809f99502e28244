using System.Collections.Immutable;

namespace BriefingBot.Evaluation;

/// <summary>The time from question to answer, in milliseconds.</summary>
/// <param name="MedianMs">Half of the questions take at most this long.</param>
/// <param name="P95Ms">95 of 100 take at most this long.</param>
/// <param name="MaxMs">The longest, most often the first, for which the index is read.</param>
/// <param name="Bins">How many take how long.</param>
public sealed record Latency(double MedianMs, double P95Ms, double MaxMs, ImmutableArray<LatencyBin> Bins)
{
    private const int MostBins = 20;

    internal static Latency Of(IEnumerable<TimeSpan> times)
    {
        double[] sorted = [.. times.Select(time => time.TotalMilliseconds).Order()];
        return new(Quantile(sorted, 0.5), Quantile(sorted, 0.95), sorted[^1], BinsOf(sorted));
    }

    /// <summary>By the nearest rank.</summary>
    private static double Quantile(double[] sorted, double share) => sorted[Math.Max(1, (int)Math.Ceiling(share * sorted.Length)) - 1];

    /// <summary>Of one round width; what is longer than all but one of a hundred stands in an open bin.</summary>
    private static ImmutableArray<LatencyBin> BinsOf(double[] sorted)
    {
        var end = Quantile(sorted, 0.99);
        var width = Widths().First(width => width * MostBins >= end);
        return
        [
            .. sorted.GroupBy(time => Math.Min((int)(time / width), (int)(end / width) + 1)).OrderBy(bin => bin.Key).Select(bin =>
                new LatencyBin(bin.Key * width, bin.Key > (int)(end / width) ? null : (bin.Key + 1) * width, bin.Count())),
        ];
    }

    private static IEnumerable<double> Widths()
    {
        for (var power = 0.01; ; power *= 10)
        {
            yield return power;
            yield return 2 * power;
            yield return 5 * power;
        }
    }
}

/// <summary>How many questions take from one time to another, in milliseconds; without an end, that long or longer.</summary>
public sealed record LatencyBin(double FromMs, double? ToMs, int Questions);
