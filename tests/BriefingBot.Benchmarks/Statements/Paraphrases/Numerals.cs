using System.Globalization;

namespace BriefingBot.Benchmarks;

/// <summary>Numbers in figures and in English words.</summary>
internal static class Numerals
{
    private static readonly string[] Small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');
    private static readonly string[] Tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    /// <summary>Two to ninety-nine, in words.</summary>
    public static readonly string[] Words = [.. Enumerable.Range(2, 98).Select(InWords)];

    public static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    public static string InWords(int number) => number < 20 ? Small[number] : Tens[(number / 10) - 2] + (number % 10 == 0 ? "" : "-" + Small[number % 10]);

    public static string InFigures(string words) => (Array.IndexOf(Words, words.ToLowerInvariant()) + 2).ToString(CultureInfo.InvariantCulture);

    public static decimal Read(string figures) => decimal.Parse(figures, NumberStyles.Number, CultureInfo.InvariantCulture);

    public static string Grouped(decimal number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);

    public static string Plain(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    public static decimal Scale(string word) => word switch { "thousand" => 1_000, "million" => 1_000_000, "billion" => 1_000_000_000, "trillion" => 1_000_000_000_000, _ => 1 };

    public static string Suffix(int number) => (number % 100 is >= 11 and <= 13 ? 0 : number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
}
