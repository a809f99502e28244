using System.Buffers;
using System.Text;
using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>Goes through XML once, forwards, so that no document becomes a tree in memory.</summary>
internal static class XmlWalk
{
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r'))]);

    /// <summary>
    /// Calls once for each element within the one that the reader is on, with its name as <see cref="XmlNames"/> gives it; what is called
    /// goes through that element or leaves it, and then it is skipped. Ends on the element's end.
    /// </summary>
    public static void EachChild(this XmlReader xml, Action<string> element) => xml.EachNode(element, static _ => { });

    /// <summary>As <see cref="EachChild"/>, and calls for each text between the elements as well.</summary>
    public static void EachNode(this XmlReader xml, Action<string> element, Action<string> text)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        if (depth > SafeXml.Deepest)
        {
            throw new UnreadableInputException("what is in it is nested too deep to be read. Open it in the program that it comes from, and save it as PDF");
        }

        while (xml.Read() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    element(XmlNames.Of(xml));
                    PassOver(xml, depth + 1);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    text(xml.Value);
                    break;
            }
        }
    }

    /// <summary>The text of the element that the reader is on, that of elements in it left out, without control characters.</summary>
    public static string Text(this XmlReader xml)
    {
        StringBuilder? joined = null;
        string? only = null;
        xml.EachNode(static _ => { }, text =>
        {
            if (only is not null)
            {
                joined ??= new(only);
                joined.Append(text);
            }

            only ??= text;
        });
        return WithoutControls(joined?.ToString() ?? only ?? "");
    }

    /// <summary>Calls for each element of this name, however deep; what is called may not go past its end.</summary>
    public static void EachWithin(this XmlReader xml, string name, Action element) => xml.EachChild(child =>
    {
        if (child == name)
        {
            element();
        }
        else
        {
            xml.EachWithin(name, element);
        }
    });

    /// <summary>Vertical tabs are how some programs write line breaks.</summary>
    private static string WithoutControls(string text) => text.AsSpan().ContainsAny(Controls)
        ? string.Concat(text.Select(c => c == '\v' ? '\n' : c).Where(c => !Controls.Contains(c)))
        : text;

    /// <summary>An element that nobody went through is still at its beginning.</summary>
    private static void PassOver(XmlReader xml, int depth)
    {
        if (xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement && xml.Depth == depth)
        {
            while (xml.Read() && xml.Depth > depth)
            {
            }
        }
    }
}
