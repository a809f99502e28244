using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>A number in a text and what it counts.</summary>
/// <param name="Value">12.5 million is 12,500,000; percent and currencies do not change it.</param>
/// <param name="Unit">The stem of the word behind it, such as <c>peopl</c>, or of a sign before or behind it: <c>%</c>, <c>$</c>. Empty where there is none.</param>
internal readonly partial record struct Quantity(double Value, string Unit)
{
    private static readonly string[] Words =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen", "twenty",
    ];

    private static readonly string[] Tens = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Dictionary<string, double> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hundred"] = 1e2,
        ["thousand"] = 1e3,
        ["million"] = 1e6,
        ["billion"] = 1e9,
        ["trillion"] = 1e12,
    };

    /// <summary>The quantities of a text, in order. Ordinals, and parts of names such as A4, are none; a year is one of no unit.</summary>
    public static ImmutableArray<Quantity> In(string text) => [.. Numbers().Matches(text).Select(Read).OfType<Quantity>()];

    private static Quantity? Read(Match match)
    {
        var number = match.Groups["number"].Value;
        if (ValueOf(number) is not { } value)
        {
            return null;
        }

        foreach (Capture scale in match.Groups["scale"].Captures)
        {
            value *= Scales[scale.Value];
        }

        var unit = match.Groups["sign"].Value is { Length: > 0 } sign ? sign
            : match.Groups["percent"].Success ? "%"
            : EnglishTerms.Of(match.Groups["unit"].Value).FirstOrDefault() ?? "";
        return new(value, unit);
    }

    private static double? ValueOf(string number)
    {
        if (char.IsAsciiDigit(number[0]))
        {
            return double.TryParse(number.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
        }

        var parts = number.ToLowerInvariant().Split('-');
        var units = Array.IndexOf(Words, parts[^1]);
        var tens = Array.IndexOf(Tens, parts[0]) is var index && index >= 0 ? (index + 3) * 10 : parts[0] == "twenty" && parts.Length > 1 ? 20 : 0;
        return parts.Length > 1 ? tens + units : units >= 0 ? units : tens;
    }

    // "one" alone counts too seldom to be taken for a number.
    [GeneratedRegex(
        """
        (?<sign>[$€£¥])?\s?(?<![\w.,-])
        (?<number>[0-9][0-9,]*(?:\.[0-9]+)?|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?
            |two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))
        (?![\w]|-\w|:[0-9])
        (?:[\s-](?<scale>hundred|thousand|million|billion|trillion)s?\b)*
        (?:(?<percent>\s?%|\s?per\s?cent\b)|\s+(?:of\s+the\s+|more\s+|other\s+)?(?<unit>\p{L}+))?
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
