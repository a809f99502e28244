using System.Text;
using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>The text of drawings: paragraphs of DrawingML, whatever they stand in.</summary>
internal static class DrawnText
{
    /// <summary>All paragraphs below the element that the reader is on, each on a line.</summary>
    public static string Of(XmlReader xml)
    {
        var lines = new List<string>();
        xml.EachWithin("a:p", () => lines.Add(Paragraph(xml)));
        return string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));
    }

    /// <summary>The text of a diagram's data, a line for each of its shapes.</summary>
    public static string OfDiagram(XmlReader xml)
    {
        var lines = new List<string>();
        xml.EachWithin("dgm:pt", () =>
        {
            // Others stand for lines between the shapes and for the layout.
            if (xml.Attribute("type") is null or "node" or "asst")
            {
                lines.Add(Of(xml));
            }
        });
        return string.Join('\n', lines.Where(line => line.Length > 0).Select(line => $"- {line}"));
    }

    /// <summary>A paragraph's text; <c>\n</c> is a line break.</summary>
    /// <param name="xml">On the paragraph.</param>
    /// <param name="properties">Called on the paragraph's properties, if it has any.</param>
    public static string Paragraph(XmlReader xml, Action? properties = null)
    {
        var text = new StringBuilder();
        xml.EachChild(name =>
        {
            if (name == "a:pPr")
            {
                properties?.Invoke();
            }
            else
            {
                Inline(xml, name, text);
            }
        });
        return text.ToString();
    }

    private static void Inline(XmlReader xml, string name, StringBuilder text)
    {
        switch (name)
        {
            case "a:t":
                text.Append(xml.Text());
                break;
            case "a:br":
                text.Append('\n');
                break;
            // The slide's number is not its text.
            case "a:fld" when xml.Attribute("type")?.StartsWith("slidenum", StringComparison.Ordinal) == true:
                break;
            case "a:r" or "a:fld" or "?:m":
                xml.EachChild(child => Inline(xml, child, text));
                break;
            case "m:oMath" or "m:oMathPara":
                text.Append(MathText.Of(xml));
                break;
            case "mc:AlternateContent":
                OfficeAlternatives.Read(xml, () => text.Length, child => Inline(xml, child, text));
                break;
        }
    }
}
