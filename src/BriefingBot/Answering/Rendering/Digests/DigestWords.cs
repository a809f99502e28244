using System.Globalization;

namespace BriefingBot.Answering;

/// <summary>The headings of a digest, the same in every channel.</summary>
public static class DigestWords
{
    /// <summary>The day or the days of a development: <c>9 March 2026</c>, <c>9–14 March 2026</c>, <c>28 February – 3 March 2026</c>.</summary>
    public static string Heading(Development development) => (development.From, development.To) switch
    {
        ({ } from, { } to) when from == to => Format(to, "d MMMM yyyy"),
        ({ } from, { } to) when (from.Year, from.Month) == (to.Year, to.Month) => $"{Format(from, "%d")}–{Format(to, "d MMMM yyyy")}",
        ({ } from, { } to) when from.Year == to.Year => $"{Format(from, "d MMMM")} – {Format(to, "d MMMM yyyy")}",
        ({ } from, { } to) => $"{Format(from, "d MMMM yyyy")} – {Format(to, "d MMMM yyyy")}",
        _ => "Without a date",
    };

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
