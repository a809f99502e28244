using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Days, months and years that a question names: <c>in 2015</c>, <c>before May</c>, <c>between 2014 and 2016</c>.</summary>
internal static partial class CalendarTime
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Months = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";
    private const string Year = @"(?:1\d{3}|20\d{2})\b(?!\s*B\.?C)";
    private const string Ordinal = "(?:st|nd|rd|th)?";
    private const string Date = $@"(?:\d{{4}}-\d{{2}}-\d{{2}}\b|(?:the\s+)?\d{{1,2}}{Ordinal}(?:\s+of)?\s+(?:{Months})\b\.?(?:,?\s+{Year})?|(?:{Months})\b\.?(?:\s+\d{{1,2}}{Ordinal}\b)?(?:,?\s+{Year})?|(?:the\s+year\s+)?{Year})";

    private static readonly string[] MonthHeads = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>
    /// The days named, and the question without the words that name them; of a day or month without a year the last one before the day of
    /// asking. Null when none are.
    /// </summary>
    public static (string Bare, Period? Period) Read(string question, DateOnly asked)
    {
        if (Between().Match(question) is { Success: true } range
            && Parse(range.Groups["second"].Value, asked) is { } second && Parse(range.Groups["first"].Value, second.Start) is { } first && first.Start <= second.End)
        {
            return (question.Without(range), new Period(first.Start, second.End).WithAftermath());
        }

        return Named().Match(question) is { Success: true } named && Parse(named.Groups["date"].Value, asked) is { } period
            ? (question.Without(named), As(named.Groups["how"].Value.ToLowerInvariant(), period))
            : (question, null);
    }

    private static Period As(string how, Period period) => how switch
    {
        "since" => period with { End = DateOnly.MaxValue },
        "after" => new(period.End.AddDays(1), DateOnly.MaxValue),
        "before" => new(DateOnly.MinValue, period.Start.AddDays(-1)),
        "until" or "till" or "by" => period with { Start = DateOnly.MinValue },
        _ => period.WithAftermath(),
    };

    private static Period? Parse(string date, DateOnly asked)
    {
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return Period.OfDay(iso);
        }

        var (year, day) = (Number(YearOf().Match(date)), Number(DayOf().Match(date)));
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

    private static int? Number(Match match) => match.Success ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex($@"\b(?:between|from)\s+(?<first>{Date})\s+(?:and|to|until|till|through)\s+(?<second>{Date})", Options)]
    private static partial Regex Between();

    [GeneratedRegex($@"\b(?<how>in|on|during|since|after|before|until|till|by|from|of)\s+(?:(?:early|late|mid)[\s-]+)?(?<date>{Date})", Options)]
    private static partial Regex Named();

    [GeneratedRegex($@"\b{Year}", Options)]
    private static partial Regex YearOf();

    [GeneratedRegex($@"\b\d{{1,2}}(?={Ordinal}\b)", Options)]
    private static partial Regex DayOf();

    [GeneratedRegex($@"\b(?:{Months})\b", Options)]
    private static partial Regex MonthOf();
}
