using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>The same days and times of day, written otherwise.</summary>
internal static partial class DateWordings
{
    public const string Months = "January|February|March|April|May|June|July|August|September|October|November|December";
    public static readonly string[] MonthNames = Months.Split('|');

    public static IEnumerable<Rule> All { get; } =
    [
        Rule.At("date", Date(), (match, random) => match.Groups["y"].Success ? null : OtherDate(match, random)),
        Rule.At("date with year", Date(), (match, random) => match.Groups["y"].Success ? OtherDate(match, random) : null),
        Rule.At("month shortened", MonthAndYear(), (match, random) => random.Pick(match.Groups["m"].Value[..3] + ". " + match.Groups["y"].Value, match.Groups["m"].Value[..3] + " " + match.Groups["y"].Value)),
        Rule.At("time of day", Clock(), OtherClock),
    ];

    private static string? OtherDate(Match match, Random random)
    {
        var (day, month) = (int.Parse(match.Groups["d"].Value), match.Groups["m"].Value);
        if (day is < 1 or > 31)
        {
            return null;
        }

        if (!match.Groups["y"].Success)
        {
            return random.Pick($"{day} {month}", $"{month} {day}", $"the {day}{Numerals.Suffix(day)} of {month}", $"{month} {day}{Numerals.Suffix(day)}", $"{day}{Numerals.Suffix(day)} {month}");
        }

        var (year, comma) = (match.Groups["y"].Value, match.Groups["comma"].Value);
        var number = Array.IndexOf(MonthNames, month) + 1;
        List<string> ways = [$"{day} {month} {year}", $"{month} {day}, {year}", $"{day}{Numerals.Suffix(day)} {month} {year}", $"{year}-{number:00}-{day:00}"];
        if (day > 12)
        {
            ways.Add($"{day:00}/{number:00}/{year}");
        }

        return random.Pick(ways) + comma;
    }

    private static string? OtherClock(Match match, Random random)
    {
        var (hour, minute, half) = (int.Parse(match.Groups["h"].Value), match.Groups["min"].Value, match.Groups["half"].Value.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant());
        if (half.Length == 0)
        {
            return hour > 23 || minute.Length == 0 ? null : $"{(hour + 11) % 12 + 1}:{minute} {(hour < 12 ? "am" : "pm")}";
        }

        if (hour is < 1 or > 12)
        {
            return null;
        }

        var minutes = minute.Length == 0 ? "00" : minute;
        var ofDay = ((hour % 12) + (half == "pm" ? 12 : 0)).ToString("00", CultureInfo.InvariantCulture);
        return random.Pick($"{ofDay}:{minutes}", $"{hour}:{minutes} {half}", $"{hour}:{minutes} {half[0]}.m.");
    }

    [GeneratedRegex($@"(?<!\d (?:to |and |or )?|\d[-–/]|(?:{Months}) )\b(?:(?<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?<m>{Months})(?:,? (?<y>[12]\d{{3}}))?|(?<m>{Months}) (?<d>\d{{1,2}})(?:st|nd|rd|th)?(?:, (?<y>[12]\d{{3}})(?<comma>,)?)?)(?!\d|[-–/]\d| (?:to|and|or) \d|,? \d|th|-)")]
    public static partial Regex Date();

    [GeneratedRegex(@"(?<=\b(?:in|since|until|of|by) )(?<m>January|February|August|September|October|November|December),? (?<y>[12]\d{3})(?=[ ,])")]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"(?<=\b(?:at|around|about|until|from|by) )(?<h>\d{1,2})(?:[:.](?<min>[0-5]\d))?(?: ?(?<half>[ap]m|[ap]\.m\.))?(?=[ ,.]|$)(?!\.\d|,\d| (?:percent|per|people))", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();
}
