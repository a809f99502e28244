using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>The words by which English says whose words somebody's are.</summary>
internal static partial class VerbsOfSpeech
{
    /// <summary>Any one of them, without the borders of words; blanks in it count for nothing (<see cref="RegexOptions.IgnorePatternWhitespace"/>).</summary>
    public const string Pattern =
        """
        (?:said|says?|saying|told|tells?|telling|according\s+to|announce[sd]|add(?:ed|s)|explain(?:ed|s)|claim(?:ed|s)|wrote|writes|written|argue[sd]|insist(?:ed|s)
            |declare[sd]|state[sd]|stating|ask(?:ed|s)|repl(?:ied|ies)|answer(?:ed|s)|recall(?:ed|s)|warn(?:ed|s)|den(?:ied|ies)|confirm(?:ed|s)|note[sd]|shouted|admit(?:ted|s)
            |describe[sd]|reported|quoted|put\s+(?:it|the)|call(?:ed|s)|stress(?:ed|es)|tweet(?:ed|s)|respond(?:ed|s)|mention(?:ed|s)|vow(?:ed|s)|suggest(?:ed|s)|promise[sd]|pledge[sd])
        """;

    /// <summary>Whether one of them stands in the text.</summary>
    public static bool Has(ReadOnlySpan<char> text) => Verb().IsMatch(text);

    [GeneratedRegex($@"\b{Pattern}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Verb();
}
