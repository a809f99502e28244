using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>One change that makes a statement false: a number, a name, a date, a negation, or two names in each other's place.</summary>
internal sealed partial class FalseRewriting(Random random, string[] names)
{
    private static readonly string[] NumberWords = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];
    private static readonly string[] Days = [.. CultureInfo.InvariantCulture.DateTimeFormat.DayNames];

    /// <summary>The rules by name; each gives null where it does not apply.</summary>
    public (string Kind, Func<string, string?> Apply)[] Rules =>
    [
        ("false number", statement => Changed(Number(), statement, OtherNumber)),
        ("false name", statement => Changed(Name(), statement, _ => names[random.Next(names.Length)])),
        ("false date", statement => Changed(DatePart(), statement, OtherDate)),
        ("false negation", Negated),
        ("swapped names", Swapped),
    ];

    private string OtherNumber(string number)
    {
        if (Array.IndexOf(NumberWords, number) is >= 0 and var index)
        {
            return NumberWords[(index + 1 + random.Next(NumberWords.Length - 1)) % NumberWords.Length];
        }

        // One digit, as a slip would.
        var digits = number.Index().Where(digit => char.IsAsciiDigit(digit.Item)).Select(digit => digit.Index).ToArray();
        var place = digits[random.Next(digits.Length)];
        var other = (char)('1' + ((number[place] - '1' + 1 + random.Next(8)) % 9));
        return number[..place] + other + number[(place + 1)..];
    }

    private string OtherDate(string part)
    {
        var list = Array.IndexOf(Months, part) >= 0 ? Months : Array.IndexOf(Days, part) >= 0 ? Days : null;
        return list is not null
            ? list[(Array.IndexOf(list, part) + 1 + random.Next(list.Length - 1)) % list.Length]
            : (int.Parse(part, CultureInfo.InvariantCulture) + (random.Next(2) == 0 ? -1 : 1) * (1 + random.Next(9))).ToString(CultureInfo.InvariantCulture);
    }

    private string? Negated(string statement)
    {
        if (Not().Match(statement) is { Success: true } not)
        {
            return statement.Remove(not.Index, not.Length);
        }

        var places = Auxiliary().Matches(statement);
        return places.Count == 0 ? null : statement.Insert(places[random.Next(places.Count)] is var place ? place.Index + place.Length : 0, " not");
    }

    /// <summary>Two different names with a verb between them.</summary>
    private string? Swapped(string statement)
    {
        var found = WholeName().Matches(statement);
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (one, other) = (found[i], found[i + 1]);
            var between = statement[(one.Index + one.Length)..other.Index];
            if (Verb().IsMatch(between) && !one.Value.Contains(other.Value) && !other.Value.Contains(one.Value))
            {
                return statement[..one.Index] + other.Value + between + one.Value + statement[(other.Index + other.Length)..];
            }
        }

        return null;
    }

    private string? Changed(Regex what, string statement, Func<string, string> by)
    {
        var found = what.Matches(statement);
        if (found.Count == 0)
        {
            return null;
        }

        var place = found[random.Next(found.Count)];
        var other = by(place.Value);
        return statement.Contains(other, StringComparison.Ordinal) ? null : statement[..place.Index] + other + statement[(place.Index + place.Length)..];
    }

    [GeneratedRegex(@"(?<![\w/-])\d[\d,.]*\d(?![\w/-])|(?<=\s)\d(?=\s)|(?<=[a-z] )(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= )")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[a-z,] )(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)[A-Z][a-z]{3,}(?=[ .,])")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<=[\w,] )(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|(?<=\b(?:in|since|until|by|of) )(?:1[89]|20)\d\d\b")]
    private static partial Regex DatePart();

    [GeneratedRegex(@" not(?= )|(?<=\b(?:did|does|do|was|were|is|are|has|have|had|would|could|should))n['’]t(?= )")]
    private static partial Regex Not();

    [GeneratedRegex(@"(?<= )(?:is|are|was|were|has|have|had|will|would|could|can)(?= [a-z])")]
    private static partial Regex Auxiliary();

    [GeneratedRegex(@"(?<!\w)(?!(?:The|A|An|In|On|At|It|He|She|They|There|This|That|These|Those|According|However|Meanwhile|Also|But|And|When|While|As|For|By|After|Before|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*")]
    private static partial Regex WholeName();

    [GeneratedRegex(@" (?:\w+ed|won|beat|met|told|said|says|sent|gave|took|led|shot|killed|hit|left|became|has|had|was|is|will) (?!by\b)")]
    private static partial Regex Verb();
}
