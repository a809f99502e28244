using System.Globalization;
using System.Text;
using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>The text of one paragraph, and of the text boxes that are anchored in it.</summary>
internal sealed class WordRuns(WordDocument document)
{
    private readonly StringBuilder text = new();
    private readonly List<string> boxes = [];
    private bool isHiddenByStyle;
    private int endOfEquation;

    /// <summary>On one line but for line breaks, <c>\n</c>.</summary>
    public string Text => text.ToString();

    /// <summary>What is drawn beside the paragraph, each a text of blocks.</summary>
    public IReadOnlyList<string> Boxes => boxes;

    private int Written => text.Length + boxes.Count;

    /// <summary>To be told before the runs, when the paragraph's properties are known.</summary>
    public void SetStyle(string? style) => isHiddenByStyle = document.Styles.IsHidden(style) ?? false;

    /// <summary>Reads the element of a paragraph that the reader is on.</summary>
    public void Inline(XmlReader xml, string name)
    {
        switch (name)
        {
            case "w:r":
                Run(xml);
                break;
            case "w:hyperlink" or "w:ins" or "w:moveTo" or "w:smartTag" or "w:fldSimple" or "w:customXml" or "w:dir" or "w:bdo" or "w:sdtContent":
                xml.EachChild(child => Inline(xml, child));
                break;
            case "w:sdt":
                WordControl.Read(xml, child => Inline(xml, child));
                break;
            case "m:oMath" or "m:oMathPara":
                Equation(xml);
                break;
            case "mc:AlternateContent":
                OfficeAlternatives.Read(xml, () => Written, child => Inline(xml, child));
                break;
            case "w:drawing" or "w:pict" or "w:object":
                xml.EachChild(child => Drawing(xml, child));
                break;
        }
    }

    /// <summary>Equations that follow each other are shown apart, with nothing between them in the file.</summary>
    private void Equation(XmlReader xml)
    {
        text.Append(text.Length > 0 && text.Length == endOfEquation ? " " : "").Append(MathText.Of(xml));
        endOfEquation = text.Length;
    }

    private void Run(XmlReader xml)
    {
        var isHidden = isHiddenByStyle;
        xml.EachChild(name =>
        {
            if (name == "w:rPr")
            {
                isHidden = IsHidden(xml);
            }
            else if (name == "w:fldChar")
            {
                document.Fields.Mark(xml.Attribute("w:fldCharType"));
            }
            else if (!isHidden && !document.Fields.InInstructions)
            {
                InRun(xml, name);
            }
        });
    }

    private bool IsHidden(XmlReader xml)
    {
        bool? direct = null;
        string? style = null;
        xml.EachChild(name =>
        {
            style = name == "w:rStyle" ? xml.Attribute("w:val") : style;
            direct = name == "w:vanish" ? WordSwitch.IsOn(xml) : direct;
        });
        return direct ?? document.Styles.IsHidden(style) ?? isHiddenByStyle;
    }

    private void InRun(XmlReader xml, string name)
    {
        switch (name)
        {
            case "w:t":
                text.Append(xml.Text());
                break;
            case "w:tab" or "w:ptab":
                text.Append(' ');
                break;
            case "w:br" or "w:cr":
                text.Append('\n');
                break;
            case "w:noBreakHyphen":
                text.Append('\u2011');
                break;
            case "w:sym" when int.TryParse(xml.Attribute("w:char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code):
                text.Append(SymbolCharacters.Of(xml.Attribute("w:font"), code));
                break;
            case "w:footnoteReference" or "w:endnoteReference":
                document.Notes.Refer(name == "w:footnoteReference", xml.Attribute("w:id"));
                break;
            case "w:ruby":
                // What is written above the base is how to say it.
                xml.EachWithin("w:rubyBase", () => xml.EachChild(child => Inline(xml, child)));
                break;
            case "mc:AlternateContent":
                OfficeAlternatives.Read(xml, () => Written, child => InRun(xml, child));
                break;
            default:
                Inline(xml, name);
                break;
        }
    }

    private void Drawing(XmlReader xml, string name)
    {
        switch (name)
        {
            case "w:txbxContent":
                var blocks = new WordBlocks(document);
                blocks.ReadChildren(xml);
                AddBox(blocks.Text);
                break;
            case "c:chart":
                AddBox(document.Drawn(xml.Attribute("r:id"), isChart: true));
                break;
            case "dgm:relIds":
                AddBox(document.Drawn(xml.Attribute("r:dm"), isChart: false));
                break;
            case "a:txBody":
                AddBox(DrawnText.Of(xml));
                break;
            case "mc:AlternateContent":
                OfficeAlternatives.Read(xml, () => Written, child => Drawing(xml, child));
                break;
            default:
                xml.EachChild(child => Drawing(xml, child));
                break;
        }
    }

    private void AddBox(string box)
    {
        if (!string.IsNullOrWhiteSpace(box))
        {
            boxes.Add(box);
        }
    }
}
