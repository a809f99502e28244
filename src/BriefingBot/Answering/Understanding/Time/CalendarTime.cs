using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Days, months and years that a question names: <c>in 2015</c>, <c>before May</c>, <c>between 2014 and 2016</c>.</summary>
internal static partial class CalendarTime
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Day = $@"(?:the\s+)?(?<day>[0-9]{{1,2}}){CalendarDate.Ordinal}";
    private const string To = @"(?:\s+(?:and|to|until|till|through)\s+|\s*[-–]\s*)";

    /// <summary>
    /// The days named, and the question without the words that name them; of a day or month without a year the last one before the day of
    /// asking. Null when none are.
    /// </summary>
    public static (string Bare, Period? Period) Read(string question, DateOnly asked)
    {
        foreach (var (words, first, second) in Ranges(question, asked))
        {
            if (first.Start <= second.End)
            {
                return (question.Without(words), new Period(first.Start, second.End).WithAftermath());
            }
        }

        foreach (Match named in Named().Matches(question))
        {
            var how = named.Groups["how"].Value;
            if (!CalendarDate.IsName(question, how, named.Groups["date"]) && CalendarDate.Parse(named.Groups["date"].Value, asked) is { } period)
            {
                var isOpen = how.ToLowerInvariant() is "since" or "after" or "before" or "until" or "till" or "by";
                return (question.Without(named), isOpen ? period.By(how) : period.WithAftermath());
            }
        }

        return (question, null);
    }

    private static IEnumerable<(Match Words, Period First, Period Second)> Ranges(string question, DateOnly asked)
    {
        foreach (Match range in Between().Matches(question))
        {
            var (one, other) = (range.Groups["first"], range.Groups["second"]);
            if (!CalendarDate.IsName(question, "between", one) && !CalendarDate.IsName(question, "between", other)
                && CalendarDate.Parse(other.Value, asked) is { } second && CalendarDate.Parse(one.Value, second.Start) is { } first)
            {
                yield return (range, first, second);
            }
        }

        // From 3 to 7 March; from March 3 to 7.
        foreach (var range in DaysOfMonth().Matches(question).Concat(MonthOfDays().Matches(question)))
        {
            var (days, month, year) = (range.Groups["day"].Captures, range.Groups["month"].Value, range.Groups["year"].Value);
            if (CalendarDate.Parse($"{days[1].Value} {month} {year}", asked) is { } second && CalendarDate.Parse($"{days[0].Value} {month} {second.Start.Year:0000}", asked) is { } first)
            {
                yield return (range, first, second);
            }
        }
    }

    [GeneratedRegex($@"\b(?:between|from)\s+(?<first>{CalendarDate.Pattern})\s+(?:and|to|until|till|through)\s+(?<second>{CalendarDate.Pattern})", Options)]
    private static partial Regex Between();

    [GeneratedRegex($@"\b(?:(?:between|from|on|in|of|during)\s+)?{Day}{To}{Day}(?:\s+of)?\s+(?<month>{CalendarDate.Months})\b\.?(?:,?\s+(?<year>{CalendarDate.Year}))?", Options)]
    private static partial Regex DaysOfMonth();

    [GeneratedRegex($@"\b(?:(?:between|from|on|in|of|during)\s+)?(?<month>{CalendarDate.Months})\b\.?\s+{Day}{To}{Day}\b(?!\s+(?:{CalendarDate.Months})\b)(?:,?\s+(?<year>{CalendarDate.Year}))?", Options)]
    private static partial Regex MonthOfDays();

    [GeneratedRegex($@"\b(?<how>in|on|during|since|after|before|until|till|by|from|of)\s+(?:(?:early|late|mid)[\s-]+)?(?<date>{CalendarDate.Pattern})", Options)]
    private static partial Regex Named();
}
