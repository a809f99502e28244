using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>"And who said that?": asks whose words the last answer's quotes are.</summary>
internal static partial class SpeakerQuestion
{
    public static bool Asks(string question) => Asking().IsMatch(question);

    [GeneratedRegex(
        """
        ^\W*(?:(?:and|but|so|ok|okay)\W+)?(?:
            who(?:\s+(?:exactly|else|was\s+it\s+(?:that|who)))?\s+(?:said|says|told\s+(?:you|us|them)|claimed|claims|wrote|reported)\s+(?:that|this|it|so)
            |says\s+who|said\s+by\s+whom|according\s+to\s+whom|who\s+is\s+the\s+speaker
            |whose\s+words\s+are\s+(?:these|those|they)|who\s+is\s+(?:being\s+)?quoted(?:\s+(?:here|there))?
        )\W*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Asking();
}
