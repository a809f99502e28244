using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>The same facts in another order, or some of them. Strict about what it takes: most sentences do not qualify.</summary>
internal static partial class ShapeWordings
{
    private const string Days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
    private const string Time = $@"(?:on (?:{Days}|(?:{DateWordings.Months}) \d{{1,2}}|\d{{1,2}} (?:{DateWordings.Months}))|in (?:(?:{DateWordings.Months}) )?\d{{4}}|in (?:{DateWordings.Months})|(?:last|this) (?:week|month|year|night)|yesterday|earlier this (?:week|month|year))";
    private const string Speaker = $@"(?<who>(?!(?:While|When|As|After|Although|Though|In|On|At|If|Since|Because|Last|Then|Later|Earlier|Here|There|It) )(?=[A-Z]){Grammar.Phrase}{{1,8}}?)";
    private const string Past = @"(?:[a-z]{2,}ed|shot|won|built|led|held|found|made|struck|hit|caught|brought|bought|sold|lost|sent|taken|given|written|seen|chosen|beaten|driven|thrown|stolen|overthrown)";

    private static readonly Dictionary<string, string> Simple = new() { ["taken"] = "took", ["given"] = "gave", ["written"] = "wrote", ["seen"] = "saw", ["chosen"] = "chose", ["beaten"] = "beat", ["driven"] = "drove", ["thrown"] = "threw", ["stolen"] = "stole", ["overthrown"] = "overthrew" };
    private static readonly Dictionary<string, string> Objects = new() { ["he"] = "him", ["she"] = "her", ["they"] = "them", ["we"] = "us" };

    public static IEnumerable<Rule> All { get; } =
    [
        new("active for passive", Whole(PassiveSentence(), (match, wording) => $"{match.Groups["agent"].Value} {Simple.GetValueOrDefault(match.Groups["verb"].Value, match.Groups["verb"].Value)} {AsObject(wording.Article.Vocabulary.Inside(match.Groups["what"].Value))} {match.Groups["rest"].Value}")),
        new("passive for active", Whole(ActiveSentence(), (match, wording) => $"{match.Groups["what"].Value} {(IsPlural(match.Groups["what"].Value) ? "were" : "was")} {match.Groups["verb"].Value} by {AsObject(wording.Article.Vocabulary.Inside(match.Groups["who"].Value))} {match.Groups["rest"].Value}")),
        new("according to", Whole(Said(), (match, wording) => Grammar.IsClause(match.Groups["what"].Value) && !SaysMore().IsMatch(match.Groups["what"].Value) ? $"According to {AsObject(wording.Article.Vocabulary.Inside(match.Groups["who"].Value))}, {match.Groups["what"].Value}" : null)),
        new("said in front", Whole(SaidBehind(), (match, wording) => $"{match.Groups["who"].Value} said that {wording.Article.Vocabulary.Inside(match.Groups["what"].Value)}")),
        new("said for according to", Whole(According(), (match, _) => Grammar.IsClause(match.Groups["what"].Value) ? $"{match.Groups["who"].Value} said that {match.Groups["what"].Value}" : null)),
        new("time moved back", Whole(TimeFirst(), (match, _) => Grammar.IsClause(match.Groups["what"].Value) && Grammar.HasOneVerb(match.Groups["what"].Value) ? $"{match.Groups["what"].Value} {match.Groups["time"].Value.ToLowerInvariant()[0]}{match.Groups["time"].Value[1..]}" : null)),
        new("time moved to the front", Whole(TimeLast(), (match, wording) => !Grammar.HasOneVerb(match.Groups["what"].Value) ? null : $"{match.Groups["time"].Value}, {wording.Article.Vocabulary.Inside(match.Groups["what"].Value)}")),
        new("clause moved", Whole(ClauseFirst(), (match, _) => Grammar.IsClause(match.Groups["what"].Value) && Grammar.HasOneVerb(match.Groups["what"].Value) ? $"{match.Groups["what"].Value} {char.ToLowerInvariant(match.Groups["clause"].Value[0])}{match.Groups["clause"].Value[1..]}" : null)),
        new("clause moved", Whole(ClauseLast(), (match, wording) => Grammar.IsClause(match.Groups["what"].Value) && Grammar.HasOneVerb(match.Groups["what"].Value) && Grammar.IsClause(match.Groups["sub"].Value) ? $"{match.Groups["word"].Value} {match.Groups["sub"].Value}, {wording.Article.Vocabulary.Inside(match.Groups["what"].Value)}" : null)),
        Rule.OfText("apposition", (text, random) => Change.One(text, Apposition(), random, match => Is(match) is { } verb ? $"{match.Groups["name"].Value}, {(IsThing(match) ? "which" : "who")} {verb} {match.Groups["what"].Value}" : null)),
        Rule.OfText("apposition", (text, random) => Apposition().Matches(text).Where(match => Is(match) is not null).Select(match => $"{match.Groups["name"].Value} {Is(match)} {match.Groups["what"].Value}.").FirstOrDefault()),
        Rule.OfText("apposition", (text, _) => Apposition().Matches(text).Where(match => Is(match) is not null).Select(match => Without(text, match)).FirstOrDefault()),
        Rule.OfText("inner clause dropped", (text, random) => InnerClause().Match(text) is { Success: true } match && !Grammar.Limits(match.Groups["inner"].Value) ? $"{match.Groups["what"].Value} {match.Groups["rest"].Value}" : null),
        new("tail dropped", Whole(Tail(), (match, _) => !Grammar.Limits(match.Groups["tail"].Value) && Grammar.IsClause(match.Groups["what"].Value) ? match.Groups["what"].Value : null)),
        new("opening dropped", Whole(Opening(), (match, _) => !Grammar.Limits(match.Groups["clause"].Value) && Grammar.IsClause(match.Groups["what"].Value) ? match.Groups["what"].Value : null)),
        Rule.At("parentheses dropped", Parentheses(), (match, _) => Grammar.Limits(match.Value) ? null : ""),
        new("quotation in front", (wording, _) => SaidQuotation().Match(wording.Text) is { Success: true } match ? wording with { Text = $"\"{Change.Capital(match.Groups["quotation"].Value)},\" {match.Groups["who"].Value} said." } : null, OfQuotations: true),
        new("two sentences joined", Join),
    ];

