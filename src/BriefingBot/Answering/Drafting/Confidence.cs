namespace BriefingBot.Answering;

/// <summary>What a draft's confidence is enough for.</summary>
internal static class Confidence
{
    // Of questions whose subject is in no article this refuses more than nine in ten, and of the others fewer than one in ten (newwiki, half of its
    // articles indexed; RESULTS.md has the curve).
    private const double Enough = 0.26;

    // Below this the subject is more likely absent; of the questions refused for want of an answer, on squad2dev and clapnq, a fifth are.
    private const double OnSubject = 0.3;

    /// <summary>Why a draft is not an answer; null when it is one.</summary>
    public static RefusalReason? RefusalFor(DraftAnswer draft) => draft switch
    {
        { Confidence: >= Enough } => null,
        { Subject: < OnSubject } => RefusalReason.NothingFound,
        _ => RefusalReason.NotEnough,
    };
}
