using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>Lists, which lie in one another and count themselves.</summary>
internal sealed class OdtLists(OdtStyles styles)
{
    private readonly int[] counts = new int[OdtListStyle.Levels];
    private readonly Dictionary<(string Style, int Level), int> lastCounts = [];
    private string? style;
    private int depth = -1;
    private string marker = "";

    /// <summary>Reads the list that the reader is on.</summary>
    /// <param name="xml">On the list.</param>
    /// <param name="writer">Where its items begin lines.</param>
    /// <param name="block">Reads a block of an item.</param>
    public void Read(XmlReader xml, TextBlockWriter writer, Action<string> block)
    {
        var (outerStyle, outerDepth) = (style, depth);
        style = xml.Attribute("text:style-name") ?? style;
        depth = Math.Min(depth + 1, OdtListStyle.Levels - 1);
        var list = styles.List(style);
        var continues = xml.Attribute("text:continue-numbering") == "true" || xml.Attribute("text:continue-list") is not null;
        counts[depth] = continues && lastCounts.TryGetValue((style ?? "", depth), out var last) ? last : (list?.StartAt(depth) ?? 1) - 1;
        xml.EachChild(name =>
        {
            if (name is "text:list-item" or "text:list-header")
            {
                writer.Line();
                if (name == "text:list-item")
                {
                    counts[depth] = xml.Number("text:start-value") ?? counts[depth] + 1;
                    marker = list?.Marker(depth, counts) ?? "- ";
                }

                writer.Within("", () => xml.EachChild(block));
                writer.Line();
            }
        });
        lastCounts[(style ?? "", depth)] = counts[depth];
        (style, depth, marker) = (outerStyle, outerDepth, "");
    }

    /// <summary>The mark of an item that has no words yet; empty for the next of its paragraphs.</summary>
    public string TakeMarker()
    {
        var taken = marker;
        marker = "";
        return taken;
    }
}
