using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>Other words for the same: contractions, synonyms, abbreviations, names cut short, places and peoples.</summary>
internal static partial class WordWordings
{
    private const string Table = """
        # contraction
        did not <=> didn't; does not <=> doesn't; do not <=> don't; is not <=> isn't; are not <=> aren't; was not <=> wasn't; were not <=> weren't
        will not <=> won't; would not <=> wouldn't; could not <=> couldn't; cannot <=> can't; has not <=> hasn't; have not <=> haven't; had not <=> hadn't; should not <=> shouldn't
        they are => they're; it is(?= [a-z]+(?:ed|ing)\b) => it's; it's(?! (?:been|got|had)) => it is; there is(?= (?:an?|no|the)\b) => there's; there's(?= (?:an?|no|the)\b) => there is
        # synonym
        approximately => about; approximately => roughly; roughly => about; purchased => bought; commenced => began; commenced => started; began => started
        prior to => before; in order to => to; attempted to => tried to; attempting to => trying to; numerous => many; located in => situated in; assistance => help
        currently => at present; despite => in spite of; because of => due to; due to => because of; fled => escaped; took place => happened; (?<!(?:have|has|had) )occurred => took place; occurred => happened
        received(?= (?:an?|the|his|her|their|its|\d)\b) => got; injured => hurt; regarding => about; concerning(?= the) => about; additional => further; additionally, => also,; primarily => mainly; mainly => chiefly
        passed away => died; children => kids; film => movie; annual => yearly; annually => every year; per year => a year; per day => a day; remain => stay; sufficient => enough
        requested => asked for; obtain => get; obtained => got; demonstrated => showed; entire => whole; initially => at first; subsequently => later; frequently => often; often => frequently
        immediately => at once; shortly after => soon after; shortly before => just before; residents => inhabitants; a number of => several; a majority of => most of; the majority of => most of; although => though; in the vicinity of => near
        throughout => all through; upon => on; whilst => while; amongst => among; states that => says that; stated that => said that; the entire => the whole; several => a number of
        constructed => built; assist => help; assisted => helped; permitted => allowed; allowed to => permitted to; intends to => means to; utilised => used; utilized => used; in addition, => also,
        # hedge worded
        (is|are|was|were) believed to => $1 thought to; (is|are|was|were) thought to => $1 believed to; may have => might have; might have => may have; may be => might be; might be => may be; it is believed => it is thought; it is likely => it is probable
        (is|are|was|were) suspected of => $1 under suspicion of; possibly => perhaps; perhaps => possibly; appeared to => seemed to; appears to => seems to; appear to => seem to; (?<=^)reportedly, => according to reports,; , reportedly, => , according to reports,; (was|were) reportedly ([a-z]+ed) => $1 reported to have been $2; (is|are) reportedly ([a-z]+ing) => $1 reported to be $2; (was|were) allegedly ([a-z]+ed) => $1 alleged to have been $2
        # comparison worded
        over(?= \d[\d,.]*\b(?!['’]|s\b)) => more than; more than(?= (?:[\d$€£]|(?:an?|one|two|three|four|five|six|ten|half a) (?:dozen|hundred|thousand|million|billion))) => over; at least(?= \d) => no fewer than; at least(?= \d) => a minimum of; no more than(?= \d) => at most; up to(?= \d[\d,]* [a-z]+s\b) => as many as; nearly => almost; almost => nearly
        less than(?= [\d$€£]) => under; fewer than(?= \d) => under; as many as(?= \d) => up to; just over => slightly more than; around(?= \d[\d,]*(?! ?[ap]\.?m)\b [a-z]+s\b) => about; about(?= \d[\d,]* [a-z]+s\b) => around
        # verb phrase worded
        failed to => did not; (?:was|were) unable to => could not; (?:is|are) unable to => cannot; (?:is|are) able to => can; (?:was|were) able to => managed to; (was|were|is|are) not able to => $1 unable to
        (is|are|was|were) illegal => $1 not legal; (is|are|was|were) unclear => $1 not clear; (is|are|was|were) unlikely to => $1 not likely to; (is|are|was|were) unknown => $1 not known; (is|are|was|were) not successful => $1 unsuccessful
        has yet to be => has not yet been; have yet to be => have not yet been; decided to => chose to; agreed to => consented to; no longer(?= (?:be|have|in)\b) => not any more; continues to => still continues to
        (is|are|was|were) incorrect => $1 not correct; (is|are|was|were) impossible => $1 not possible; (is|are|was|were) aware of => $1 not unaware of; (is|are|was|were) unharmed => $1 not harmed; (is|are|was|were) uninjured => $1 not injured; refused to => would not; declined to => would not
        # connective dropped
        (?<=^(?:However|Meanwhile|Additionally|Moreover|Furthermore|In addition|Nevertheless|Nonetheless|Also), .*) also => _
        """;

