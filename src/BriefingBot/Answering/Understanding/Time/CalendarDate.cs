using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>A day, a month or a year as people write them: <c>3 March 2019</c>, <c>25/11/2026</c>, <c>May</c>, <c>2015</c>.</summary>
internal static partial class CalendarDate
{
    public const string Months = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";
    public const string Year = @"(?:1[0-9]{3}|20[0-9]{2})\b(?!\s*B\.?C)";
    public const string Ordinal = "(?:st|nd|rd|th)?";
    public const string Pattern =
        $@"(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\b|{Numbers}|(?:the\s+)?[0-9]{{1,2}}{Ordinal}(?:\s+of)?\s+(?:{Months})\b\.?(?:,?\s+{Year})?|(?:{Months})\b\.?(?:\s+[0-9]{{1,2}}{Ordinal}\b)?(?:,?\s+{Year})?|(?:the\s+year\s+)?{Year})";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Numbers = $@"(?:[0-9]{{1,2}}/[0-9]{{1,2}}/{Year}|[0-9]{{1,2}}\.[0-9]{{1,2}}\.{Year}|[0-9]{{1,2}}-[0-9]{{1,2}}-{Year})";

    private static readonly string[] MonthHeads = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The days; without a year the last ones before the day of asking. Null when there is no such day.</summary>
    public static Period? Parse(string date, DateOnly asked)
    {
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return Period.OfDay(iso);
        }

        if (InNumbers().Match(date) is { Success: true } numbers)
        {
            return OfNumbers(Number(numbers.Groups["year"]), Number(numbers.Groups["first"]), Number(numbers.Groups["second"]));
        }

        var (year, day) = (NumberOrNull(YearOf().Match(date)), NumberOrNull(DayOf().Match(date)));
        if (MonthOf().Match(date) is not { Success: true } name)
        {
            return year is null ? null : Period.OfYear(year.Value);
        }

        var month = Array.IndexOf(MonthHeads, name.Value[..3].ToLowerInvariant()) + 1;
        for (var tried = year ?? asked.Year; ; tried--)
        {
            // A 30 February is in no year, and a 29 February in one of eight at least.
            var isDay = day is null || (day >= 1 && day <= DateTime.DaysInMonth(tried, month));
            if (isDay && (year is not null || new DateOnly(tried, month, day ?? 1) <= asked))
            {
                return day is null ? Period.OfMonth(tried, month) : Period.OfDay(new(tried, month, day.Value));
            }

            if (year is not null || asked.Year - tried > 8 || tried == 1)
            {
                return null;
            }
        }
    }

    /// <summary>Whether a month that stands alone is none: June Carter, after May resigned, on march, a rule of may.</summary>
    public static bool IsName(string question, string how, Capture date)
    {
        var end = date.Index + date.Length;
        if (MonthOf().Match(date.Value) is not { Success: true } month || month.Length != date.Value.TrimEnd('.').Length)
        {
            return false;
        }

        how = how.ToLowerInvariant();
        var isSmallWord = month.Value is "may" or "march" && how is "of" or "by" or "from";
        return how == "on" || isSmallWord || PlainTime.GoesOnAsName(question, end) || (how is "since" or "after" or "before" or "until" or "till" or "by" && Acts().IsMatch(question, end));
    }

    /// <summary>The day first, as most of the world writes; the month first only where it cannot be otherwise.</summary>
    private static Period? OfNumbers(int year, int first, int second)
    {
        var (day, month) = second > 12 ? (second, first) : (first, second);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? Period.OfDay(new(year, month, day)) : null;
    }

    private static int Number(Capture digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private static int? NumberOrNull(Match match) => match.Success ? Number(match) : null;

    [GeneratedRegex($@"^(?<first>[0-9]{{1,2}})[/.-](?<second>[0-9]{{1,2}})[/.-](?<year>{Year})$")]
    private static partial Regex InNumbers();

    [GeneratedRegex($@"\b{Year}", Options)]
    private static partial Regex YearOf();

    [GeneratedRegex($@"\b[0-9]{{1,2}}(?={Ordinal}\b)", Options)]
    private static partial Regex DayOf();

    [GeneratedRegex($@"\b(?:{Months})\b", Options)]
    private static partial Regex MonthOf();

    // What follows is done by somebody of that name.
    [GeneratedRegex(@"\G\s+(?:\p{Ll}{2,}ed|was|is|had|has|became|took|left|said|won|lost|made|gave|went|came|met|told|spoke|stood|fell|did)\b")]
    private static partial Regex Acts();
}