    private static Func<Wording, Random, Wording?> Whole(Regex shape, Func<Match, Wording, string?> reshaped) => (wording, _) =>
        shape.Match(wording.Text) is { Success: true } match && reshaped(match, wording) is { } text ? wording with { Text = Change.Sentence(text.Replace("  ", " ", StringComparison.Ordinal)) } : null;

    private static Wording? Join(Wording wording, Random random)
    {
        if (wording.Next is not { } next || next.Contains('"') || wording.Text.Contains(", and ", StringComparison.Ordinal) || (wording.Text + next).Split(' ').Length > 42 || !JoinsWell().IsMatch(next) || wording.Quote != wording.Text)
        {
            return null;
        }

        var join = random.Pick(", and ", ", and ", "; ");
        return wording with { Quote = $"{wording.Quote} {next}", Text = wording.Text.TrimEnd('.') + join + wording.Article.Vocabulary.Inside(next) };
    }

    private static string AsObject(string subject) => Objects.GetValueOrDefault(subject.Trim(), subject.Trim());

    private static bool IsPlural(string phrase) => phrase.Split(" of ")[0] is var head && (head.EndsWith("people", StringComparison.Ordinal) || (head.EndsWith('s') && !head.EndsWith("ss", StringComparison.Ordinal) && !head.EndsWith("us", StringComparison.Ordinal) && !head.EndsWith("is", StringComparison.Ordinal)));

    private static bool IsThing(Match apposition) => Things().IsMatch(apposition.Groups["what"].Value);

    /// <summary>The verb of an apposition's clause, where it is told apart whether it is of somebody or of something.</summary>
    private static string? Is(Match apposition)
    {
        var (name, what) = (apposition.Groups["name"].Value, apposition.Groups["what"].Value);
        return !Grammar.Limits(what) && (IsThing(apposition) ? !Names.Person.IsMatch(name) : Names.Person.IsMatch(name)) ? "is" : null;
    }

