using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BriefingBot.State;

/// <summary>A time zone as a watch keeps it: a name of the IANA database, or <c>UTC</c> with an offset.</summary>
public static class WatchZone
{
    /// <summary>The zone where nothing is known of the clock of whoever asks.</summary>
    public const string Utc = "UTC";

    /// <summary>By its name, else by its offset from UTC.</summary>
    /// <param name="name">Of the IANA database; null, or unknown to this computer: not told.</param>
    /// <param name="offset">Null: not told.</param>
    public static string Of(string? name, TimeSpan? offset) =>
        IsKnown(name, out var zone) ? zone.Id
        : offset is { } known && known != TimeSpan.Zero && known.Duration() <= TimeSpan.FromHours(14) ? string.Create(CultureInfo.InvariantCulture, $"{Utc}{(known < TimeSpan.Zero ? '-' : '+')}{known:hh\\:mm}")
        : Utc;

    /// <summary>Whether the zone is that of whoever asks; else it is UTC for want of one.</summary>
    /// <param name="name">As for <see cref="Of"/>.</param>
    /// <param name="offset">Likewise.</param>
    public static bool IsTold(string? name, TimeSpan? offset) => offset is not null || IsKnown(name, out _);

    /// <summary>What <see cref="Of"/> gave. UTC where this computer has lost the zone.</summary>
    public static TimeZoneInfo Find(string zone) =>
        zone.Length == Utc.Length + 6 && zone.StartsWith(Utc, StringComparison.Ordinal) && TimeSpan.TryParseExact(zone[(Utc.Length + 1)..], "hh\\:mm", CultureInfo.InvariantCulture, out var offset)
            ? TimeZoneInfo.CreateCustomTimeZone(zone, zone[Utc.Length] == '-' ? -offset : offset, zone, zone)
            : TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;

    private static bool IsKnown(string? name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return name is { Length: > 0 and < 100 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }

    /// <summary>The day there.</summary>
    public static DateOnly DayAt(this TimeZoneInfo zone, DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>When the clock there next shows a time. A time that clocks leave out when they are put forward is so much later that day; of one that they show twice it is the first.</summary>
    public static DateTimeOffset Next(this TimeZoneInfo zone, TimeOnly time, DateTimeOffset after)
    {
        for (var day = zone.DayAt(after); ; day = day.AddDays(1))
        {
            var local = day.ToDateTime(time);
            while (zone.IsInvalidTime(local))
            {
                local = local.AddMinutes(15);
            }

            var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
            if (new DateTimeOffset(local, offset) is var instant && instant > after)
            {
                return instant.ToUniversalTime();
            }
        }
    }
}
