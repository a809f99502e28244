using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>A figure without which a question is not answered: an amount of money, a measure, or any number.</summary>
internal sealed partial class DemandedFigure
{
    private readonly Regex _given;

    private DemandedFigure(Regex given) => _given = given;

    /// <summary>Null for a question of another kind, or of which other words may be the answer: "how long" may be "until noon".</summary>
    public static DemandedFigure? In(string question) =>
        Money().IsMatch(question) ? new(Amount())
        : Measure().IsMatch(question) ? new(Length())
        : Count().IsMatch(question) ? new(Number())
        : null;

    /// <summary>Whether the quote has it, or says that nobody has.</summary>
    public bool IsGivenIn(Excerpt quote) => quote.Article.Cut(quote.Span) is var text && (_given.IsMatch(text) || Unknown().IsMatch(text));

    [GeneratedRegex(@"\bhow\s+much\b(?:\s+(?:money|cash))\b|\bhow\s+much\b[^?!.;]{0,80}\b(?:costs?|paid|pay|pays|spent|spend|earn(?:s|ed)?|raised?|worth|donated?|sold|fined|owe[ds]?|charged?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Money();

    [GeneratedRegex(@"\bhow\s+(?:tall|high|deep|wide|heavy|far)\b(?!\s+(?:up|down|back)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Measure();

    [GeneratedRegex(@"\bhow\s+(?:many|old)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex(
        @"\b(?:not|no|never|nobody|without|unable|unknown|unclear|undisclosed|refus\w+|declin\w+|\w+n[’']t)\b[^.!?;]{0,60}\b(?:how\s+(?:many|much|old|tall|high|far)|numbers?|amounts?|costs?|price|figures?|toll|age)\b|\b(?:numbers?|amounts?|costs?|price|figures?|toll|age)\b[^.!?;]{0,40}\b(?:not|never|unknown|unclear|undisclosed)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unknown();

    [GeneratedRegex(
        @"[$€£¥₹]|\b[0-9][0-9.,]*\s?(?:k|m|bn|million|billion|trillion|thousand|percent|per\s+cent|%)(?!\p{L})|\b(?:usd|eur|gbp|dollars?|euros?|pounds?|pence|cents?|crowns?|kron\w+|yen|yuan|rupees?|rubles?|roubles?|francs?|pesos?|liras?|shekels?|rand|reais|marks?|shillings?|guineas?|millions?|billions?|free|nothing|half|third|quarter)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"(?:[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundreds?|thousands?|half|several|dozens?)\b)[^.!?;]{0,25}\b(?:m|cm|mm|km|ft|mi|kg|lb|lbs|met(?:re|er)s?|(?:centi|kilo|milli)met(?:re|er)s?|feet|foot|inch(?:es)?|yards?|miles?|leagues?|fathoms?|stor(?:e?y|ies|eys)|floors?|kilo(?:gram(?:me)?)?s?|gram(?:me)?s?|pounds?|ounces?|stones?|tonn?es?|tons?|degrees|kilomet\w+|hours?|minutes?|percent|magnitude)\b|[0-9]\s?(?:['′""″]|m\b|km\b|ft\b|kg\b|%|°)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    [GeneratedRegex(
        @"[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twent\w+|thirt\w+|fort\w+|fift\w+|sixt\w+|sevent\w+|eight\w+|ninet\w+|hundreds?|thousands?|millions?|billions?|dozens?|scores?|half|third|quarter|twice|double|couple|pair|both|single|only|sole|no|none|nobody|nothing)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
