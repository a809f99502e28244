namespace BriefingBot.Answering;

/// <summary>What a draft's confidence is enough for.</summary>
internal static class Confidence
{
    // On newwiki with half of its articles indexed and the questions of all asked: RESULTS.md has the curve.
    private const double Enough = 0.32;
    private const double OnSubject = 0.3;

    /// <summary>Why a draft is not an answer; null when it is one.</summary>
    public static RefusalReason? RefusalFor(DraftAnswer draft) => draft switch
    {
        { Confidence: >= Enough } => null,
        { Subject: < OnSubject } => RefusalReason.NothingFound,
        _ => RefusalReason.NotEnough,
    };
}
