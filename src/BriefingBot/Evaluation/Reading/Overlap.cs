namespace BriefingBot.Evaluation;

/// <summary>What a text that was read has in common with the one that was to be read, both as multisets.</summary>
/// <param name="Common">In both.</param>
/// <param name="Extra">Only in what was read.</param>
/// <param name="Missed">Only in what was to be read.</param>
public sealed record Overlap(int Common, int Extra, int Missed)
{
    /// <summary>The share of what was read that was to be read; 1 where nothing was read of nothing, 0 where nothing was read of something.</summary>
    public double Precision => Part(Common, Extra);

    /// <summary>The share of what was to be read that was read; 1 where there was nothing to read.</summary>
    public double Recall => Part(Common, Missed);

    internal static Overlap Of(Dictionary<string, int> read, Dictionary<string, int> expected)
    {
        var common = read.Sum(item => Math.Min(item.Value, expected.GetValueOrDefault(item.Key)));
        return new(common, read.Values.Sum() - common, expected.Values.Sum() - common);
    }

    private double Part(int common, int rest) => common + rest > 0 ? (double)common / (common + rest) : Extra + Missed == 0 ? 1 : 0;
}
