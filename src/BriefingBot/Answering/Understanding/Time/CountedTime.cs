using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Times that are counted from the day of asking: <c>in the last three days</c>, <c>two months ago</c>.</summary>
internal static partial class CountedTime
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Number = @"(?<count>[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|couple\s+of)";
    private const string Unit = "(?<unit>(?:hour|day|week|month|year)s?)";

    // The last three days of the war, or to register, are counted from another day.
    private const string Ends = @"\b(?!['’]|\s+(?:of|that|when|in\s+which|to|before|after|until)\b)";
    private const string Prepositions = "(?:in|during|over|within|for|of|from)";

    private static readonly string[] Counts = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Null when there is none.</summary>
    public static TimeMeant? ReadRolling(string question, DateOnly asked)
    {
        foreach (var words in Counted().Matches(question).Concat(Uncounted().Matches(question)).Where(words => PlainTime.Is(question, words.Groups["words"])))
        {
            var (count, unit) = (words.Groups["count"].Value, words.Groups["unit"].Value.ToLowerInvariant());
            var period = new Period(Back(asked, count.Length == 0 && unit.EndsWith('s') ? 3 : Count(count), unit), asked);

            // The last ten years are history, which is not told in the years themselves alone; the previous two weeks may be those before another day.
            var isRequired = unit != "years" && !words.Groups["which"].Value.Equals("previous", StringComparison.OrdinalIgnoreCase);
            return TimeMeant.Of(question, words, period, isRequired);
        }

        return null;
    }

    /// <summary>Null when there is none.</summary>
    public static TimeMeant? ReadAgo(string question, DateOnly asked)
    {
        foreach (var words in Ago().Matches(question).Where(words => PlainTime.Is(question, words)))
        {
            var (how, unit) = (words.Groups["how"].Value, words.Groups["unit"].Value.ToLowerInvariant().TrimEnd('s'));
            var day = Back(asked, Count(words.Groups["count"].Value), unit);
            var period = unit switch
            {
                "hour" => new(day, asked),
                "day" => Period.OfDay(day),
                "week" => Period.OfWeek(day),
                "month" => Period.OfMonth(day.Year, day.Month),
                _ => Period.OfYear(day.Year),
            };
            return TimeMeant.By(how, question, words, period, asked, isRequired: false);
        }

        return null;
    }

    private static int Count(string words) => words.ToLowerInvariant() switch
    {
        "" or "a" or "an" => 1,
        var word when word.StartsWith("couple", StringComparison.Ordinal) => 2,
        "few" => 3,
        "several" => 5,
        var word when int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var word => Array.IndexOf(Counts, word),
    };

    private static DateOnly Back(DateOnly asked, int count, string unit) => unit.TrimEnd('s') switch
    {
        "hour" => asked.PlusDays(-((count + 23) / 24)),
        "day" => asked.PlusDays(-count),
        "week" => asked.PlusDays(-7 * count),
        "month" => asked.PlusMonths(-count),
        _ => asked.PlusMonths(-12 * count),
    };

    // Does it last two years? Last is a verb where neither a preposition nor the stands before it.
    [GeneratedRegex($@"(?:\b{Prepositions}\s+|\b(?=the\s|this\s+past\s)|(?<=^\W*))(?<words>(?:the\s+|this\s+(?=past))?(?<which>last|past|previous)\s+{Number}\s+{Unit}){Ends}", Options)]
    private static partial Regex Counted();

    [GeneratedRegex($@"\b(?:{Prepositions}\s+(?<words>(?:the|this)\s+(?<which>last|past)\s+{Unit})|(?<words>(?:the|this)\s+(?<which>past)\s+{Unit})){Ends}", Options)]
    private static partial Regex Uncounted();

    // Two years ago today is one day, but mostly said of what has an anniversary.
    [GeneratedRegex($@"\b(?:(?<how>since|after|before|until|till|by|up\s+to)\s+)?{Number}\s+{Unit}\s+ago\b(?:\s+(?:today|yesterday|this\s+(?:week|month|year)))?", Options)]
    private static partial Regex Ago();
}
