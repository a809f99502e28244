using System.Text;
using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>An equation on one line, as one would type it: what stands above, below or over something has a mark before it.</summary>
internal static class MathText
{
    /// <summary>The text of the element of an equation that the reader is on.</summary>
    public static string Of(XmlReader xml)
    {
        var text = new StringBuilder();
        xml.EachChild(name => text.Append(name switch
        {
            "m:t" or "w:t" or "a:t" => xml.Text(),
            "m:den" => "/" + Grouped(Of(xml)),
            "m:num" => Grouped(Of(xml)),
            "m:sup" => Marked('^', Of(xml)),
            "m:sub" => Marked('_', Of(xml)),
            "m:d" => InBrackets(xml),
            "m:rad" => "√" + Grouped(Of(xml)),
            "m:nary" => Sum(xml),
            "m:mr" => Of(xml) + " ",
            "w:del" or "w:moveFrom" => "",
            _ => Of(xml),
        }));
        return text.ToString();
    }

    private static string Grouped(string text) => text.Length > 1 && text.Any(c => !char.IsLetterOrDigit(c)) ? $"({text})" : text;

    private static string Marked(char mark, string text) => text.Length == 0 ? "" : mark + Grouped(text);

    private static string InBrackets(XmlReader xml)
    {
        var (open, close, parts) = ("(", ")", new List<string>());
        xml.EachChild(name =>
        {
            if (name == "m:dPr")
            {
                xml.EachChild(property => (open, close) = (
                    property == "m:begChr" ? xml.Attribute("m:val") ?? "" : open,
                    property == "m:endChr" ? xml.Attribute("m:val") ?? "" : close));
            }
            else
            {
                parts.Add(Of(xml));
            }
        });
        return open + string.Join('|', parts) + close;
    }

    private static string Sum(XmlReader xml)
    {
        // Without a character of its own it is an integral.
        var (sign, rest) = ("∫", new StringBuilder());
        xml.EachChild(name =>
        {
            switch (name)
            {
                case "m:naryPr":
                    xml.EachChild(property => sign = property == "m:chr" ? xml.Attribute("m:val") ?? "" : sign);
                    break;
                case "m:sub":
                    rest.Append(Marked('_', Of(xml)));
                    break;
                case "m:sup":
                    rest.Append(Marked('^', Of(xml)));
                    break;
                default:
                    rest.Append(' ').Append(Of(xml));
                    break;
            }
        });
        return sign + rest;
    }
}
