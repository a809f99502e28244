using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>Numbers, sums, days and times of day that the sentence does not give.</summary>
internal static partial class FalseFigures
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static IEnumerable<Rule> All { get; } =
    [
        Rule.At("digit", LongNumber(), (match, random) => OtherDigit(match.Value, random)),
        Rule.At("number in figures", ShortNumber(), (match, random) => Near(int.Parse(match.Value), random).ToString(CultureInfo.InvariantCulture)),
        Rule.At("number in words", WordNumber(), (match, random) => random.Other(Numerals.Words.Take(10), match.Value)),
        Rule.At("percentage", Percentage(), (match, random) => OtherDigit(match.Value, random)),
        Rule.At("currency", Currency(), (match, random) => random.Other(["$", "€", "£"], match.Value, match.Value.EndsWith('$') ? "$" : "")),
        Rule.At("year", Year(), (match, random) => (int.Parse(match.Value) + random.Pick(-10, -3, -2, -1, 1, 2, 10)).ToString(CultureInfo.InvariantCulture)),
        Rule.At("month", Month(), (match, random) => random.Other(DateWordings.MonthNames, match.Value)),
        Rule.At("day of the month", Day(), (match, random) => random.Other(Enumerable.Range(1, 28).Select(day => day.ToString(CultureInfo.InvariantCulture)), match.Value)),
        Rule.At("weekday", Weekday(), (match, random) => random.Other(Days, match.Value)),
        Rule.At("time of day", Clock(), OtherClock),
        Rule.At("ordinal", Ordinal(), (match, random) => match.Groups["n"].Success
            ? Near(int.Parse(match.Groups["n"].Value), random) is var other ? other + Numerals.Suffix(other) : null
            : random.Other(Numerals.Ordinals.Skip(1), match.Value.ToLowerInvariant())),
    ];

    /// <summary>One digit put for another, the first never zero.</summary>
    private static string? OtherDigit(string number, Random random)
    {
        var places = Enumerable.Range(0, number.Length).Where(i => char.IsAsciiDigit(number[i])).ToArray();
        var place = random.Pick(places);
        var digit = random.Other(["1", "2", "3", "4", "5", "6", "7", "8", "9"], number[place].ToString());
        return number[..place] + digit + number[(place + 1)..];
    }

    private static int Near(int number, Random random) => random.Pick(number + 1, number + 2, number + 3, number > 3 ? number - 1 : number + 4, number > 4 ? number - 2 : number + 5);

    private static string? OtherClock(Match match, Random random) => match.Groups["half"].Success && random.Next(2) == 0
        ? match.Value[..(match.Groups["half"].Index - match.Index)] + (char.ToLowerInvariant(match.Groups["half"].Value[0]) == 'a' ? 'p' : 'a') + match.Groups["half"].Value[1..]
        : random.Other(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"], match.Groups["h"].Value.TrimStart('0')) + match.Value[match.Groups["h"].Length..];

    [GeneratedRegex($@"(?<![\w.,-]|(?:{DateWordings.Months}) )(?!(?:1[89]|20)\d\d\b)\d{{2,}}(?:,\d{{3}})*(?![\w%-]|[.,:]\d| (?:percent|per cent|{DateWordings.Months}))|(?<=[$€£])\d{{2,}}(?:[,.]\d+)*")]
    private static partial Regex LongNumber();

    [GeneratedRegex($@"(?<=[a-z] )[2-9](?= (?!percent|per|am|pm|a\.m|p\.m|{DateWordings.Months})[a-z]{{3,}})")]
    private static partial Regex ShortNumber();

    [GeneratedRegex(@"(?<=[a-z] |^)(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= (?!of|or|and|to)[a-z]{3,})")]
    private static partial Regex WordNumber();

    [GeneratedRegex(@"(?<![\w.-])\d+(?:\.\d+)?(?=%| percent| per cent)")]
    private static partial Regex Percentage();

    [GeneratedRegex(@"(?<![\w$])(?:US\$|AU\$|A\$|C\$|NZ\$|CDN\$|\$|€|£)(?=\d)")]
    private static partial Regex Currency();

    [GeneratedRegex(@"(?<![\w.,$€£/-])(?:19[3-9]\d|20[0-2]\d)(?![\w%/]|[,.]\d|-(?!\d\d-))")]
    private static partial Regex Year();

    [GeneratedRegex($@"(?<=\b(?:in|on|since|until|of|by|from|to|last|this|early|late|\d|st|nd|rd|th) )(?:{DateWordings.Months})(?=[ ,.])")]
    private static partial Regex Month();

    [GeneratedRegex($@"(?<=\b(?:{DateWordings.Months}) )\d{{1,2}}(?=[ ,.](?!\d\d[^\d]))(?! ?[-–])|\b\d{{1,2}}(?= (?:{DateWordings.Months})\b)|(?<=\b\d{{4}}-\d\d-)\d\d\b")]
    private static partial Regex Day();

    [GeneratedRegex(@"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! (?:[A-Z]|\d))")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<=\b(?:at|around|about|until|from|by) )(?<h>\d{1,2})(?:[:.][0-5]\d)?(?: ?(?<half>[ap]m\b|[ap]\.m\b)|(?<=:\d\d))", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<=\b(?:the|his|her|its|their|a) )(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?<n>\d\d?)(?:st|nd|rd|th))(?= (?!(?:of|half|quarter)\b)[a-z]{3,}|-)", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();
}
