using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>The kind of answer that a question wants, as far as its words tell.</summary>
internal enum AnswerKind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>A number, with or without a unit.</summary>
    Quantity,

    /// <summary>A day, month or year.</summary>
    Date,

    /// <summary>Somebody's name, or a place's.</summary>
    Name,
}

/// <summary>Reads what a question wants to know.</summary>
internal static partial class AskedFor
{
    public static AnswerKind In(string question) =>
        Quantities().IsMatch(question) ? AnswerKind.Quantity
        : Dates().IsMatch(question) ? AnswerKind.Date
        : Names().IsMatch(question) ? AnswerKind.Name
        : AnswerKind.Other;

    [GeneratedRegex(@"\bhow\s+(?:many|much|long|far|old|tall|high|deep|wide|big|large|heavy|fast|hot|cold|often)\b|\b(?:what|which)\b.{0,40}\b(?:number|percentage|percent|share|proportion|price|cost|population|amount|size|length|height|weight|speed|temperature|total|toll|figure|estimate|age)\b|\bcosts?\s+of\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quantities();

    [GeneratedRegex(@"\bwhen\b|\b(?:what|which)\s+(?:year|day|date|month|time|century|decade)\b|\bsince\s+when\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    [GeneratedRegex(@"^\W*(?:and\s+|but\s+)?(?:who|whom|whose|where)\b|\b(?:what|which)\s+(?:person|man|woman|company|country|city|town|place|team|club|party|name)\b|\bwho\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
