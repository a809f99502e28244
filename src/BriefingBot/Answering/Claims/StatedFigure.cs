using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>A number in a statement or a quote, whatever its format: <c>1,500</c>, <c>1.5 thousand</c>, <c>fifteen hundred</c>.</summary>
/// <param name="Words">As it is written, with its unit.</param>
/// <param name="Value">Its value; of a time of day the minutes since midnight.</param>
/// <param name="Sign"><c>%</c>, a currency's sign, <c>th</c> for an ordinal, <c>:</c> for a time of day; empty for a plain number.</param>
/// <param name="Unit">The term of what it counts; empty where nothing follows.</param>
internal sealed partial record StatedFigure(string Words, decimal Value, string Sign, string Unit)
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen", "twenty",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    // What is told of one figure ends here.
    private static readonly string[] Borders = ["and", "but", "while", "whereas", ",", ";", ":", "(", ")", ".", "!", "?", "\n"];

    private static readonly string[] Shares = ["half", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "quarter"];

    /// <summary>The value that it has as well, where it begins a range whose scale stands at the end: 15 of 15–75 million.</summary>
    public decimal? InRange { get; private init; }

    /// <summary>The words of meaning before it in its clause, up to the figure before; nearest first.</summary>
    public ImmutableArray<string> Left { get; private init; } = [];

    /// <summary>Those behind it, with what it counts, up to the next figure.</summary>
    public ImmutableArray<string> Right { get; private init; } = [];

    /// <summary>The figures of a text without its dates, in order.</summary>
    public static ImmutableArray<StatedFigure> In(string text)
    {
        var whole = text;
        var figures = new List<(int Start, int End, StatedFigure Figure)>();
        text = Fractions().Replace(text, match =>
        {
            var (parts, of) = (Math.Max(1, Array.IndexOf(Small, match.Groups["parts"].Value.ToLowerInvariant())), Array.IndexOf(Shares, match.Groups["share"].Value.ToLowerInvariant().TrimEnd('s')) + 2);
            figures.Add((match.Index, match.Index + match.Length, new(match.Value.Trim(), Math.Round(100m * parts / (of == Shares.Length + 1 ? 4 : of)), "%", "")));
            return new string(' ', match.Length);
        });
        text = Times().Replace(text, match =>
        {
            figures.Add((match.Index, match.Index + match.Length, new(match.Value.Trim(), Minutes(match), ":", "")));
            return new string(' ', match.Length);
        });
        foreach (Match match in Numbers().Matches(text))
        {
            // What cannot be read is no number that anything else has.
            var value = ValueOf(match) ?? Unreadable;
            var unit = match.Groups["unit"].Value;
            var end = match.Groups["unit"].Success ? match.Groups["unit"].Index : match.Index + match.Length;
            figures.Add((match.Index, end, new(match.Value.Trim(), value, SignOf(match), EnglishWords.IsFunction(unit.ToLowerInvariant()) ? "" : ClaimWord.Of(unit) is [{ Stem: { } stem }, ..] ? stem : "")
            {
                InRange = match.Groups["rangescale"] is { Success: true, Value: var scale } && value < Uncounted ? value * ScaleOf(scale) : null,
            }));
        }

        figures.Sort((one, other) => one.Start.CompareTo(other.Start));
        return [.. figures.Index().Select(figure => figure.Item.Figure with
        {
            Left = [.. StemsOf(whole[(figure.Index == 0 ? 0 : Math.Min(figure.Item.Start, figures[figure.Index - 1].End))..figure.Item.Start], fromEnd: true)],
            Right = [.. StemsOf(whole[figure.Item.End..(figure.Index + 1 == figures.Count ? whole.Length : Math.Max(figure.Item.End, figures[figure.Index + 1].Start))], fromEnd: false)],
        })];
    }

    private static IEnumerable<string> StemsOf(string words, bool fromEnd)
    {
        var near = ClaimWord.Of(words);
        return (fromEnd ? near.Reverse() : near).TakeWhile(word => !Borders.Contains(word.Lower)).Select(word => word.Stem).OfType<string>().Take(Reach);
    }

    /// <summary>Whether it is a year and nothing is counted by it.</summary>
    public bool MayBeYear => Sign.Length == 0 && Value is >= 1000 and <= 2100 && Value == Math.Truncate(Value);

    /// <summary>Whether both are the same number of the same sign, or this one is the other's, plainly rounded.</summary>
    public bool IsToldBy(StatedFigure other) =>
        (Sign == other.Sign || (Sign.Length == 0 && other.Sign is not ("%" or ":")) || (other.Sign.Length == 0 && Sign is not ("%" or ":")))
        && Value != Unreadable && (Value == other.Value || Value == other.InRange || (Rounded().IsMatch(Words) && IsRounded(other.Value)));

    // A rounding has fewer digits and is near.
    private bool IsRounded(decimal exact) => Digits(Value) < Digits(exact) && Math.Abs(Value - exact) <= 0.05m * exact;

    private static int Digits(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).TrimEnd('0').Length;

    private static decimal Minutes(Match match)
    {
        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
        return (((match.Groups["half"].Value.ToLowerInvariant(), hour) switch { ("p", < 12) => hour + 12, ("a", 12) => 0, _ => hour }) * 60) + minute;
    }

    private static string SignOf(Match match) => match switch
    {
        _ when match.Groups["percent"].Success => "%",
        _ when match.Groups["sign"] is { Success: true, Value: var sign } => sign[^1..],
        _ when match.Groups["currency"] is { Success: true, Value: var word } => word[0] switch { 'd' or 'D' => "$", 'e' or 'E' => "€", 'p' or 'P' => "£", _ => "¥" },
        _ when match.Groups["ordinal"].Success || match.Groups["ordinalword"].Success => "th",
        _ => "",
    };

    private static decimal? ValueOf(Match match)
    {
        if (match.Groups["ordinalword"] is { Success: true, Value: var ordinal })
        {
            return Array.IndexOf(Ordinals, ordinal.ToLowerInvariant()) + 2;
        }

        var value = match.Groups["digits"] is { Success: true, Value: var digits }
            ? decimal.TryParse(Separators().Replace(digits, ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed) ? parsed : (decimal?)null
            : OfWords(match.Groups["words"].Value.ToLowerInvariant());
        foreach (Capture scale in match.Groups["scale"].Captures)
        {
            // No text counts so high; what does is no number to compare.
            value = value < Uncounted ? value * ScaleOf(scale.Value) : null;
        }

        return value;
    }

    private static decimal OfWords(string words)
    {
        decimal value = 0;
        foreach (var word in words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            value = word switch
            {
                "and" or "a" => value,
                "hundred" => Math.Max(1, value) * 100,
                _ => value + (Array.IndexOf(Small, word) is >= 0 and var small ? small : (Array.IndexOf(Tens, word) + 2) * 10),
            };
        }

        return value;
    }

    private static decimal ScaleOf(string scale) => char.ToLowerInvariant(scale[0]) switch { 'h' => 100m, 't' when scale.Length < 3 || char.ToLowerInvariant(scale[1]) == 'h' => 1_000m, 'k' => 1_000m, 'm' => 1_000_000m, 'b' => 1_000_000_000m, _ => 1_000_000_000_000m };

    private const int Reach = 4;
    private const decimal Unreadable = -1;
    private const decimal Uncounted = 1_000_000_000_000_000m;
    private const string Units = "one|two|three|four|five|six|seven|eight|nine";
    private const string Teens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
    private const string TensOf = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private const string Scale = "hundred|thousand|million|billion|trillion|bn|m|k";
    private const string About = "(?:about|around|approximately|roughly|some|nearly|almost|over|more than|close to)";

    // "one" alone is a pronoun as often as a number.
    [GeneratedRegex(
        $@"(?:\b(?<about>{About})\s+)?(?<sign>[$€£¥])?(?:
            (?<![\p{{L}}0-9.,])(?<digits>[0-9]{{1,3}}(?:[ \u00A0\u2009\u202F][0-9]{{3}})+(?![0-9])|[0-9][0-9,]*(?:\.[0-9]+)?)
            |\b(?<words>(?:(?:(?:{Units})\s+|a\s+)hundred(?:\s+and)?\s+)?(?:(?:{TensOf})(?:[-\s](?:{Units}))?
                |{Teens}|two|three|four|five|six|seven|eight|nine)|one\s+hundred|a\s+hundred|one(?=\s+(?:thousand|million|billion)))\b
            |\b(?<ordinalword>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\b)
        (?<ordinal>st|nd|rd|th)?(?:[\s-]?(?<scale>{Scale})s?\b)*
        (?:(?<percent>\s?%|\s?per\s?cent\b)|\s+(?:US\s+)?(?<currency>dollars?|euros?|pounds?|yen)\b|[-–](?=[0-9.,]+[\s-](?<rangescale>million|billion|trillion|thousand)\b)|[\s-]+(?:of\s+the\s+|more\s+|other\s+|additional\s+|new\s+)?(?<unit>(?!(?:{Units}|{Teens}|{TensOf}|hundred)\b)\p{{L}}+))?",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<![0-9.:])(?<hour>[0-2]?[0-9])(?:[.:](?<minute>[0-5][0-9]))?\s?(?<half>[ap])\.?m\b\.?|(?<![0-9.:])(?<hour>[0-2]?[0-9]):(?<minute>[0-5][0-9])(?![0-9:])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    [GeneratedRegex(@"[,\s]")]
    private static partial Regex Separators();

    // A share of something is as good as percent; so is what something rose by.
    [GeneratedRegex(@"\b(?:(?<parts>a|one|two|three|four|five|six|seven|eight|nine)[\s-])?(?<share>half|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|quarter)s?\b(?:(?=\s+of\b)|(?<=\b(?:by|than|up\s+to|about|around|nearly|almost|over)\s+(?:\w+[\s-]\w+|half))(?=\s*(?:[.,;:)]|$|\b(?:in|since|from|this|last|by|and|on|at|as|after)\b)))(?<=\b(?:a|one|two|three|four|five|six|seven|eight|nine)[\s-]\w+|half)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fractions();

    [GeneratedRegex($"^{About}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rounded();
}
