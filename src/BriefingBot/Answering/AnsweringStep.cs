namespace BriefingBot.Answering;

/// <summary>
/// What is being done for an answer, to tell whoever waits for it. Steps follow the flow of control, because they are taken far below the call that answers. A step
/// holds counts alone: nothing of an article, which is not verified yet.
/// </summary>
public abstract record AnsweringStep
{
    private static readonly AsyncLocal<IProgress<AnsweringStep>?> Follower = new();

    private AnsweringStep()
    {
    }

    /// <summary>Tells of every step that this flow of control takes from here on, on whatever thread takes it.</summary>
    public static void ReportTo(IProgress<AnsweringStep> progress) => Follower.Value = progress;

    internal void Report() => Follower.Value?.Report(this);

    /// <summary>Passages are looked for.</summary>
    public sealed record Searching : AnsweringStep;

    /// <summary>Passages that were found are read.</summary>
    /// <param name="Passages">How many.</param>
    public sealed record Reading(int Passages) : AnsweringStep;

    /// <summary>Proposed quotes are compared with their articles.</summary>
    /// <param name="Count">How many.</param>
    public sealed record CheckingQuotes(int Count) : AnsweringStep;

    /// <summary>A language model drafts.</summary>
    public sealed record Writing : AnsweringStep;
}
