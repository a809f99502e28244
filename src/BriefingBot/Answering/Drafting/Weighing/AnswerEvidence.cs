using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>What speaks for an answer being among the sentences at all, as numbers of which <see cref="TrainedWeights"/> makes one. Comparable between questions.</summary>
internal static class AnswerEvidence
{
    /// <summary>The numbers' names, in their order.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "score", "probability", "answers", "answersBest", "readerStart", "readerEnd", "cosine", "passageCosine", "coverage", "windowCoverage", "titleCoverage", "evidence",
    ];

    private static readonly int Cosine = SentenceEvidence.Names.IndexOf("cosine");
    private static readonly int PassageCosine = SentenceEvidence.Names.IndexOf("passageCosine");
    private static readonly int Coverage = SentenceEvidence.Names.IndexOf("coverage");
    private static readonly int WindowCoverage = SentenceEvidence.Names.IndexOf("windowCoverage");
    private static readonly int PassageAnswers = SentenceEvidence.Names.IndexOf("passageAnswers");

    /// <param name="ranked">The candidates, best first; not empty.</param>
    /// <param name="readings">What the reader made of the passages.</param>
    public static double[] Of(IReadOnlyList<SentenceCandidate> ranked, ImmutableArray<PassageReading> readings)
    {
        var best = ranked[0];
        return
        [
            best.Score,
            best.Probability,
            best.Numbers[PassageAnswers],
            readings.Max(reading => reading.Answers),
            readings.SelectMany(reading => reading.Starts).Max(),
            readings.SelectMany(reading => reading.Ends).Max(),
            best.Numbers[Cosine],
            best.Numbers[PassageCosine],
            best.Numbers[Coverage],
            best.Numbers[WindowCoverage],
            best.Coverage,
            ranked.Max(candidate => candidate.Numbers[Cosine] + candidate.Numbers[PassageCosine] + (0.5 * candidate.Numbers[Coverage])),
        ];
    }
}
