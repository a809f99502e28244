using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace BriefingBot.Answering;

/// <summary>How much each kind of evidence counts. Fitted by tests/BriefingBot.Training; the file's own field says on what.</summary>
/// <param name="Origin">What it was fitted on, and when.</param>
/// <param name="Sentence">For each number of <see cref="SentenceEvidence"/>: what makes one sentence outweigh another.</param>
/// <param name="Answer">For each number of <see cref="AnswerEvidence"/>, and the intercept: the logit that the quotes answer the question.</param>
/// <param name="Subject">The same for the logit that the articles speak of the question's subject at all.</param>
internal sealed record TrainedWeights(
    string Origin, ImmutableDictionary<string, double> Sentence, ImmutableDictionary<string, double> Answer, ImmutableDictionary<string, double> Subject)
{
    /// <summary>The name of a logit's constant part.</summary>
    public const string Intercept = "intercept";

    private const string Resource = "BriefingBot.Answering.Drafting.weights.json";

    /// <summary>Those that the program carries.</summary>
    public static TrainedWeights Carried { get; } = Read();

    /// <summary>The candidates with their scores and probabilities, best first.</summary>
    public IReadOnlyList<SentenceCandidate> Rank(ImmutableArray<SentenceCandidate> candidates)
    {
        var scored = candidates.Select(candidate => candidate with { Score = Sum(Sentence, SentenceEvidence.Names, candidate.Numbers.AsSpan()) }).OrderByDescending(candidate => candidate.Score).ToArray();
        var whole = scored.Sum(candidate => Math.Exp(candidate.Score - scored[0].Score));
        return [.. scored.Select(candidate => candidate with { Probability = Math.Exp(candidate.Score - scored[0].Score) / whole })];
    }

    /// <summary>0 to 1: how likely the quotes answer.</summary>
    public double ConfidenceOf(double[] answer) => Probability(Answer, answer);

    /// <summary>0 to 1: how likely the articles have the question's subject.</summary>
    public double SubjectOf(double[] answer) => Probability(Subject, answer);

    private static double Probability(ImmutableDictionary<string, double> weights, double[] answer) =>
        1 / (1 + Math.Exp(-(Sum(weights, AnswerEvidence.Names, answer) + weights[Intercept])));

    private static double Sum(ImmutableDictionary<string, double> weights, ImmutableArray<string> names, ReadOnlySpan<double> numbers)
    {
        var sum = 0.0;
        for (var i = 0; i < numbers.Length; i++)
        {
            sum += weights.GetValueOrDefault(names[i]) * numbers[i];
        }

        return sum;
    }

    private static TrainedWeights Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The program lacks its resource {Resource}.");
        return JsonSerializer.Deserialize<TrainedWeights>(stream, JsonSerializerOptions.Web)!;
    }
}
