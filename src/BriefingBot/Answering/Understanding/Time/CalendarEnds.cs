namespace BriefingBot.Answering;

/// <summary>Reckons with days as far as the calendar goes: beyond its first and its last day there is none.</summary>
internal static class CalendarEnds
{
    private const int LastMonth = (9999 * 12) + 11;

    public static DateOnly PlusDays(this DateOnly day, int days) => DateOnly.FromDayNumber((int)Math.Clamp((long)day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));

    /// <summary>The same day of another month, or its last day.</summary>
    public static DateOnly PlusMonths(this DateOnly day, int months)
    {
        var counted = (int)Math.Clamp(((long)day.Year * 12) + day.Month - 1 + months, 12, LastMonth);
        var (year, month) = (counted / 12, (counted % 12) + 1);
        return new(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)));
    }
}
