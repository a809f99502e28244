namespace BriefingBot.Diagnosis;

/// <summary>A part and how it is examined.</summary>
/// <param name="Name">The part.</param>
/// <param name="Limit">The longest that this may take.</param>
/// <param name="Examine">Says its condition in words; an exception of the product's is a fault of the part, told by its message.</param>
internal sealed record ExaminedPart(string Name, TimeSpan Limit, Func<CancellationToken, Task<(Condition Condition, string What)>> Examine);
