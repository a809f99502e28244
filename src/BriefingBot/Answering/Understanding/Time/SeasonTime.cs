using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Weekends and the seasons of the northern half of the world, by the day of asking.</summary>
internal static partial class SeasonTime
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // For how many months from its start a season is this year's; later the next one is meant.
    private const int LongestThis = 6;

    private const string How = @"\b(?:(?<how>since|after|before|until|till|by|up\s+to)\s+|(?:in|on|at|over|during|from|of)\s+)?";
    private const string Ends = @"\b(?!['’]|\s+(?:of|that|when|in\s+which)\b)";

    /// <summary>Null when there is none.</summary>
    public static TimeMeant? ReadWeekend(string question, DateOnly asked)
    {
        foreach (var words in Weekend().Matches(question).Where(words => PlainTime.Is(question, words.Groups["words"])))
        {
            // Sunday is a weekend's last day; from Monday on it is over.
            var sunday = asked.PlusDays(-(int)asked.DayOfWeek);
            var isLast = words.Groups["which"].Value.EndsWith("st", StringComparison.OrdinalIgnoreCase);
            var isNow = asked.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            var last = asked.DayOfWeek == DayOfWeek.Sunday ? sunday.PlusDays(-7) : sunday;
            var end = isLast || !isNow ? last : asked.DayOfWeek == DayOfWeek.Sunday ? asked : asked.PlusDays(1);

            // On a Thursday this weekend may be the next, of which can only be foretold.
            return TimeMeant.By(words.Groups["how"].Value, question, words, new(end.PlusDays(-1), end), asked, isRequired: isLast || (isNow && words.Groups["which"].Length > 0));
        }

        return null;
    }

    /// <summary>Null when there is none, or it has not begun.</summary>
    public static TimeMeant? ReadSeason(string question, DateOnly asked)
    {
        foreach (var words in Season().Matches(question).Where(words => PlainTime.Is(question, words.Groups["words"])))
        {
            var first = words.Groups["season"].Value.ToLowerInvariant() switch { "spring" => 3, "summer" => 6, "winter" => 12, _ => 9 };
            var isThis = words.Groups["which"].Value.Equals("this", StringComparison.OrdinalIgnoreCase);
            var back = (asked.Month - first + 12) % 12;
            if (!isThis || back <= LongestThis)
            {
                return TimeMeant.By(words.Groups["how"].Value, question, words, OfSeason(asked, isThis || back > 2 ? back : back + 12), asked, isRequired: false);
            }
        }

        return null;
    }

    private static Period OfSeason(DateOnly asked, int monthsBack)
    {
        var (start, end) = (asked.PlusMonths(-monthsBack), asked.PlusMonths(2 - monthsBack));
        return new(Period.OfMonth(start.Year, start.Month).Start, Period.OfMonth(end.Year, end.Month).End);
    }

    [GeneratedRegex($@"(?:{How}(?<words>(?:(?<which>this|last)|(?:this\s+)?(?<which>past))\s+weekend)|\b(?:(?<how>since|after|before|until|till|by)|at|on|over|during)\s+(?<words>the\s+(?:(?<which>past)\s+)?weekend)){Ends}", Options)]
    private static partial Regex Weekend();

    // This fall in prices is none of the year's.
    [GeneratedRegex($@"{How}(?<words>(?<which>this|last|past)\s+(?<season>spring|summer|autumn|winter|fall(?!\s+in\b))){Ends}", Options)]
    private static partial Regex Season();
}
