using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Names of whoever may be speaking.</summary>
internal static partial class SpeakerNames
{
    /// <summary>Whether one stands in the span, outside quotation marks. The first word of a sentence is capitalised whatever it is: it counts before another name alone.</summary>
    public static bool Any(string text, TextSpan span) => Name().IsMatch(QuotedSpeech.Outside(text, span));

    [GeneratedRegex(
        """
        (?<=[\p{L}\p{N},;:”"“]\s)(?!(?:I|He|She|They|It|We|You|The|A|An|But|And|In|On|At|As|His|Her|Their|This|That
            |(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}[\p{L}’'-]*\p{Ll}
        |(?:^|[.!?]\s+)\W*\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Name();
}