    /// <summary>The text without an apposition, and without the comma behind it where nothing needs it.</summary>
    private static string Without(string text, Match apposition)
    {
        var rest = text[(apposition.Index + apposition.Length)..];
        return text[..apposition.Index] + apposition.Groups["name"].Value + (rest.StartsWith(',') && !Relative().IsMatch(rest) && !Relative().IsMatch(text[..apposition.Index]) ? rest[1..] : rest);
    }

    [GeneratedRegex($@"^(?<what>(?!In |On |At |After |By |For |During |When |As |From |With |There |It |This |That )(?=[A-Z])(?:(?!(?:[a-z]+ed|stated|felt)\b){Grammar.Phrase}){{1,8}})(?:was|were) (?<verb>{Past}) by (?<agent>(?:(?:the|an?|his|her|their|its|\d+|two|three|several|many|various|multiple|members|(?>[A-Z][\w'’-]+)|police|officials|rebels|militants|protesters|scientists|researchers) ?)(?:(?!(?:in|on|at|to|for|after|during|with|as|over|from|near|and|who|which|that|while|when|until|before|via|using|through)\b)(?>[\w'’-]+) ?){{0,6}}?)(?<rest> (?:in|on|at|to|after|during|over)\b[^,]*)?\.$")]
    private static partial Regex PassiveSentence();

    [GeneratedRegex($@"^(?<who>(?!In |On |At |After |By |For |During |When |As |From |With |There |It |This |That )(?=[A-Z])(?:(?!(?:[a-z]+ed|stated|felt)\b){Grammar.Phrase}){{1,6}}?) ?(?<=[ ])(?<verb>arrested|criticised|criticized|condemned|announced|defeated|killed|approved|rejected|published|released|launched|attacked|praised|opened|founded|created|designed|developed|discovered|detained|damaged|destroyed|interviewed|fired|signed|passed|adopted|accepted|investigated|questioned|hosted|organised|organized|won) (?<what>(?:the|an?|\d+|two|three|four|several|many) (?:(?!(?:in|on|at|for|during|after|with|and|that|who|which|to|from|by|as|while|near|before|over|into|is|are|was|were|had|has|would|will|about|[a-z]+ing)\b)(?>[\w'’-]+) ?){{1,6}}?)(?<rest> (?:in|on|at|during|after)(?: (?!and\b|that\b|[a-z]+ing\b)[\w'’-]+){{1,7}})?\.$")]
    private static partial Regex ActiveSentence();

    [GeneratedRegex($@"^{Speaker} ?(?<= )(?:said|stated|says)(?: that)? (?<what>[^,]*(?:,[^,]*){{0,2}})\.$")]
    private static partial Regex Said();

    [GeneratedRegex(@"\b(?:and|but) (?:also |then )?(?:added|said|called|told|noted|denied|warned|urged|asked|claimed|suggested|stated|that)\b|, (?:adding|saying|calling|citing|noting|but|while|and|which|although|though)\b|\bthat\b.*\band that\b|^(?:his|her|in|on) |\b(?:his|her|their|he|she|they) (?:and|or)\b")]
    private static partial Regex SaysMore();

    [GeneratedRegex($@"^(?<what>(?:The|An?|Some|Many|Two|Three|There|This|These|It|[A-Z][\w'’.-]+) [^,]{{20,}}), (?<who>{Grammar.Phrase}{{1,6}}) ?(?<= )said\.$")]
    private static partial Regex SaidBehind();

    [GeneratedRegex(@"^According to (?<who>(?!local time)[^,]{3,60}), (?<what>[^,]{20,})\.$")]
    private static partial Regex According();

    [GeneratedRegex($@"^(?<time>(?i:{Time})), (?<what>(?:(?!\b(?:that|said|who|which|where|when|while|and|but|after|before|because|if|[a-z]+ing|to|declared|announced|reported|claimed|stated|told|until|since)\b)[^,])+)\.$")]
    private static partial Regex TimeFirst();

    [GeneratedRegex($@"^(?<what>(?!(?:In|On|At|After|By|During|When|While|As|Although|Despite|Since|Before|If|Earlier|Later) )(?:(?!\b(?:that|said|who|which|where|when|while|and|but|after|before|because|if|since|until|to|from|than|[a-z]+ing|by|of)\b)[^,])+)(?<!earlier|later|early|late|only|not) (?<time>{Time})\.$")]
    private static partial Regex TimeLast();