    private static readonly string Nations = Change.Any(Names.Peoples.Keys);

    public static IEnumerable<Rule> All { get; } =
    [
        .. Rule.OfTable(Table),
        Rule.At("connective dropped", Connective(), (match, _) => Change.Capital(match.Groups["next"].Value)),
        new("abbreviation", Abbreviate),
        new("surname only", SurnameOnly),
        Rule.At("nationality", new($@"\b(?<the>[Tt]he) (?<people>{Nations}) (?<what>government|parliament|president|prime minister|army|navy|military|police|economy|embassy|foreign ministry|coast|border|authorities|foreign minister|economy|people|media)(?=[ ,.](?![(A-Z]))"),
            (match, _) => $"{match.Groups["the"].Value} {match.Groups["what"].Value} of {Names.Peoples[match.Groups["people"].Value]}"),
        Rule.At("genitive", new($@"(?<!['’]s )\b(?:[Tt]he )(?<what>mayor|capital|president|government|prime minister|king|queen|governor|parliament|population|economy) of (?<place>{Change.Any([.. Names.Countries, .. Names.Cities])})(?= [a-z]|\.$)"),
            (match, _) => $"{match.Groups["place"].Value}'s {match.Groups["what"].Value}"),
        Rule.At("genitive", new($@"(?<=^|\b(?:in|to|of|by|that|from|with|for|and|at|said|is|was) )(?<place>{Change.Any([.. Names.Countries, .. Names.Cities])})['’]s (?<what>capital|government|president|prime minister|parliament|foreign minister|foreign ministry|economy|army|population|police|mayor|people|citizens|airport)(?= [a-z]|[,.])"),
            (match, _) => $"{(match.Index == 0 ? "The" : "the")} {match.Groups["what"].Value} of {match.Groups["place"].Value}"),
        Rule.OfText("title after the name", TitleAfter),
    ];

    /// <summary>Leaves only the name or only its letters, where a sentence gives both.</summary>
    private static Wording? Abbreviate(Wording wording, Random random)
    {
        foreach (Match letters in Letters().Matches(wording.Text))
        {
            var initials = letters.Groups["letters"].Value;
            var words = wording.Text[..letters.Index].Split(' ');
            var name = string.Join(' ', words.TakeLast(initials.Length));
            if (words.Length <= initials.Length || !string.Concat(words.TakeLast(initials.Length).Select(word => word[..Math.Min(1, word.Length)])).Equals(initials, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var start = letters.Index - name.Length;
            return wording with { Text = random.Next(2) == 0 ? Change.At(wording.Text, letters.Index, letters.Length, "") : Change.At(wording.Text, start, name.Length + letters.Length, initials) };
        }

        return null;
    }

    /// <summary>Where no other of the article's people has the same surname.</summary>
    private static Wording? SurnameOnly(Wording wording, Random random)
    {
        var text = Change.One(wording.Text, Names.Person, random, match =>
            wording.Article.People.Count(person => person.EndsWith(" " + match.Groups["last"].Value, StringComparison.Ordinal)) == 1 ? match.Groups["last"].Value : null);
        return text is null ? null : wording with { Text = text };
    }

    private static string? TitleAfter(string text, Random random) => Change.One(text, Names.Holder, random, match =>
    {
        var next = match.Index + match.Length < text.Length ? text[match.Index + match.Length] : '.';
        var isFormer = text[..match.Index].EndsWith("former ", StringComparison.OrdinalIgnoreCase) || text[..match.Index].EndsWith("incumbent ", StringComparison.Ordinal);
        return isFormer || next is not (' ' or '.') || (next == ' ' && !Lower().IsMatch(text[(match.Index + match.Length)..])) ? null : $"{match.Groups["name"].Value}, the {match.Groups["office"].Value}{(next == ' ' ? "," : "")}";
    });

    [GeneratedRegex(@"^(?:However|Meanwhile|Additionally|Moreover|Furthermore|In addition|Nevertheless|Nonetheless), (?<next>[A-Za-z])")]
    private static partial Regex Connective();

    [GeneratedRegex(@" \((?<letters>[A-Z]{2,6})\)")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^ (?:is|was|has|had|will|said|told|announced|stated|made|called|in|on|at|to|for|after|[a-z]{3,}ed)\b")]
    private static partial Regex Lower();
}
