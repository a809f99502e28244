using BriefingBot.Configuration;
using BriefingBot.Texts;

namespace BriefingBot.Web.Bot;

/// <summary>A command as people are told of it, each in their language.</summary>
/// <param name="Key">Of its texts, which are <c>…_Name</c>, <c>…_Example</c> and <c>…_Does</c>. Whatever is said there is also taken, by its <see cref="ICommand"/>.</param>
internal sealed record NamedCommand(string Key)
{
    /// <summary>What it begins with.</summary>
    public string Name => ReaderText.Of($"{Key}_Name");

    /// <summary>How it is written.</summary>
    public string Example => ReaderText.Of($"{Key}_Example");

    /// <summary>What it does, in a line.</summary>
    public string Does => ReaderText.Of($"{Key}_Does");

    /// <summary>Its names as somebody may misspell them: people know the English ones also where theirs are others.</summary>
    public IEnumerable<string> Names => new[] { Name, ReaderText.InEnglish($"{Key}_Name") }.Distinct();

    /// <summary>Whether the name is all that need be written.</summary>
    public bool StandsAlone => Name == Example;

    /// <summary>How far words are from one of its names; null where they are too far to have been meant for it.</summary>
    public static int? Distance(string words, string name)
    {
        // One letter for another counts two; in a long name two of them are still it.
        var distance = NearestKey.Distance(words, name);
        return distance <= Math.Max(2, name.Length / 3) && 2 * distance <= name.Length ? distance : null;
    }
}
