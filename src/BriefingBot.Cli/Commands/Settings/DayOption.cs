using BriefingBot.Articles;

namespace BriefingBot.Cli.Commands;

/// <summary>An option that takes a day.</summary>
internal static class DayOption
{
    // A moment would be taken as the whole of its day, and of the day that it is elsewhere.
    /// <summary>Its day; null where it is not given. Throws <see cref="WrongUseException"/> for anything else.</summary>
    public static DateOnly? Read(string option, string? value) => value is null ? null
        : PublicationDate.TryParse(value, out var date) && !date.HasTime ? date.Day
        : throw new WrongUseException(StoreSettings.IsMissing(value) ? $"{option} needs a day, such as 2026-03-01." : $"{option} {value} is no day that can be read; write it as 2026-03-01.");
}
