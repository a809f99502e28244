using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>Sentences denied, denials dropped, and causes put for effects.</summary>
internal static partial class FalseShapes
{
    /// <summary>Pasts and their plain forms.</summary>
    private static readonly Dictionary<string, string> Pasts = "announced=announce killed=kill won=win lost=lose arrested=arrest accepted=accept rejected=reject approved=approve criticised=criticise criticized=criticize praised=praise released=release confirmed=confirm joined=join left=leave became=become began=begin made=make took=take gave=give found=find received=receive agreed=agree decided=decide voted=vote signed=sign resigned=resign attended=attend launched=launch published=publish opened=open closed=close caused=cause escaped=escape supported=support rose=rise fell=fall admitted=admit apologised=apologise visited=visit died=die returned=return arrived=arrive led=lead met=meet sent=send appeared=appear claimed=claim called=call defeated=defeat expressed=express ordered=order responded=respond suffered=suffer survived=survive crashed=crash finished=finish scored=score played=play warned=warn stated=state"
        .Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    public static IEnumerable<Rule> All { get; } =
    [
        Rule.OfText("negation added", (text, random) => Denies().IsMatch(text) ? null : Change.One(text, Auxiliary(), random, match => $"{match.Value} {(match.Value.StartsWith('h') ? random.Pick("not", "never") : "not")}")),
        Rule.OfText("negated verb", (text, random) => Denies().IsMatch(text) ? null : Change.One(text, Past(), random, match => Pasts.GetValueOrDefault(match.Groups["verb"].Value) is { } plain ? $"{match.Groups["who"].Value} {random.Pick("did not", "didn't")} {plain}" : null)),
        Rule.At("negation dropped", Negation(), (match, _) => Affirmed(match)),
        Rule.OfText("cause and effect", Reversed),
    ];

    private static string? Affirmed(Match match)
    {
        if (match.Groups["plain"].Success)
        {
            return Pasts.FirstOrDefault(pair => pair.Value == match.Groups["plain"].Value).Key;
        }

        return match.Groups["aux"].Success ? match.Groups["aux"].Value switch { "ca" => "can", "wo" => "will", var auxiliary => auxiliary }
            : match.Groups["no"].Success ? match.Groups["no"].Value
            : match.Value switch { "without" => "with", "never" => "always", "no longer" => "still", "cannot" => "can", "unable" => "able", _ => null };
    }

    private static string? Reversed(string text, Random random)
    {
        if (Caused().Match(text) is { Success: true } cause)
        {
            var (a, b) = (cause.Groups["a"].Value.TrimEnd(), cause.Groups["b"].Value.TrimEnd());
            return $"{Change.Capital(b)} {cause.Groups["verb"].Value} {char.ToLowerInvariant(a[0])}{a[1..]}{cause.Groups["rest"].Value}";
        }

        return Because().Match(text) is { Success: true } reason && Grammar.IsClause(reason.Groups["b"].Value)
            ? $"{Change.Capital(reason.Groups["b"].Value)} {reason.Groups["word"].Value} {(Opener().IsMatch(reason.Groups["a"].Value) ? char.ToLowerInvariant(reason.Groups["a"].Value[0]) + reason.Groups["a"].Value[1..] : reason.Groups["a"].Value)}."
            : null;
    }

    [GeneratedRegex(@"\b(?:not|never|no|nor|none|neither|nobody|nothing|without|cannot|hardly|few|little|denied|deny|fail(?:ed|s)? to|refused to|unable)\b|n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denies();

    [GeneratedRegex(@"(?<=[a-z'’\w,)] )(?<!\b(?:what|as|than|to|and|or|which) )(?:is|are|was|were|has|have|had|will|would|can|could|should)(?= (?:[a-z]+(?:ed|ing|en)|be|been|an?|the|in|on|at|to|born|held|made|killed|found|able|likely|available|given|taken|won|lost|[a-z]{4,})\b)(?! (?:also|only|just|already|still|currently|reportedly|allegedly|to|recently|previously|then|later|now|once|almost|nearly|about|over|had|more|most))")]
    private static partial Regex Auxiliary();

    [GeneratedRegex(@"^(?<who>(?:The |An? )?(?:(?!(?:who|that|which|is|was|were|are|had|has|have|be|been|being|to|by|and|or)\b)[\w'’.-]+ ){0,4}(?:(?!(?:who|that|which|is|was|were|are|had|has|have|be|been|being|to|by|and|or|also|later|just)\b)[\w'’.-]+)) (?<verb>[a-z]+)(?= (?:the|an?|his|her|their|its|that|to|in|on|at|after|during|from|with|[A-Z\d])[\w ]?)")]
    private static partial Regex Past();

    [GeneratedRegex(@"(?<!whether [^,]*|if [^,]*)(?:\bdid(?:n['’]t| not) (?<plain>[a-z]+)\b|\b(?<aux>is|are|was|were|has|have|had|will|wo|would|ca|can|could|should)(?: not(?! (?:only|just|until|yet|all|every|necessarily|even|be the)\b)|n['’]t)\b|\bno (?<no>evidence|reports|plans|injuries|casualties|survivors|comment|deaths|agreement|change|information|warning|intention|deal|survivors|doubt|damage|risk|need|reason)\b|\bwithout(?= (?:a|an|the|any|his|her|their|permission|power|food|water)\b)|\bnever(?= (?:[a-z]+ed|been|be|had)\b)|\bno longer\b|\bcannot\b|\bunable(?= to\b))")]
    private static partial Regex Negation();

    [GeneratedRegex($@"^(?<a>(?:The|An?|This|His|Her|Their|Its) {Grammar.Phrase}{{1,8}})(?<verb>(?:has |had )?(?:caused|led to|resulted in|triggered|prompted|sparked|forced|was caused by|were caused by|was triggered by|was followed by|followed|came after|resulted from|stems from|stemmed from)) (?<b>(?:the|an?|his|her|their|its|\d+|[a-z]{{4,}}) ?{Grammar.Phrase}{{1,7}}?)(?<rest>(?:,| (?:in|on|at|after|during|over|from|near)\b)(?!.* to )[^.]*\.|\.)$")]
    private static partial Regex Caused();

    [GeneratedRegex(@"^(?<a>(?:The|An?|He|She|It|They|Some|Many|This|These|His|Her|Their|[A-Z][\w'’-]+) (?:(?!\b(?:that|said|says|told|if|when|while|which)\b)[^,])+),? (?<word>because) (?<b>(?:he|she|it|they|the|an?|his|her|their|its|this|these|there|some|many|[A-Z][\w'’-]+) (?:(?!\b(?:that|who|which|but)\b)[^,])+)\.$")]
    private static partial Regex Because();

    [GeneratedRegex(@"^(?:The|An?|He|She|It|They|Some|Many|This|These|His|Her|Their|There) ")]
    private static partial Regex Opener();
}
