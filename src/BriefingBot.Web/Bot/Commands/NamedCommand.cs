using BriefingBot.Configuration;

namespace BriefingBot.Web.Bot;

/// <summary>A command as people are told of it. Registered by the feature that takes it, in the order of the help.</summary>
/// <param name="Name">What it begins with, as somebody may misspell it.</param>
/// <param name="Example">How it is written.</param>
/// <param name="Does">What it does, in a line.</param>
internal sealed record NamedCommand(string Name, string Example, string Does)
{
    /// <summary>Whether the name is all that need be written.</summary>
    public bool StandsAlone => Name == Example;

    /// <summary>How far words are from the name; null where they are too far to have been meant for it.</summary>
    public int? DistanceTo(string words)
    {
        // One letter for another counts two; in a long name two of them are still it.
        var distance = NearestKey.Distance(words, Name);
        return distance <= Math.Max(2, Name.Length / 3) && 2 * distance <= Name.Length ? distance : null;
    }
}
