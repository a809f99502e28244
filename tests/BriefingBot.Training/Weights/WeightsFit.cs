using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Evaluation;

namespace BriefingBot.Training;

/// <summary>Fits <see cref="TrainedWeights"/>, and says how good they are on articles that they were not fitted on.</summary>
internal static class WeightsFit
{
    private const int Folds = 5;

    /// <summary>How much each number counts for a sentence.</summary>
    public static ImmutableDictionary<string, double> Sentences(IEnumerable<Evidence> evidence)
    {
        var lists = evidence.Where(item => item.Right.Contains(true)).Select(item => (item.Sentences.Select(sentence => sentence.Numbers.ToArray()).ToArray(), item.Right)).ToArray();
        return SentenceEvidence.Names.Zip(LinearFit.Listwise(lists)).ToImmutableDictionary(pair => pair.First, pair => Math.Round(pair.Second, 5));
    }

    /// <summary>How much each number counts for a logit that a question is right; each set counts alike, however many questions it has.</summary>
    public static ImmutableDictionary<string, double> Logit(IReadOnlyList<IReadOnlyList<Judged>> sets)
    {
        var rows = sets.SelectMany(set => set.Select(judged => (judged.Numbers, judged.Right, 1.0 / set.Count))).ToArray();
        return AnswerEvidence.Names.Add(TrainedWeights.Intercept).Zip(LinearFit.Logistic(rows)).ToImmutableDictionary(pair => pair.First, pair => Math.Round(pair.Second, 5));
    }

    /// <summary>Each set's area under the ROC curve, and the share of wrong questions below the score that a tenth of the right ones are below: by weights of the other folds' articles.</summary>
    public static IEnumerable<(double Area, double RefusedAtTenth)> OutOfFold(IReadOnlyList<IReadOnlyList<Judged>> sets)
    {
        var scored = sets.Select(_ => new List<(double Score, bool Right)>()).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = new TrainedWeights("", ImmutableDictionary<string, double>.Empty, Logit([.. sets.Select(set => set.Where(judged => FoldOf(judged) != fold).ToArray())]), ImmutableDictionary<string, double>.Empty);
            foreach (var (set, scores) in sets.Zip(scored))
            {
                scores.AddRange(set.Where(judged => FoldOf(judged) == fold).Select(judged => (weights.ConfidenceOf(judged.Numbers), judged.Right)));
            }
        }

        return scored.Select(Quality);
    }

    private static int FoldOf(Judged judged) => (int)(judged.Article.Aggregate(2_166_136_261u, (hash, letter) => (hash ^ letter) * 16_777_619u) % Folds);

    private static (double Area, double RefusedAtTenth) Quality(List<(double Score, bool Right)> scored)
    {
        var (right, wrong) = (scored.Where(item => item.Right).Select(item => item.Score).Order().ToArray(), scored.Where(item => !item.Right).Select(item => item.Score).ToArray());
        if (right.Length == 0 || wrong.Length == 0)
        {
            return (double.NaN, double.NaN);
        }

        var tenth = right[right.Length / 10];
        return (Auroc.Of(right, wrong)!.Value, (double)wrong.Count(score => score < tenth) / wrong.Length);
    }
}

/// <summary>A question's numbers, and whether it is of the kind that the logit is of.</summary>
internal sealed record Judged(string Article, double[] Numbers, bool Right);
