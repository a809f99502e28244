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

    // "He was asked, “Does it leak?”" tells that he was.
    private static bool IsQuestion(string words) => words.TrimEnd(' ', '"', '”', '’', '\'', ')').EndsWith('?') && !AskedInIt().IsMatch(words);

    private static bool IsCommand(string words)
    {
        var first = Opening().Match(words);
        return Addressed().IsMatch(words)
            || (first.Success && Commands.Contains(first.Groups["verb"].Value.ToLowerInvariant()) && !EnglishWords.IsAuxiliary(first.Groups["next"].Value.ToLowerInvariant()) && !Told().IsMatch(words));
    }

    [GeneratedRegex(@"^\W*(?:(?:please|now|then|also|and|but|so|instead|just|simply|kindly|first|finally|next|always|never|important|attention|note|do|not|don['’]t)[\s,:!]+)*(?<verb>[\p{L}]+)(?:\s+(?<next>[\p{L}]+))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    // To whoever answers, and not to a reader of news.
    [GeneratedRegex(@"\byour\s+(?:\w+\s+)?(?:answers?|repl(?:y|ies)|responses?|messages?|output|instructions?|prompt)\b|\b(?:as|you\s+are)\s+an?\s+(?:\w+\s+)?(?:ai|assistant|language\s+model|chatbot)\b|\bprevious\s+instructions?\b|\bsystem\s+prompt\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addressed();

    // "State media reported", "Help arrived": the noun, and soon a verb that tells.
    [GeneratedRegex(@"^\W*\p{L}+\s+(?!(?:the|an?|me|us|them|him|her|it|that|this|these|those|all|any|every\w*|your?|their|its|his|my|our|to|what|how|why|who|if|as|in|on|with)\b)(?:\p{L}+\s+){0,3}?(?:(?!\w*(?:need|feed|seed|speed|indeed))\p{L}{2,}ed|said|told|came|rose|fell|became|went|got|was|were|is|are|has|have|had|will|would|can|could|did|does)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Told();

    [GeneratedRegex(@"^[^“""]*\p{L}[^“""]*[“""][^”""]*\?[”""]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex AskedInIt();
}
