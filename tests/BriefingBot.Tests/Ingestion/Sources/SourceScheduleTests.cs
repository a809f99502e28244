using System.Globalization;
using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class SourceScheduleTests
{
    [Theory]
    [InlineData(null, null, "2026-03-01T10:00:00Z", "2026-03-01T11:00:00Z", "every 01:00:00")]
    [InlineData("00:01:00", null, "2026-03-01T23:59:30Z", "2026-03-02T00:00:30Z", "every 00:01:00")]
    [InlineData(null, "06:30", "2026-03-01T05:00:00Z", "2026-03-01T06:30:00Z", "daily at 06:30 UTC")]
    [InlineData(null, "06:30", "2026-03-01T06:30:00Z", "2026-03-02T06:30:00Z", "daily at 06:30 UTC")]
    [InlineData(null, "06:30", "2026-03-01T09:00:00+02:00", "2026-03-02T06:30:00Z", "daily at 06:30 UTC")]
    [InlineData(null, "00:00", "2026-12-31T23:00:00Z", "2027-01-01T00:00:00Z", "daily at 00:00 UTC")]
    public void The_next_load_is_due_so_long_after_the_last_or_at_the_next_such_time(string? every, string? at, string last, string next, string text)
    {
        Assert.True(SourceSchedule.TryRead(every, at, out var schedule, out _));

        Assert.Equal(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture), schedule.NextAfter(DateTimeOffset.Parse(last, CultureInfo.InvariantCulture)));
        Assert.Equal(text, schedule.Text);
    }

    [Theory]
    [InlineData("00:00:59", null, "Every", "from 00:01:00")]
    [InlineData("30", null, "Every", "01:00:00")]
    [InlineData("often", null, "Every", "\"often\"")]
    [InlineData(null, "6:30", "At", "06:30")]
    [InlineData(null, "24:00", "At", "06:30")]
    [InlineData("01:00:00", "06:30", "At", "Leave one of them out")]
    public void What_is_no_schedule_is_told_with_its_key_and_the_remedy(string? every, string? at, string key, string what)
    {
        Assert.False(SourceSchedule.TryRead(every, at, out _, out var problem));
        Assert.Equal(key, problem.Key);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
    }
}
