using BriefingBot.Texts;

namespace BriefingBot.Answering;

/// <summary>Days of publication that a question names, the first and the last included.</summary>
internal readonly record struct Period(DateOnly Start, DateOnly End)
{
    // What happened in a day is reported on until the week after, in a month for half of the next, in a year until the month after.
    private const int ShortestAftermath = 7;
    private const int LongestAftermath = 31;

    public static Period OfDay(DateOnly day) => new(day, day);

    /// <summary>The week of a day, from Monday on.</summary>
    public static Period OfWeek(DateOnly day)
    {
        var monday = day.PlusDays(-(((int)day.DayOfWeek + 6) % 7));
        return new(monday, monday.PlusDays(6));
    }

    public static Period OfMonth(int year, int month) => new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));

    public static Period OfYear(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>The days that are meant by <c>since</c>, <c>after</c>, <c>before</c>, <c>until</c>, <c>till</c>, <c>up to</c> or <c>by</c> these; by any other word they are themselves.</summary>
    public Period By(string how) => how.ToLowerInvariant() switch
    {
        "since" => this with { End = DateOnly.MaxValue },
        "after" => new(End.PlusDays(1), DateOnly.MaxValue),
        "before" => new(DateOnly.MinValue, Start.PlusDays(-1)),
        "" => this,
        _ => this with { Start = DateOnly.MinValue },
    };

    /// <summary>Without the days behind the one of asking.</summary>
    public Period UntilAsked(DateOnly asked) => End > asked && Start <= asked ? this with { End = asked } : this;

    /// <summary>With the days after it in which it is still reported on.</summary>
    public Period WithAftermath()
    {
        var days = Math.Clamp((End.DayNumber - Start.DayNumber + 1) / 2, ShortestAftermath, LongestAftermath);
        return this with { End = End.PlusDays(days) };
    }

    /// <summary><c>on 25 November 2026</c>, <c>before 9 March 2026</c>, <c>since 23 November 2026</c> where it ends with the day of asking, or <c>from 1 to 31 October 2026</c>.</summary>
    public string Words(DateOnly asked)
    {
        var (from, to) = ReaderDay.Range(Start, End);
        return Start == End ? ReaderText.Of("Period_On", to)
            : Start == DateOnly.MinValue ? ReaderText.Of("Period_Before", ReaderDay.Of(End.PlusDays(1)))
            : End == asked ? ReaderText.Of("Period_Since", ReaderDay.Of(Start))
            : ReaderText.Of("Period_FromTo", from, to);
    }
}
