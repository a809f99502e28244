using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BriefingBot.Ingestion;

/// <summary>When a watched source is loaded: every so often, or at a time of the day (UTC). What was missed is made up once.</summary>
public sealed record SourceSchedule
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    // Beyond it, a number without colons, which means days, is most likely a mistake.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly TimeSpan _every = TimeSpan.FromHours(1);
    private readonly TimeOnly? _at;

    private SourceSchedule(TimeSpan every, TimeOnly? at) => (_every, _at) = (every, at);

    /// <summary>For people.</summary>
    public string Text => _at is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"daily at {at:HH\\:mm} UTC")
        : string.Create(CultureInfo.InvariantCulture, $"every {_every:c}");

    /// <summary>Reads how often, or when; neither is an hour.</summary>
    /// <param name="every">As <c>01:00:00</c>.</param>
    /// <param name="at">As <c>06:30</c>.</param>
    /// <param name="schedule">What they say.</param>
    /// <param name="problem">The key that is wrong, how, and the remedy.</param>
    public static bool TryRead(string? every, string? at, [NotNullWhen(true)] out SourceSchedule? schedule, out (string Key, string What) problem)
    {
        (schedule, problem) = (null, default);
        if (every is not null && at is not null)
        {
            problem = ("At", $"is \"{at}\" where Every is \"{every}\" already. Leave one of them out.");
        }
        else if (at is not null)
        {
            if (TimeOnly.TryParseExact(at, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                schedule = new(TimeSpan.FromDays(1), time);
            }
            else
            {
                problem = ("At", $"is \"{at}\", which is no time of the day. Write it as 06:30, in UTC.");
            }
        }
        else if (every is null)
        {
            schedule = new(TimeSpan.FromHours(1), at: null);
        }
        else if (TimeSpan.TryParse(every, CultureInfo.InvariantCulture, out var span) && span >= Shortest && span <= Longest)
        {
            schedule = new(span, at: null);
        }
        else
        {
            problem = ("Every", $"is \"{every}\". Write hours, minutes and seconds, as 01:00:00, from {Shortest:c} to {Longest:c}; a day is 1.00:00:00.");
        }

        return schedule is not null;
    }

    /// <summary>When it is loaded next, after it was loaded last.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset last)
    {
        if (_at is not { } at)
        {
            return last + _every;
        }

        var ofThatDay = new DateTimeOffset(last.UtcDateTime.Date, TimeSpan.Zero) + at.ToTimeSpan();
        return ofThatDay > last ? ofThatDay : ofThatDay.AddDays(1);
    }
}
