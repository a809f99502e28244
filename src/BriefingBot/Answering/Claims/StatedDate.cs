using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>A date in a statement or a quote, as far as it is told. Day and month may stand in either order where they are numbers alone.</summary>
internal sealed partial record StatedDate(string Words, int? Year, int? Month, int? Day, bool EitherOrder = false)
{
    private static readonly string[] MonthHeads = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // Of 1 to 20, and of 30.
    private static readonly string[] Cardinals = Cardinal.Split('|');
    private static readonly string[] Ordinals = Ordinal.Split('|');

    /// <summary>The dates that tell a month, and the text with blanks in their place.</summary>
    public static (ImmutableArray<StatedDate> Dates, string Others) Read(string text)
    {
        var dates = ImmutableArray.CreateBuilder<StatedDate>();
        var rest = Dates().Replace(text, match =>
        {
            var (year, day) = (NumberOf(match, "year"), NumberOf(match, "day") ?? (match.Groups["dayword"] is { Success: true, Value: var words } ? DayOf(words) : null));
            var month = match.Groups["name"].Success ? Array.IndexOf(MonthHeads, match.Groups["name"].Value[..3].ToLowerInvariant()) + 1 : NumberOf(match, "month");
            dates.Add(new(match.Value, year, month, day, match.Groups["numeric"].Success));
            return new string(' ', match.Length);
        });
        return (dates.DrainToImmutable(), rest);
    }

    /// <summary>Whether all that this date tells is told by another; a year that the other leaves open may be that of its publication.</summary>
    public bool IsToldBy(StatedDate other, int? published) =>
        (Year is null || Year == (other.Year ?? published))
        && (Parts(Month, Day, other) || (EitherOrder && Parts(Day, Month, other)) || (other.EitherOrder && Parts(Month, Day, other with { Month = other.Day, Day = other.Month })));

    private static bool Parts(int? month, int? day, StatedDate other) => month == other.Month && (day is null || day == other.Day);

    private static int? NumberOf(Match match, string group) => match.Groups[group] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    private static int DayOf(string words) => words.Split('-', ' ').Sum(word => Math.Max(Array.IndexOf(Cardinals, word), Array.IndexOf(Ordinals, word)) + 1 is var day && day > 20 ? 30 : day);

    private const string Cardinal = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty";
    private const string Ordinal = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth";
    private const string DayWord = $@"(?<dayword>(?:(?:twenty|thirty)[-\s])?(?:{Cardinal}|{Ordinal}))";
    private const string Months = $"(?<name>{CalendarDate.Months})";

    // A day in words stands behind "on August" or "the August": "in March ten people" counts people.
    // "May" and "March" are months with a number beside them, or behind a word of time.
    [GeneratedRegex(
        $@"\b(?<year>[12][0-9]{{3}})-(?<month>[01][0-9])-(?<day>[0-3][0-9])\b
        |(?<numeric>(?<![0-9/.])(?<day>[0-3]?[0-9])/(?<month>[0-3]?[0-9])(?:/(?<year>[12][0-9]{{3}}))?(?![0-9/]))
        |(?<![0-9])(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?\s+(?:of\s+)?{Months}\b\.?(?:,?\s+(?<year>[12][0-9]{{3}})\b)?
        |\b{Months}\b\.?\s+(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?\b(?![:,.]?[0-9])(?:,?\s+(?<year>[12][0-9]{{3}})\b)?
        |\b{DayWord}\s+of\s+{Months}\b(?:,?\s+(?<year>[12][0-9]{{3}})\b)?
        |\b(?<=\b(?i:on|the)\s+){Months}\s+(?:the\s+)?{DayWord}\b(?:,?\s+(?<year>[12][0-9]{{3}})\b)?
        |\b{Months}\b\.?,?\s+(?<year>[12][0-9]{{3}})\b
        |\b(?<=\b(?i:in|since|until|by|during|of|from|between|and|to|mid|early|late|last|next|this)[\s-]){Months}\b\.?(?!\s+[0-9\p{{Lu}}])",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
