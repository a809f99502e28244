using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Tells words that say when from the same words in a name (<c>The Tonight Show</c>, <c>June Carter</c>) and in a comparison.</summary>
internal static partial class PlainTime
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Whether these words of a question say when something was: they are no name, in no quotation marks, nothing that is compared with, and no article or owner stands before them.</summary>
    public static bool Is(string question, Capture words)
    {
        var before = question[..words.Index];
        return !Owner().IsMatch(before) && !Compared().IsMatch(before) && !IsQuoted(question, words) && !IsName(question, words);
    }

    /// <summary>Whether the month or weekday that ends here is a part of a name, as the next word has a capital too.</summary>
    public static bool GoesOnAsName(string question, int end) => CapitalNext().IsMatch(question, end) && TellsNames(question);

    /// <summary>Whether one of the words has a capital that is not that of a sentence's first word.</summary>
    private static bool IsName(string question, Capture words) => TellsNames(question)
        && Capital().Matches(words.Value).Any(capital => !Started().IsMatch(question[..(words.Index + capital.Index)]));

    private static bool IsQuoted(string question, Capture words)
    {
        var end = words.Index + words.Length;
        return words.Index > 0 && end < question.Length && "\"“”„«'‘".Contains(question[words.Index - 1]) && "\"”“»'’".Contains(question[end]);
    }

    /// <summary>Whether capitals mean anything: in a question that has them throughout they do not.</summary>
    private static bool TellsNames(string question) => SmallWord().IsMatch(question) || (Capital().Count(question) == 2 && question.Any(char.IsLower));

    [GeneratedRegex(@"\s\p{Ll}")]
    private static partial Regex SmallWord();

    [GeneratedRegex(@"\b\p{Lu}")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\G\s+\p{Lu}(?:\.|['’]?\p{L})")]
    private static partial Regex CapitalNext();

    [GeneratedRegex(@"(?:^|[.?!:…]\s)\W*$")]
    private static partial Regex Started();

    // What's is no owner.
    [GeneratedRegex(@"\b(?:the|an?|his|her|its|their|our|your|my|whose|each|every|very|(?!(?:what|who|that|it|here|there|how|where|when|why|he|she)['’]s)\w+['’]s|\w+s['’])\s+$", Options)]
    private static partial Regex Owner();

    [GeneratedRegex(
        @"\b(?:(?:compar(?:ed|ing|ison)|contrast|relative|contrary|opposed)\s+(?:to|with)|than|versus|vs\.?|unlike|as|(?:up|down)\s+(?:from|on))\s+(?:(?:in|of|for|on|during|that\s+of|those\s+of)\s+)?(?:the\s+)?$",
        Options)]
    private static partial Regex Compared();
}
