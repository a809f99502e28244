namespace BriefingBot.Answering;

/// <summary>What a question's words of time ask for.</summary>
/// <param name="Text">What to look for in articles of any time: the question, without words that can only be about the articles.</param>
/// <param name="Bare">What to look for in articles of the period: the question without the words that name it.</param>
/// <param name="Period">When the articles were published; null when nothing is said of it.</param>
/// <param name="IsRequired">Whether older articles do not answer; otherwise the period is only preferred.</param>
/// <param name="Recency">Whether newer articles go first.</param>
internal sealed record TimeMeant(string Text, string Bare, Period? Period, bool IsRequired, Recency Recency)
{
    /// <summary>Whether the period is what the articles make of an event, so that people should be told it.</summary>
    public bool IsInferred { get; init; }
}

/// <summary>How much it matters that an article is new.</summary>
internal enum Recency
{
    /// <summary>Not at all.</summary>
    Any,

    /// <summary>Of articles that answer alike the newer one goes first.</summary>
    Preferred,

    /// <summary>What is newest was asked for.</summary>
    First,
}
