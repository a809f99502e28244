using BriefingBot.Evaluation;

namespace BriefingBot.Tests.Evaluation;

/// <summary>What an evaluation needs and a test does not care about.</summary>
internal static class SomeEvaluation
{
    public static EvaluatedRun Run { get; } = new(
        new(2026, 11, 26, 9, 30, 0, TimeSpan.Zero), "0.1.0", "briefing evaluate", "articles.jsonl", 1, 0, null, "questions.jsonl", new("model", "analyzer", "splitter"));
}
