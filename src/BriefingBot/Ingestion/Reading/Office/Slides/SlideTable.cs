using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>A table on a slide, row by row; a cell over several columns or rows is read once.</summary>
internal static class SlideTable
{
    public static string Of(XmlReader xml)
    {
        var writer = new TextBlockWriter();
        xml.EachChild(name =>
        {
            if (name == "a:tr")
            {
                writer.Row(CellsOf(xml));
            }
        });
        return writer.ToString();
    }

    private static List<string> CellsOf(XmlReader xml)
    {
        var cells = new List<string>();
        xml.EachChild(name =>
        {
            // A column that a cell goes on over has none of its own, and a row that one goes on over an empty one.
            if (name == "a:tc" && xml.Attribute("hMerge") is not ("1" or "true"))
            {
                cells.Add(xml.Attribute("vMerge") is "1" or "true" ? "" : DrawnText.Of(xml));
            }
        });
        return cells;
    }
}
