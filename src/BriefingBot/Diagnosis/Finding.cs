namespace BriefingBot.Diagnosis;

/// <summary>How a part was found.</summary>
public enum Condition
{
    /// <summary>It works, or is not configured and not needed.</summary>
    Ok,

    /// <summary>The product works without it, or with less of it.</summary>
    Warning,

    /// <summary>The product, or what was configured of it, does not work.</summary>
    Failed,
}

/// <summary>What was found of one part.</summary>
/// <param name="Part">The part, in a word or two.</param>
/// <param name="Condition">Whether it works.</param>
/// <param name="What">For people, on one line: what was found and, where something is wrong, the remedy. Never a secret.</param>
public sealed record Finding(string Part, Condition Condition, string What)
{
    /// <summary>How long it took to find out.</summary>
    public TimeSpan Elapsed { get; init; }
}
