using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>Rules that say a sentence in other words or another format without changing what it says. Each gives null where it does not apply.</summary>
internal static partial class TrueRewriting
{
    private static readonly string[] NumberWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];

    private static readonly (string One, string Other)[] Synonyms =
    [
        ("said", "stated"), ("began", "started"), ("about", "approximately"), ("due to", "because of"), ("following", "after"), ("near", "close to"), ("led to", "resulted in"),
        ("took place", "happened"), ("attempted to", "tried to"), ("received", "got"), ("stated", "said"), ("reportedly", "according to reports"), ("currently", "now"), ("large", "big"),
    ];

    /// <summary>The rules by name.</summary>
    public static readonly (string Kind, Func<string, string?> Apply)[] Rules =
    [
        ("unchanged", sentence => sentence),
        ("number in digits", sentence => Replaced(NumberWord(), sentence, match => $"{Array.IndexOf(NumberWords, match.Value.ToLowerInvariant())}")),
        ("number in words", sentence => Replaced(SmallNumber(), sentence, match => NumberWords[int.Parse(match.Value, CultureInfo.InvariantCulture)])),
        ("number ungrouped", sentence => Replaced(Grouped(), sentence, match => match.Value.Replace(",", ""))),
        ("number scaled", sentence => Replaced(Grouped(), sentence, Scaled)),
        ("million written out", sentence => Replaced(Millions(), sentence, match => (decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * 1_000_000).ToString("#,0", CultureInfo.InvariantCulture))),
        ("percent", sentence => Replaced(PercentSign(), sentence, match => $"{match.Groups[1].Value} percent") ?? Replaced(PercentWord(), sentence, match => $"{match.Groups[1].Value}%")),
        ("currency in words", sentence => Replaced(Dollars(), sentence, match => $"{match.Groups[1].Value} dollars")),
        ("day first", sentence => Replaced(MonthFirst(), sentence, match => $"{match.Groups["day"].Value} {match.Groups["month"].Value}{(match.Groups["year"].Success ? $" {match.Groups["year"].Value}" : "")}")),
        ("month first", sentence => Replaced(DayFirst(), sentence, match => $"{match.Groups["month"].Value} {match.Groups["day"].Value}{(match.Groups["year"].Success ? $", {match.Groups["year"].Value}" : "")}")),
        ("date in numbers", sentence => Replaced(MonthFirst(), sentence, InNumbers) ?? Replaced(DayFirst(), sentence, InNumbers)),
        ("contraction", sentence => Replaced(NotApart(), sentence, match => $"{match.Groups[1].Value}n't") ?? Replaced(NotTogether(), sentence, match => $"{match.Groups[1].Value} not")),
        ("speaker first", sentence => SpeechBeforeSpeaker().Match(sentence) is { Success: true } said ? $"{Capital(said.Groups["who"].Value)} said that {Small(said.Groups["what"].Value)}." : null),
        ("opening left out", sentence => Opening().Match(sentence) is { Success: true } opened ? Capital(opened.Groups["rest"].Value) : null),
        ("aside left out", sentence => Replaced(Aside(), sentence, _ => "")),
        ("reported", sentence => $"It was reported that {Small(sentence)}"),
        ("according to the article", sentence => $"According to the article, {Small(sentence)}"),
        ("in addition", sentence => $"In addition, {Small(sentence)}"),
        ("active", sentence => Passive().Match(sentence) is { Success: true } passive ? $"{Capital(passive.Groups["who"].Value)} {passive.Groups["verb"].Value} {Small(passive.Groups["whom"].Value)}." : null),
        ("office left out", sentence => Replaced(Office(), sentence, match => match.Groups["name"].Value)),
        ("synonym", Synonym),
    ];

    private static string? Synonym(string sentence)
    {
        foreach (var (one, other) in Synonyms)
        {
            if (Regex.IsMatch(sentence, $@"(?<=[a-z] ){one}(?= [a-z])"))
            {
                return new Regex($@"(?<=[a-z] ){one}(?= [a-z])").Replace(sentence, other, 1);
            }
        }

        return null;
    }

    private static string Scaled(Match match)
    {
        var value = decimal.Parse(match.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return value % 100_000 == 0 && value >= 1_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{value / 1_000_000:0.##} million")
            : value % 100 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{value / 1_000:0.##} thousand")
            : match.Value;
    }

    private static string InNumbers(Match match)
    {
        var (day, month) = (int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture), Array.IndexOf(Months, match.Groups["month"].Value) + 1);
        return match.Groups["year"].Success ? $"{match.Groups["year"].Value}-{month:00}-{day:00}" : $"{day:00}/{month:00}";
    }

    private static string? Replaced(Regex what, string sentence, MatchEvaluator by) =>
        what.IsMatch(sentence) && what.Replace(sentence, by, 1) is var replaced && replaced != sentence ? replaced : null;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // A first word that may be a name keeps its capital.
    private static string Small(string text) => SmallOpening().IsMatch(text) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    [GeneratedRegex(@"^(?:The|A|An|In|On|At|It|He|She|They|There|This|These|Those|Some|Many|Most|Two|Three|Four|Five|Police|Officials|Three|After|Before|His|Her|Their|Its|Several|All|Both|As|For|According) ")]
    private static partial Regex SmallOpening();

    [GeneratedRegex(@"(?<=[a-z] )(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= [a-z])")]
    private static partial Regex NumberWord();

    [GeneratedRegex(@"(?<=[a-z] )(?:[2-9]|1[0-2])(?= [a-z]{3,})(?! (?:million|billion|percent|January|February))")]
    private static partial Regex SmallNumber();

    [GeneratedRegex(@"(?<![\d,.$€£])[1-9]\d{0,2}(?:,\d{3})+(?![\d,]|\.\d)")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"(?<![\d,.$€£])(\d{1,3}(?:\.\d{1,2})?) million")]
    private static partial Regex Millions();

    [GeneratedRegex(@"(?<=\s)(\d[\d.]*)%")]
    private static partial Regex PercentSign();

    [GeneratedRegex(@"(?<=\s)(\d[\d.]*) per ?cent\b")]
    private static partial Regex PercentWord();

    [GeneratedRegex(@"(?<=\s)(?:US)?\$(\d[\d,.]*\d(?: (?:million|billion))?)")]
    private static partial Regex Dollars();

    [GeneratedRegex(@"(?<month>January|February|March|April|May|June|July|August|September|October|November|December) (?<day>\d{1,2})(?:, (?<year>\d{4}))?(?![\d:])")]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2}) (?<month>January|February|March|April|May|June|July|August|September|October|November|December)(?: (?<year>\d{4}))?(?!\d)")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(did|does|do|was|were|is|are|has|have|had|would|could|should) not(?= [a-z])")]
    private static partial Regex NotApart();

    [GeneratedRegex(@"\b(did|does|do|was|were|is|are|has|have|had|would|could|should)n['’]t(?= [a-z])")]
    private static partial Regex NotTogether();

    [GeneratedRegex(@"^(?<what>[^""“”,]{20,160}), (?<who>(?:the |a )?[\w .'’-]{3,50}?) said\.$")]
    private static partial Regex SpeechBeforeSpeaker();

    [GeneratedRegex(@"^(?:On|In|At|After|During|Yesterday|Today|Meanwhile|However)\b[^,""“”]{0,40}, (?<rest>[^""“”]{30,})$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?<=[a-z]) \([^()""]{3,60}\)|(?<=[A-Za-z]), (?:which|who|a|an|the) [^,""“”]{5,60}(?:,(?= (?:is|are|was|were|has|had|said|will|told|added)\b))")]
    private static partial Regex Aside();

    [GeneratedRegex(@"^(?<whom>[^,""“”]{3,60}) (?:was|were) (?<verb>killed|arrested|attacked|announced|organi[sz]ed|condemned|rejected|hit|captured|approved|founded|won) by (?<who>(?:the |a )?[^,""“”]{3,60})\.$")]
    private static partial Regex Passive();

    [GeneratedRegex(@"\b(?:President|Prime Minister|Chancellor|Senator|Governor|Mayor|Minister|Judge|Captain|Sheriff|Professor|Dr\.?) (?<name>[A-Z][a-z]+ [A-Z][a-z]+)")]
    private static partial Regex Office();
}
