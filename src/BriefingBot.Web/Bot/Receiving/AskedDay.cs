using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>The day on which somebody asks, where they are.</summary>
internal static class AskedDay
{
    /// <summary>Null, which means UTC's day, where the channel does not tell the local time or its clock is wrong.</summary>
    public static DateOnly? Of(IMessageActivity activity, TimeProvider time) =>
        activity.LocalTimestamp is { } local
        && DateOnly.FromDateTime(local.DateTime) is var day
        && Math.Abs(day.DayNumber - DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber) <= 1 ? day : null;
}
