namespace BriefingBot.Answering;

/// <summary>How likely it is that the sentences chosen answer the question, and what that is enough for.</summary>
internal static class Confidence
{
    // Below these the draft is not shown.
    private const double Enough = 0.5;
    private const double Something = 0.1;

    /// <summary>0 to 1.</summary>
    public static double Of(IReadOnlyList<SentenceCandidate> chosen) => chosen.Count == 0 ? 0 : 1 / (1 + Math.Exp(-(chosen[0].Score - 1) * 5));

    /// <summary>Why a draft of this confidence is not an answer; null when it is one.</summary>
    public static RefusalReason? RefusalFor(DraftAnswer draft) => draft.Confidence switch
    {
        < Something => RefusalReason.NothingFound,
        < Enough => RefusalReason.NotEnough,
        _ => null,
    };
}