    [GeneratedRegex(@"^(?<clause>(?:After|Before|Because|Although|Despite|While|Since|During|Following) (?:(?!\b(?:and|or|if|then)\b)[^,])+), (?<what>(?:(?!\b(?:that|said|who|which|where|when|while|and|but|after|before|because|if|saying|or)\b)[^,])+)\.$")]
    private static partial Regex ClauseFirst();

    [GeneratedRegex(@"^(?<what>(?!He |She |It |They |His |Her |Their |In |On |At |If )(?:(?!\b(?:that|said|who|which|where|when|while|and|but|after|before|because|if|to|than|shortly|days?|weeks?|hours?|years?|months?|minutes?|not|soon|just|only)\b|n['’]t)[^,])+) (?<word>after|before|because|although|while) (?<sub>(?:(?!\b(?:that|said|who|which|when|and|but|if)\b)[^,])+)\.$")]
    private static partial Regex ClauseLast();

    [GeneratedRegex(@"(?<=^|[a-z] )(?<name>[A-Z][\w'’.-]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){0,3}), (?<what>(?:an?|the) (?!day|week|month|year|same|first time|number|latest|event|other|move|late|latter)(?:(?!\b(?:was|were|is|are|said|had|has|have|will|would|took|did|made)\b)[^,()]){5,80})(?=, (?!and|or|the|an?|in|but|[A-Z])|\.$)(?![^.]*, and [^,]*$)")]
    private static partial Regex Apposition();

    [GeneratedRegex(@"^(?:an?|the) (?:(?!of|in|for|who)[\w'’-]+ ){0,4}?(?:city|town|village|company|firm|organi[sz]ation|group|website|newspaper|province|region|suburb|agency|country|river|island|state|party|university|museum|charity|band|club|ship|magazine|airline|network|institute|capital|district|district|bank|hospital|station|programme|program|software|drug|disease|airport|municipality|county)\b(?!['’])(?! (?:of|president|leader|member|official|director|spokes|chief|executive))|^(?:the capital|an? (?:\w+ )?(?:city|town|village|suburb|region|province|district)) ")]
    private static partial Regex Things();

    [GeneratedRegex(@"^, (?:who|which|where|when|whose)\b|(?<=\w), (?:who|which|where|whose) [^,]*$")]
    private static partial Regex Relative();

    [GeneratedRegex(@"^(?<what>[A-Z][^,]{2,60}), (?<inner>(?:who|which|whose) [^,]{4,100}), (?<rest>(?:is|was|are|were|has|had|have|will|would|said|told|made|won|took|[a-z]{3,}ed) [^,]*)$")]
    private static partial Regex InnerClause();

    [GeneratedRegex(@"^(?<what>(?!(?:If|When|While|After|Before|As|Although|Despite|Since|Because|During|Following|According|In|On|At|With|Under|For|By) )[^,]{25,}), (?<tail>(?:which|who|where|while|including|killing|leaving|making|causing|followed by|along with|as well as|with\b|and (?:he|she|it|they|the|a) |but (?:he|she|it|they|the|a) )[^.]*)\.$")]
    private static partial Regex Tail();

    [GeneratedRegex($@"^(?<clause>(?i:{Time})|(?:Although|Though|While|Despite|After|Before|Following|Because|During|Along with|In addition to|As well as) [^,]+), (?<what>(?!(?:he|she|it|they|his|her|their|its|this|these|those) )[^,]{{25,}})\.$")]
    private static partial Regex Opening();

    [GeneratedRegex(@" \([^()]+\)")]
    private static partial Regex Parentheses();

    [GeneratedRegex($"""^{Speaker} ?(?<= )said,? "(?<quotation>[^"]+[^".,!?])[.,]"\.?$""")]
    private static partial Regex SaidQuotation();

    [GeneratedRegex(@"^(?:He|She|It|They|The|This|These|His|Her|Their|A|An|Another|Several|Police|There) (?!.*, and )")]
    private static partial Regex JoinsWell();
}
