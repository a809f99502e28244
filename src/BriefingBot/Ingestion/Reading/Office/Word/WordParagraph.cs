using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>A paragraph's properties, as far as its text depends on them.</summary>
internal sealed class WordParagraph
{
    private string? list;
    private int? level;
    private bool? outline;

    public string? Style { get; private set; }

    /// <summary>Whether its end was deleted or is hidden, or it is a drop cap: the next paragraph goes on where it stops.</summary>
    public bool RunsOn { get; private set; }

    public void Read(XmlReader xml) => xml.EachChild(name =>
    {
        switch (name)
        {
            case "w:pStyle":
                Style = xml.Attribute("w:val");
                break;
            case "w:numPr":
                (list, level) = WordSwitch.ListOf(xml);
                break;
            case "w:outlineLvl":
                outline = xml.Number("w:val") is >= 0 and < 9;
                break;
            case "w:framePr" when xml.Attribute("w:dropCap") is "drop" or "margin":
                RunsOn = true;
                break;
            case "w:rPr":
                xml.EachChild(property => RunsOn |= property is "w:del" or "w:moveFrom" || (property is "w:vanish" or "w:specVanish" && WordSwitch.IsOn(xml)));
                break;
        }
    });

    public bool IsHeading(WordStyles styles) => outline ?? styles.IsHeading(Style ?? styles.DefaultParagraph);

    /// <summary>What stands before it as an item of a list, which is counted by this; null where it belongs to none.</summary>
    public string? NextMarker(WordDocument document)
    {
        var ofStyle = document.Styles.ListOf(Style ?? document.Styles.DefaultParagraph);
        var id = list ?? ofStyle?.List;
        if (id is null or "0")
        {
            return null;
        }

        return document.Numbering.Next(id, level ?? ofStyle?.Level ?? (ofStyle is { } style ? document.Numbering.LevelOf(id, style.Style) : 0));
    }
}
