using BriefingBot.Answering;
using BriefingBot.Evaluation;

namespace BriefingBot.Benchmarks;

/// <summary>How well words and vectors tell sentences that were made from their quotes from others, and what thresholds that keep most of the former stop of the latter.</summary>
internal static class ClosenessScore
{
    private static readonly double[] Kept = [0.995, 0.99, 0.98, 0.95];

    private static readonly (string Name, Func<MeasuredPair, double?> Of)[] Measures =
        [("words covered", pair => pair.Coverage), ("cosine to joined", pair => pair.ToJoined), ("cosine to nearest", pair => pair.ToNearest)];

    public static async Task<int> PrintAsync(string questionsFile)
    {
        var pairs = await MeasuredPair.MeasureAsync([.. ClosenessPairs.Of([.. JsonLines.Read<ClapNqQuestion>(questionsFile)])]);
        var (answers, others) = (pairs.Where(pair => pair.Pair.IsTrue).ToArray(), pairs.Where(pair => !pair.Pair.IsTrue).GroupBy(pair => pair.Pair.Kind).ToArray());
        Console.WriteLine($"answers {answers.Length}, {string.Join(", ", others.Select(kind => $"{kind.Key} {kind.Count()}"))}");
        foreach (var (name, of) in Measures)
        {
            Console.WriteLine($"{name}: AUROC {string.Join(", ", others.Select(kind => $"{kind.Key} {Auroc.Of(Values(answers, of), Values(kind, of)):F4}"))}");
            foreach (var kept in Kept)
            {
                var chosen = Values(answers.Where(pair => !pair.Pair.IsHeldOut), of);
                var least = chosen.Order().ElementAt((int)((1 - kept) * chosen.Length));
                PrintRates($"  {least:F3} keeps {kept:P1} of half; held out", pairs.Where(pair => pair.Pair.IsHeldOut), pair => of(pair) >= least);
            }
        }

        foreach (var isHeldOut in new[] { false, true })
        {
            var half = pairs.Where(pair => pair.Pair.IsHeldOut == isHeldOut).ToArray();
            PrintRates($"the product's, {(isHeldOut ? "held out" : "chosen on")}: words", half, pair => pair.HasWords);
            PrintRates($"the product's, {(isHeldOut ? "held out" : "chosen on")}: words and meaning", half, pair => pair.HasWords && pair.ToNearest >= MeaningCloseness.LeastCosine);
        }

        return 0;
    }

    private static void PrintRates(string name, IEnumerable<MeasuredPair> pairs, Func<MeasuredPair, bool> passes) =>
        Console.WriteLine($"{name}: {string.Join(", ", pairs.GroupBy(pair => (pair.Pair.IsTrue, pair.Pair.Kind)).Select(kind => $"{kind.Key.Kind} {(kind.Key.IsTrue ? "pass" : "stopped")} {kind.Count(pair => passes(pair) == kind.Key.IsTrue) / (double)kind.Count():P1}"))}");

    private static double[] Values(IEnumerable<MeasuredPair> pairs, Func<MeasuredPair, double?> of) => [.. pairs.Select(of).OfType<double>()];
}
