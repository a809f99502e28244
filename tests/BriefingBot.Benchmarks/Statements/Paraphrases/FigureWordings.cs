using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>The same numbers, shares and sums of money, written otherwise.</summary>
internal static partial class FigureWordings
{
    private static readonly Dictionary<string, string> Currencies = new() { ["US$"] = "US dollars", ["A$"] = "Australian dollars", ["AU$"] = "Australian dollars", ["C$"] = "Canadian dollars", ["CDN$"] = "Canadian dollars", ["NZ$"] = "New Zealand dollars", ["$"] = "dollars", ["£"] = "pounds", ["€"] = "euros", ["¥"] = "yen" };

    public static IEnumerable<Rule> All { get; } =
    [
        Rule.At("thousands", Thousands(), OtherThousands),
        Rule.At("millions", Millions(), (match, _) => Numerals.Grouped(Numerals.Read(match.Groups["n"].Value) * Numerals.Scale(match.Groups["m"].Value))),
        Rule.At("figures in words", Figures(), (match, _) => int.Parse(match.Value) is >= 2 and <= 99 and var number ? Numerals.InWords(number) : null),
        Rule.At("words in figures", InWords(), (match, _) => Numerals.InFigures(match.Value)),
        Rule.At("percentage", Percent(), (match, random) => random.Other(["%", " percent", " per cent"], match.Groups["sign"].Value) is { } sign ? match.Groups["n"].Value + sign : null),
        Rule.At("share", Share(), (match, _) => match.Groups["n"].Value switch { "50" => "half of", "25" => "a quarter of", "75" => "three quarters of", "20" => "a fifth of", "10" => "a tenth of", _ => null }),
        Rule.At("money", Money(), OtherMoney),
        Rule.At("money in signs", MoneyInWords(), (match, _) => (match.Groups["c"].Value switch { "euros" => "€", "yen" => "¥", "US dollars" => "US$", _ => "$" }) + match.Groups["n"].Value + match.Groups["m"].Value),
        Rule.At("range", Range(), (match, random) => random.Pick($"{match.Groups["a"].Value} to {match.Groups["b"].Value}", $"{match.Groups["a"].Value}–{match.Groups["b"].Value}", $"from {match.Groups["a"].Value} to {match.Groups["b"].Value}")),
        Rule.At("ordinal", Ordinal(), (match, _) => Array.IndexOf(Numerals.Ordinals, match.Value) + 1 is > 0 and var place ? $"{place}{Numerals.Suffix(place)}" : Numerals.Ordinals.ElementAtOrDefault(int.Parse(match.Groups["n"].Value) - 1)),
    ];

    private static string? OtherThousands(Match match, Random random)
    {
        var number = Numerals.Read(match.Value);
        List<string> ways = [Numerals.Plain(number), match.Value.Replace(',', ' '), match.Value.Replace(',', '\u00A0')];
        if (number % 100 == 0 && number < 1_000_000)
        {
            ways.Add($"{Numerals.Plain(number / 1000)} thousand");
            ways.Add(number % 1000 == 0 && number < 100_000 ? $"{Numerals.InWords((int)number / 1000)} thousand" : number < 10_000 ? $"{Numerals.InWords((int)number / 100)} hundred" : ways[^1]);
        }

        if (number >= 1_000_000 && number % 10_000 == 0)
        {
            ways.Add($"{Numerals.Plain(number / 1_000_000)} million");
        }

        return random.Pick(ways);
    }

    private static string? OtherMoney(Match match, Random random)
    {
        var (sign, figures, scale) = (match.Groups["c"].Value, match.Groups["n"].Value, match.Groups["m"].Value);
        var number = Numerals.Read(figures);
        List<string> ways = [];
        if (scale.Length > 0)
        {
            ways.Add(sign + Numerals.Grouped(number * Numerals.Scale(scale)));
            ways.Add(sign + figures + scale switch { "million" => "m", "billion" => "bn", _ => " " + scale });
        }
        else if (number >= 1000 && number % 1000 == 0)
        {
            ways.Add(number < 1_000_000 ? $"{sign}{Numerals.Plain(number / 1000)} thousand" : $"{sign}{Numerals.Plain(number / 1_000_000)} million");
        }

        if (match.Groups["end"].Success)
        {
            ways.Add($"{figures}{(scale.Length > 0 ? " " : "")}{scale} {Currencies[sign]}");
        }

        return ways.Count == 0 ? null : random.Pick(ways);
    }

    [GeneratedRegex(@"(?<![\w.$€£¥,–-]|\$ )[1-9]\d{0,2}(?:,\d{3})+(?![\d,]*\d|\.\d|[-–%\w]| (?:million|billion|hundred|thousand))")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<![\w.$€£¥,–-]|\d (?:and|to|or) )(?<n>\d{1,3}(?:\.\d{1,3})?) (?<m>million|billion)(?![\w-]| (?:dollars|euros|pounds|yen|US))")]
    private static partial Regex Millions();

    [GeneratedRegex(@"(?<=\b[a-z]+ )(?<!\b(?:article|section|number|aged?|chapter|channel|category|level|page|phase|type|route|flight|of|to|and|or|by|from|than|under|at|on|for|since|until|version|between|over|was|is|film|movie|song|album|called) )[1-9]\d?(?= (?!(?:to|and|or|minutes?|seconds?|million|billion|thousand|hundred|percent|per|degrees|am|pm|local|hours? GMT|points?)\b)[a-z]{3,}[ ,.])")]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?<=[a-z] )(?<!\b(?:first|last|next|other|of the|these|or|and|to) )(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)(?= (?!(?:and|or|to|of|hundred)\b)[a-z]{3,}[ ,.])")]
    private static partial Regex InWords();

    [GeneratedRegex(@"(?<![\w.-])(?<n>\d+(?:\.\d+)?)(?<sign>%| percent| per cent)(?=[ ,.)](?!\d))")]
    private static partial Regex Percent();

    [GeneratedRegex(@"(?<![\w.-])(?<n>50|25|75|20|10)(?:%| percent| per cent) of(?= (?:the|all|its|their|those|these|people)\b)")]
    private static partial Regex Share();

    [GeneratedRegex(@"(?<![\w$.-])(?<c>US\$|AU\$|A\$|C\$|CDN\$|NZ\$|\$|£|€|¥)(?<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d{1,3})?)(?: (?<m>million|billion|trillion))?(?! (?:and|to|or) \d)(?=(?<end>[,.)](?!\d)| (?:in|for|to|from|of|on|by|and|or|at|was|were|is|has|have|had|per|over|with|after|as|while|worth|a|each)\b)|\s)")]
    private static partial Regex Money();

    [GeneratedRegex(@"(?<![\w$.–-])(?<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?<m> million| billion)? (?<c>US dollars|dollars|euros|yen)\b")]
    private static partial Regex MoneyInWords();

    [GeneratedRegex(@"(?<![\w-])between (?<a>[1-9][\d,]*) and (?<b>[1-9][\d,]*)(?= (?!am|pm|[a-z]+s? (?:old|ago))[a-z]{4,})")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<=\b(?:the|his|her|its|their|a) )(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?<n>\d\d?)(?:st|nd|rd|th))(?= (?!of\b|century|party|parties|quarters?)[a-z]{3,})")]
    private static partial Regex Ordinal();
}
