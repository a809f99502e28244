using System.Collections.Immutable;

namespace BriefingBot.Evaluation;

/// <summary>All figures of one evaluation. A measure whose labels the questions lack is null.</summary>
/// <param name="Run">What was run.</param>
/// <param name="Questions">How many questions there were.</param>
/// <param name="Unmeasured">How many of them failed. They are in no measure, so none of them counts as right, answered or refused.</param>
/// <param name="Ranking">How articles are ranked.</param>
/// <param name="Quotes">Whether the quotes answer.</param>
/// <param name="Refusals">What is refused.</param>
/// <param name="RiskCoverage">How often the most confident answers are right.</param>
/// <param name="Calibration">Whether confidence is a probability.</param>
/// <param name="Latency">How long an answer takes; null where every question failed.</param>
/// <param name="Drafting">How a language model's statements fare; null where none was asked.</param>
public sealed record EvaluationSummary(
    EvaluatedRun Run,
    int Questions,
    int Unmeasured,
    RankingComparison Ranking,
    QuoteMeasures Quotes,
    RefusalMeasures Refusals,
    RiskCoverage RiskCoverage,
    Calibration Calibration,
    Latency? Latency,
    DraftingMeasures? Drafting)
{
    /// <summary>Measures the outcomes.</summary>
    public static EvaluationSummary Of(EvaluatedRun run, ImmutableArray<QuestionOutcome> outcomes, int unmeasured = 0) => new(
        run,
        outcomes.Length + unmeasured,
        unmeasured,
        RankingComparison.Of(outcomes),
        QuoteMeasures.Of(outcomes),
        RefusalMeasures.Of(outcomes),
        RiskCoverage.Of(outcomes),
        Calibration.Of(outcomes),
        outcomes.IsEmpty ? null : Latency.Of(outcomes.Select(outcome => outcome.Elapsed)),
        DraftingMeasures.Of(outcomes));
}

/// <summary>What was run, so that it can be run again.</summary>
/// <param name="Date">When it began.</param>
/// <param name="Version">The product's version.</param>
/// <param name="Command">The command line.</param>
/// <param name="Articles">The articles that were indexed for it; null when a store was used that was there.</param>
/// <param name="ArticlesIndexed">How many were; null likewise.</param>
/// <param name="ArticlesFailed">How many could not be; null likewise.</param>
/// <param name="Store">The store that was used; null when it was made for this alone.</param>
/// <param name="QuestionFile">The file of questions.</param>
/// <param name="Index">What the index is made with.</param>
public sealed record EvaluatedRun(
    DateTimeOffset Date,
    string Version,
    string Command,
    string? Articles,
    int? ArticlesIndexed,
    int? ArticlesFailed,
    string? Store,
    string QuestionFile,
    EvaluatedIndex Index);
