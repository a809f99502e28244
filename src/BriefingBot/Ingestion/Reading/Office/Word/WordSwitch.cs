using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>Properties of Word's that stand in many places.</summary>
internal static class WordSwitch
{
    /// <summary>Whether the property that the reader is on is on: it is where it does not say otherwise.</summary>
    public static bool IsOn(XmlReader xml) => IsOn(xml.Attribute("w:val"));

    public static bool IsOn(string? value) => value is not ("0" or "false" or "off");

    /// <summary>The list and the level, from 0, that <c>w:numPr</c> names.</summary>
    public static (string? List, int? Level) ListOf(XmlReader xml)
    {
        string? list = null;
        int? level = null;
        xml.EachChild(name =>
        {
            list = name == "w:numId" ? xml.Attribute("w:val") : list;
            level = name == "w:ilvl" ? xml.Number("w:val") : level;
        });
        return (list, level);
    }
}
