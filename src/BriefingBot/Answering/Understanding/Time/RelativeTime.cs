using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Words of time that mean something by the day of asking: <c>yesterday</c>, <c>since last month</c>, <c>in the last three days</c>.</summary>
internal static partial class RelativeTime
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string How = @"(?<how>since|after|before|until|till|by|up\s+to)\s+";

    // Last year's budget is a budget's name, and the last year of the war another year. Two years ago today is not today.
    private const string Ends = @"\b(?!['’]|\s+(?:of|that|when|in\s+which)\b)";
    private const string NotAgo = @"(?<!\bago\s+)";

    /// <summary>Null when there are none.</summary>
    public static TimeMeant? Read(string question, DateOnly asked) =>
        CountedTime.ReadRolling(question, asked)
        ?? First(Calendar(), question, words => Of(question, words, OfCalendar(words, asked), asked))
        ?? First(Day(), question, words => Of(question, words, OfDay(words.Value, asked), asked))
        ?? SeasonTime.ReadWeekend(question, asked)
        ?? First(Weekday(), question, words => ReadWeekday(question, words, asked))
        ?? First(Today(), question, words => ReadToday(question, words, asked))
        ?? SeasonTime.ReadSeason(question, asked)
        ?? CountedTime.ReadAgo(question, asked);

    /// <summary>What the first of the words mean that say when.</summary>
    private static TimeMeant? First(Regex named, string question, Func<Match, TimeMeant?> read) =>
        named.Matches(question).Where(words => PlainTime.Is(question, words.Groups["words"])).Select(read).FirstOrDefault(meant => meant is not null);

    private static TimeMeant? Of(string question, Match words, Period period, DateOnly asked) =>
        TimeMeant.By(words.Groups["how"].Value, question, words, period, asked, isRequired: true);

    private static Period OfCalendar(Match words, DateOnly asked)
    {
        var (unit, isThis) = (words.Groups["unit"].Value.ToLowerInvariant(), words.Groups["which"].Value.Equals("this", StringComparison.OrdinalIgnoreCase));
        var (month, year) = (isThis ? asked : asked.PlusMonths(-1), isThis ? asked : asked.PlusMonths(-12));
        return unit switch
        {
            "week" => Period.OfWeek(isThis ? asked : asked.PlusDays(-7)),
            "month" => Period.OfMonth(month.Year, month.Month),
            _ => Period.OfYear(year.Year),
        };
    }

    private static Period OfDay(string words, DateOnly asked) => Period.OfDay(asked.PlusDays(
        words.Contains("day before", StringComparison.OrdinalIgnoreCase) ? -2
        : words.Contains("yesterday", StringComparison.OrdinalIgnoreCase) || words.EndsWith("last night", StringComparison.OrdinalIgnoreCase) ? -1
        : 0));

    /// <summary>On Monday may be in the article's own week, so it only prefers; since Monday is meant by today.</summary>
    private static TimeMeant? ReadWeekday(string question, Match words, DateOnly asked)
    {
        var (how, day) = (words.Groups["how"].Value, words.Groups["day"]);
        if (PlainTime.GoesOnAsName(question, day.Index + day.Length))
        {
            return null;
        }

        var back = ((int)asked.DayOfWeek - (int)Enum.Parse<DayOfWeek>(day.Value, ignoreCase: true) + 7) % 7;
        var isLast = words.Groups["words"].Length > 0;
        var named = Period.OfDay(asked.PlusDays(isLast && back == 0 ? -7 : -back));
        return TimeMeant.By(how, question, words, named, asked, isRequired: isLast || how.Length > 0);
    }

    /// <summary>What happened today was published today; how things are today may be told by any article.</summary>
    private static TimeMeant? ReadToday(string question, Match words, DateOnly asked) =>
        words.Groups["how"].Length > 0 || Happening().IsMatch(question) ? Of(question, words, Period.OfDay(asked), asked)
        : new(question, question, Period: null, IsRequired: false, Recency.Preferred);

    // What dues bring in last year is not in it.
    [GeneratedRegex($@"{NotAgo}\b(?:{How}|(?:during|from|of)\s+)?(?:(?:earlier|later|early|late)\s+)?(?<words>(?<which>this|last)\s+(?<unit>week|month|year)){Ends}", Options)]
    private static partial Regex Calendar();

    [GeneratedRegex(
        $@"{NotAgo}\b(?:{How}|(?:on|from)\s+)?(?<words>(?:the\s+)?day\s+before\s+yesterday|yesterday(?:\s+(?:morning|afternoon|evening))?|last\s+night|earlier\s+today|this\s+(?:morning|afternoon|evening)|tonight){Ends}",
        Options)]
    private static partial Regex Day();

    [GeneratedRegex(
        $@"\b(?:{How}(?:(?<words>last)\s+)?|(?:on\s+)?(?<words>last)\s+|(?<words>)on\s+)(?<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday){Ends}",
        Options)]
    private static partial Regex Weekday();

    [GeneratedRegex($@"{NotAgo}\b(?:{How})?(?<words>today){Ends}", Options)]
    private static partial Regex Today();

    [GeneratedRegex(@"\b(?:did|was|were|happen(?:ed|ing)?|said|reported|published|announced|new|news|articles?|stories)\b", Options)]
    private static partial Regex Happening();
}
