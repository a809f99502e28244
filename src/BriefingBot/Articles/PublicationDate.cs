using System.Globalization;

namespace BriefingBot.Articles;

/// <summary>
/// When an article was published: a day, or a moment where the article names one. It is never guessed.
/// </summary>
public readonly record struct PublicationDate(DateTimeOffset Moment, bool HasTime)
{
    private static readonly string[] DayFormats =
        ["yyyy-MM-dd", "yyyy-M-d", "yyyyMMdd", "yyyy/MM/dd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy"];

    private static readonly string[] MomentFormats =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:sszz", "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss zzz",
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss zzz",
    ];

    /// <summary>The day of publication, in the offset that the article gave.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Moment.DateTime);

    /// <summary>
    /// Reads ISO 8601 days and moments, RFC 1123 dates and English long dates. A form that could be read as two days
    /// (03/04/2026) is refused. A moment without an offset is taken as UTC.
    /// </summary>
    public static bool TryParse(string? text, out PublicationDate date)
    {
        text = text?.Trim();
        if (DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            date = new(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), HasTime: false);
            return true;
        }

        if (DateTimeOffset.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            // A fraction of a second is not written back, so it is not kept.
            date = new(moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond)), HasTime: true);
            return true;
        }

        date = default;
        return false;
    }

    /// <summary>ISO 8601: <c>2026-03-01</c>, or <c>2026-03-01T09:30:00+00:00</c> where a time is known.</summary>
    public override string ToString() =>
        Moment.ToString(HasTime ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
