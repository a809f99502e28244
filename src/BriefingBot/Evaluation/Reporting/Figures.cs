using System.Globalization;

namespace BriefingBot.Evaluation;

/// <summary>Figures as a report has them, in every culture alike. What was not measured is a dash.</summary>
internal static class Figures
{
    private const string None = "–";

    public static string Percent(double? share) => Format(share * 100, "0.0", " %");

    public static string Fraction(double? value) => Format(value, "0.000", "");

    public static string Whole(double? value) => Format(value, "#,0", "");

    public static string OneDecimal(double? value) => Format(value, "#,0.0", "");

    public static string Milliseconds(double? value) => Format(value, "#,0.0", " ms");

    private static string Format(double? value, string format, string unit) =>
        value is { } number ? number.ToString(format, CultureInfo.InvariantCulture) + unit : None;
}
