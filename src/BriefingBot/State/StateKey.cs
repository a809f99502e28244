namespace BriefingBot.State;

/// <summary>Names an entry.</summary>
/// <param name="Kind">What sort of thing it is, such as <c>turns</c>: lower-case letters and hyphens.</param>
/// <param name="Id">Which of them. Whatever belongs to a person begins with the person and a slash (<see cref="ForgetPerson"/>).</param>
public readonly record struct StateKey(string Kind, string Id);

/// <summary>An entry as it was when it was read.</summary>
/// <param name="Id">Which of its kind.</param>
/// <param name="Json">What was written.</param>
/// <param name="Tag">Another one after every write.</param>
public sealed record StateEntry(string Id, string Json, string Tag);
