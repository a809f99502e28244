using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>Content controls: fields of a form, or parts that Word puts together, with content that is text like any other.</summary>
internal static class WordControl
{
    /// <summary>Calls for each element of the control's content, unless that is only what asks people to fill it in.</summary>
    public static void Read(XmlReader xml, Action<string> element)
    {
        var isPrompt = false;
        xml.EachChild(name =>
        {
            if (name == "w:sdtPr")
            {
                xml.EachChild(property => isPrompt |= property == "w:showingPlcHdr" && WordSwitch.IsOn(xml));
            }
            else if (name == "w:sdtContent" && !isPrompt)
            {
                xml.EachChild(element);
            }
        });
    }
}
