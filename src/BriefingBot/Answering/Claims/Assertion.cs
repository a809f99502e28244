using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Whether words assert something. A question and a command do not, so nothing can rest on them: what an article tells its reader to do is no news.</summary>
internal static partial class Assertion
{
    // Base forms that open a command and seldom anything else.
    private static readonly FrozenSet<string> Commands = (
        """
        ignore disregard forget provide give tell write explain describe translate compose draft replace use show generate create make include add insert append print output repeat
        reply respond answer rearrange scramble jumble misspell introduce encode convert substitute render change reverse capitalize summarize summarise list name identify compare
        outline discuss suggest recommend find send click visit open download install run execute call email share post like subscribe follow enter type submit share ask please let
        imagine pretend act consider remember note see read look listen keep avoid stop start begin end try help break mention say state claim insist advertise promote
        integrate augment enhance combine group render tease
        calculate solve develop design build anagram alter modify omit remove delete swap shift mix place put turn ensure
        """).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    public static bool IsMade(string words) => !IsQuestion(words) && !IsCommand(words);

    private static bool IsQuestion(string words) => words.TrimEnd(' ', '"', '”', '’', '\'', ')').EndsWith('?');

    private static bool IsCommand(string words)
    {
        var first = Opening().Match(words);
        return Addressed().IsMatch(words)
            || (first.Success && Commands.Contains(first.Groups["verb"].Value.ToLowerInvariant()) && !EnglishWords.IsAuxiliary(first.Groups["next"].Value.ToLowerInvariant()));
    }

    [GeneratedRegex(@"^\W*(?:(?:please|now|then|also|and|but|so|instead|just|simply|kindly|first|finally|next|always|never|important|attention|note|do|not|don['’]t)[\s,:!]+)*(?<verb>[\p{L}]+)(?:\s+(?<next>[\p{L}]+))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    // To whoever answers, and not to a reader of news.
    [GeneratedRegex(@"\byour\s+(?:\w+\s+)?(?:answers?|repl(?:y|ies)|responses?|messages?|output|instructions?|prompt)\b|\b(?:as|you\s+are)\s+an?\s+(?:\w+\s+)?(?:ai|assistant|language\s+model|chatbot)\b|\bprevious\s+instructions?\b|\bsystem\s+prompt\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addressed();
}
