using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>A date in a text, as far as it is told.</summary>
internal readonly partial record struct DateMention(int? Year, int? Month, int? Day)
{
    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Select(month => month[..3].ToLowerInvariant())];

    /// <summary>The dates of a text, in order.</summary>
    public static ImmutableArray<DateMention> In(string text) =>
    [
        .. Dates().Matches(text).Select(match => new DateMention(Number(match, "year"), match.Groups["month"].Success ? Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1 : null, Number(match, "day"))),
    ];

    /// <summary>Whether both may be the same day: no part that both tell differs, and there is such a part.</summary>
    public bool MayBe(DateMention other)
    {
        var pairs = new[] { (Year, other.Year), (Month, other.Month), (Day, other.Day) }.Where(pair => pair is { Item1: not null, Item2: not null }).ToArray();
        return pairs.Length > 0 && pairs.All(pair => pair.Item1 == pair.Item2);
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        """
        \b(?:(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?\s+(?:of\s+)?)?
        (?<month>January|February|March|April|May|June|July|August|September|October|November|December)\b
        (?:\s+(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?\b(?!\s*(?:million|percent|people)))?(?:,?\s+(?<year>[12][0-9]{3})\b)?
        |\b(?<year>1[0-9]{3}|20[0-9]{2})\b(?!\s*[\p{Ll}%])
        |\b(?:in|since|by|of|until|from)\s+(?<year>1[0-9]{3}|20[0-9]{2})\b
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
