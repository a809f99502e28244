using System.Globalization;
using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>Writes the number of a list item in the ways that office programs have in common; others as plain numbers.</summary>
internal static class ListNumber
{
    private static readonly (int Value, string Letters)[] Romans =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <param name="number">From 1.</param>
    /// <param name="form">The form by its first item: <c>1</c>, <c>01</c>, <c>a</c>, <c>A</c>, <c>i</c> or <c>I</c>.</param>
    public static string Write(int number, string form) => form switch
    {
        "a" when number > 0 => Letters(number),
        "A" when number > 0 => Letters(number).ToUpperInvariant(),
        "i" when number is > 0 and < 4000 => Roman(number),
        "I" when number is > 0 and < 4000 => Roman(number).ToUpperInvariant(),
        "01" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    // After z come aa, bb: the letter again, as all of these programs have it.
    private static string Letters(int number) => new((char)('a' + ((number - 1) % 26)), Math.Min(1 + ((number - 1) / 26), 10));

    private static string Roman(int number)
    {
        var roman = new StringBuilder();
        foreach (var (value, letters) in Romans)
        {
            for (; number >= value; number -= value)
            {
                roman.Append(letters);
            }
        }

        return roman.ToString();
    }
}
