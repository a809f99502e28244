using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Texts;

/// <summary>Days as the reader's language writes them: <c>4 January 2019</c>, <c>January 4, 2019</c>, <c>4. Januar 2019</c>.</summary>
public static partial class ReaderDay
{
    // Where a culture's own cannot be used.
    private const string Plain = "d MMMM yyyy";

    /// <summary>A day.</summary>
    public static string Of(DateOnly day) => Written(day, Pattern(ReaderLanguage.Culture));

    /// <summary>A first and a last day, to be joined; the first has no year or month that the last one has as well: <c>9</c> and <c>14 March 2026</c>.</summary>
    public static (string From, string To) Range(DateOnly from, DateOnly to)
    {
        var pattern = Pattern(ReaderLanguage.Culture);
        if (from.Year != to.Year)
        {
            return (Written(from, pattern), Written(to, pattern));
        }

        var ofYear = Year().Replace(pattern, "");
        return from.Month != to.Month ? (Written(from, ofYear), Written(to, pattern))
            : pattern[0] == 'M' ? (Written(from, ofYear), Written(to, Month().Replace(pattern, "")))
            : (Written(from, Month().Replace(ofYear, "")), Written(to, pattern));
    }

    private static string Written(DateOnly day, string pattern) => day.ToString(pattern.Length == 1 ? $"%{pattern}" : pattern, ReaderLanguage.Culture);

    /// <summary>The culture's long day without that of the week, and without a zero before it.</summary>
    private static string Pattern(CultureInfo culture)
    {
        var pattern = LeadingZero().Replace(Weekday().Replace(culture.DateTimeFormat.LongDatePattern, ""), "d");
        return DayAndMonth().IsMatch(pattern) ? pattern : Plain;
    }

    [GeneratedRegex(@"[\s,]*dddd[\s,]*")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\bdd\b")]
    private static partial Regex LeadingZero();

    [GeneratedRegex(@"[\s,]*yyyy")]
    private static partial Regex Year();

    [GeneratedRegex(@"\s*MMMM\s*")]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?:d\.? MMMM|MMMM d),? yyyy$")]
    private static partial Regex DayAndMonth();
}
