namespace BriefingBot.Evaluation;

/// <summary>
/// Keeps the worst misses of a run, the most confident first: answerable questions whose quotes (or, where the answering words are not known,
/// whose articles) miss, and unanswerable ones that were answered.
/// </summary>
public sealed class WorstMisses
{
    private const int Most = 50;

    private readonly List<EvaluatedQuestion> _missed = [];
    private readonly List<EvaluatedQuestion> _answeredWrongly = [];

    /// <summary>Answerable questions that were missed.</summary>
    public IReadOnlyList<EvaluatedQuestion> Missed => _missed;

    /// <summary>Unanswerable questions that a person would have been given an answer to.</summary>
    public IReadOnlyList<EvaluatedQuestion> AnsweredWrongly => _answeredWrongly;

    /// <summary>Takes a question in, if it is one of the worst.</summary>
    public void Add(EvaluatedQuestion asked)
    {
        var outcome = asked.Outcome;
        if (outcome.Question.Answerable == false && outcome.Refusal is null)
        {
            Keep(_answeredWrongly, asked);
        }
        else if (outcome.Question.Answerable != false && (outcome.IsRight == false || MissesArticles(outcome)))
        {
            Keep(_missed, asked);
        }
    }

    private static bool MissesArticles(QuestionOutcome outcome) =>
        outcome.IsRight is null && !outcome.Question.Articles.IsEmpty && !outcome.Articles.Fused.Any(outcome.Question.Articles.Contains);

    /// <summary>Behind those as confident, so that the order does not depend on chance.</summary>
    private static void Keep(List<EvaluatedQuestion> worst, EvaluatedQuestion asked)
    {
        var place = worst.FindIndex(kept => kept.Outcome.Confidence < asked.Outcome.Confidence);
        worst.Insert(place < 0 ? worst.Count : place, asked);
        if (worst.Count > Most)
        {
            worst.RemoveAt(Most);
        }
    }
}
