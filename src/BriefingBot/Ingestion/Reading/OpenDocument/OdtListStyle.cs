using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>How the levels of a list are marked.</summary>
internal sealed class OdtListStyle
{
    public const int Levels = 10;

    // Longer ones are no number, and would be repeated at each item.
    private const int LongestMarker = 100;

    private readonly Level?[] levels = new Level?[Levels];

    public static OdtListStyle Read(XmlReader xml)
    {
        var read = new OdtListStyle();
        xml.EachChild(name =>
        {
            if (xml.Number("text:level") is >= 1 and <= Levels and var level)
            {
                // One without a form has no number.
                read.levels[level - 1] = name != "text:list-level-style-number" ? null : new(
                    xml.Attribute("style:num-format") ?? "",
                    xml.Attribute("style:num-prefix") ?? "",
                    xml.Attribute("style:num-suffix") ?? "",
                    xml.Number("text:start-value") ?? 1,
                    xml.Number("text:display-levels") ?? 1);
            }
        });
        return read;
    }

    public int StartAt(int level) => levels[level]?.Start ?? 1;

    /// <summary>What stands before an item: a number, or a dash for any bullet.</summary>
    /// <param name="level">From 0.</param>
    /// <param name="counts">The numbers of this level and of those above.</param>
    public string Marker(int level, ReadOnlySpan<int> counts)
    {
        if (levels[level] is not { } style)
        {
            return "- ";
        }

        if (style.Form.Length == 0)
        {
            return "";
        }

        var numbers = new List<string>();
        for (var i = Math.Clamp(level + 1 - style.Shown, 0, level); i <= level; i++)
        {
            numbers.Add(ListNumber.Write(counts[i], levels[i]?.Form ?? "1"));
        }

        var marker = $"{style.Before}{string.Join('.', numbers)}{style.After}".Trim();
        return marker.Length is > 0 and <= LongestMarker ? marker + " " : "";
    }

    private sealed record Level(string Form, string Before, string After, int Start, int Shown);
}
