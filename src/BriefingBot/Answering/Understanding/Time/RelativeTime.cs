using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Words of time that mean something by the day of asking: <c>yesterday</c>, <c>last month</c>, <c>in the last three days</c>.</summary>
internal static partial class RelativeTime
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Last year's budget is a budget's name, and the last year of the war another year.
    private const string Ends = @"\b(?!['’]|\s+(?:of|that|when|in\s+which)\b)";

    private static readonly string[] Counts = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Null when there are none.</summary>
    public static TimeMeant? Read(string question, DateOnly asked) =>
        Rolling().Match(question) is { Success: true } rolling ? ReadRolling(question, rolling, asked)
        : Calendar().Match(question) is { Success: true } calendar ? Required(question, calendar, OfCalendar(calendar, asked), asked)
        : Day().Match(question) is { Success: true } day ? Required(question, day, OfDay(day.Value, asked), asked)
        : Weekday().Match(question) is { Success: true } weekday ? ReadWeekday(question, weekday, asked)
        : Today().Match(question) is { Success: true } today ? ReadToday(question, today, asked)
        : Ago().Match(question) is { Success: true } ago ? Preferred(question, ago, OfAgo(ago, asked))
        : null;

    private static TimeMeant Required(string question, Match words, Period period, DateOnly asked) =>
        new(question.Without(words), question.Without(words), period.UntilAsked(asked), IsRequired: true, Recency.Any);

    private static TimeMeant Preferred(string question, Match words, Period period) => new(question, question.Without(words), period, IsRequired: false, Recency.Any);

    private static TimeMeant ReadRolling(string question, Match words, DateOnly asked)
    {
        var count = Count(words.Groups["count"].Value);
        var period = new Period(Back(asked, count, words.Groups["unit"].Value), asked);

        // The last ten years are history, which is not told in the years themselves alone.
        return count > 1 && words.Groups["unit"].Value.StartsWith("year", StringComparison.OrdinalIgnoreCase) ? Preferred(question, words, period) : Required(question, words, period, asked);
    }

    private static Period OfCalendar(Match words, DateOnly asked)
    {
        var unit = words.Groups["unit"].Value.ToLowerInvariant();
        var day = words.Groups["which"].Value.Equals("this", StringComparison.OrdinalIgnoreCase) ? asked : Back(asked, 1, unit);
        return unit switch
        {
            "week" => Period.OfWeek(day),
            "month" => Period.OfMonth(day.Year, day.Month),
            _ => Period.OfYear(day.Year),
        };
    }

    private static Period OfDay(string words, DateOnly asked) => Period.OfDay(asked.AddDays(
        words.Contains("before", StringComparison.OrdinalIgnoreCase) ? -2
        : words.Contains("yesterday", StringComparison.OrdinalIgnoreCase) || words.EndsWith("last night", StringComparison.OrdinalIgnoreCase) ? -1
        : 0));

    /// <summary>On Monday may be in the article's own week, so it only prefers; since Monday is meant by today.</summary>
    private static TimeMeant ReadWeekday(string question, Match words, DateOnly asked)
    {
        var back = ((int)asked.DayOfWeek - (int)Enum.Parse<DayOfWeek>(words.Groups["day"].Value, ignoreCase: true) + 7) % 7;
        return words.Groups["how"].Value.ToLowerInvariant() switch
        {
            "since" => Required(question, words, new(asked.AddDays(-back), asked), asked),
            "last" => Required(question, words, Period.OfDay(asked.AddDays(back == 0 ? -7 : -back)), asked),
            _ => Preferred(question, words, Period.OfDay(asked.AddDays(-back))),
        };
    }

    /// <summary>What happened today was published today; how things are today may be told by any article.</summary>
    private static TimeMeant ReadToday(string question, Match words, DateOnly asked) => Happening().IsMatch(question)
        ? Required(question, words, Period.OfDay(asked), asked)
        : new(question, question, Period: null, IsRequired: false, Recency.Preferred);

    private static Period OfAgo(Match words, DateOnly asked)
    {
        var unit = words.Groups["unit"].Value.ToLowerInvariant().TrimEnd('s');
        var day = Back(asked, Count(words.Groups["count"].Value), unit);
        return unit switch
        {
            "day" => Period.OfDay(day),
            "week" => Period.OfWeek(day),
            "month" => Period.OfMonth(day.Year, day.Month),
            _ => Period.OfYear(day.Year),
        };
    }

    private static int Count(string words) => words.ToLowerInvariant() switch
    {
        "" or "a" or "an" => 1,
        "couple of" => 2,
        "few" => 3,
        "several" => 5,
        var word when int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var word => Array.IndexOf(Counts, word),
    };

    private static DateOnly Back(DateOnly asked, int count, string unit) => unit.ToLowerInvariant().TrimEnd('s') switch
    {
        "day" => asked.AddDays(-count),
        "week" => asked.AddDays(-7 * count),
        "month" => asked.AddMonths(-count),
        _ => asked.AddYears(-Math.Min(count, asked.Year - 1)),
    };

    [GeneratedRegex(
        @"\b(?:(?:in|during|over|within|for|of|from)\s+)?(?:the\s+(?:last|past|previous)|(?:this\s+)?past)\s+(?:(?<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|couple\s+of)\s+)?(?<unit>days?|weeks?|months?|years?)" + Ends,
        Options)]
    private static partial Regex Rolling();

    // What dues bring in last year is not in it.
    [GeneratedRegex(@"\b(?:(?:during|from|of)\s+)?(?<which>this|last|previous)\s+(?<unit>week|month|year)" + Ends, Options)]
    private static partial Regex Calendar();

    [GeneratedRegex(@"\b(?:(?:on|from)\s+)?(?:the\s+day\s+before\s+yesterday|yesterday(?:\s+(?:morning|afternoon|evening))?|last\s+night|earlier\s+today|this\s+(?:morning|afternoon|evening)|tonight)" + Ends, Options)]
    private static partial Regex Day();

    [GeneratedRegex(@"\b(?<how>since|last|on)\s+(?<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)" + Ends, Options)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\btoday" + Ends, Options)]
    private static partial Regex Today();

    [GeneratedRegex(@"\b(?:did|was|were|happen(?:ed|ing)?|said|reported|published|announced|new|news|articles?|stories)\b", Options)]
    private static partial Regex Happening();

    [GeneratedRegex(@"\b(?<count>an?|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|couple\s+of)\s+(?<unit>days?|weeks?|months?|years?)\s+ago\b", Options)]
    private static partial Regex Ago();
}
