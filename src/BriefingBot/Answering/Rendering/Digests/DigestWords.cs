using BriefingBot.Texts;

namespace BriefingBot.Answering;

/// <summary>The headings of a digest, the same in every channel.</summary>
public static class DigestWords
{
    /// <summary>The day or the days of a development: <c>9 March 2026</c>, <c>9–14 March 2026</c>, <c>28 February – 3 March 2026</c>.</summary>
    public static string Heading(Development development) => (development.From, development.To) switch
    {
        ({ } from, { } to) when from == to => ReaderDay.Of(to),
        ({ } from, { } to) when ReaderDay.Range(from, to) is var (first, last) => (from.Year, from.Month) == (to.Year, to.Month) ? $"{first}–{last}" : $"{first} – {last}",
        _ => ReaderText.Of("Digest_Undated"),
    };
}
