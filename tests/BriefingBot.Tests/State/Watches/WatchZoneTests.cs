using System.Globalization;
using BriefingBot.State;

namespace BriefingBot.Tests.State;

public sealed class WatchZoneTests
{
    [Theory]
    [InlineData("Europe/Berlin", "08:00", "2026-06-01T05:59:00Z", "2026-06-01T06:00:00Z")]
    [InlineData("Europe/Berlin", "08:00", "2026-06-01T06:00:00Z", "2026-06-02T06:00:00Z")]
    [InlineData("America/New_York", "08:00", "2026-01-01T00:00:00Z", "2026-01-01T13:00:00Z")]
    [InlineData("Asia/Kathmandu", "00:00", "2026-01-01T00:00:00Z", "2026-01-01T18:15:00Z")]
    [InlineData("UTC", "08:00", "2026-01-01T09:00:00Z", "2026-01-02T08:00:00Z")]
    [InlineData("UTC+05:30", "08:00", "2026-01-01T00:00:00Z", "2026-01-01T02:30:00Z")]
    [InlineData("UTC-03:00", "08:00", "2026-01-01T00:00:00Z", "2026-01-01T11:00:00Z")]

    // The clocks go forward at two: half past two is three. They go back at three: half past two is the first.
    [InlineData("Europe/Berlin", "02:30", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    public void Time_of_day_comes_when_the_clock_there_shows_it(string zone, string time, string after, string next) =>
        Assert.Equal(Instant(next), WatchZone.Find(zone).Next(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), Instant(after)));

    [Theory]
    [InlineData("Europe/Berlin", "01:00", "Europe/Berlin")]
    [InlineData("Atlantis/Capital", "05:30", "UTC+05:30")]
    [InlineData("../etc/passwd", "-03:00", "UTC-03:00")]
    [InlineData(null, "00:00", "UTC")]
    [InlineData("", null, "UTC")]
    public void Zone_is_the_one_named_else_the_offset_else_utc(string? name, string? offset, string zone)
    {
        Assert.Equal(zone, WatchZone.Of(name, offset is null ? null : TimeSpan.Parse(offset, CultureInfo.InvariantCulture)));
        Assert.Equal(zone, WatchZone.Find(zone).Id);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
