using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>Reads what a shape says about itself: the place it fills, where it lies, whether it is hidden, and its bullets.</summary>
internal sealed class SlideShapeReader
{
    public SlidePlaceholder? Placeholder { get; private set; }

    public SlidePlace? Place { get; private set; }

    public bool IsHidden { get; private set; }

    public SlideBullets? Bullets { get; private set; }

    /// <summary>Reads the element of a shape that the reader is on, if it is one of these.</summary>
    public void Property(XmlReader xml, string name)
    {
        switch (name)
        {
            case "p:nvSpPr" or "p:nvGrpSpPr" or "p:nvGraphicFramePr" or "p:nvPr":
                xml.EachChild(child => Property(xml, child));
                break;
            case "p:cNvPr":
                IsHidden = xml.Attribute("hidden") is "1" or "true";
                break;
            case "p:ph":
                Placeholder = SlidePlaceholder.Read(xml);
                break;
            case "p:spPr" or "p:grpSpPr":
                xml.EachChild(child => Property(xml, child));
                break;
            case "a:xfrm" or "p:xfrm":
                xml.EachChild(child =>
                {
                    if (child == "a:off" && long.TryParse(xml.Attribute("x"), out var x) && long.TryParse(xml.Attribute("y"), out var y))
                    {
                        Place = new(x, y);
                    }
                });
                break;
            case "p:txBody":
                xml.EachChild(child => Property(xml, child));
                break;
            case "a:lstStyle":
                Bullets = SlideBullets.Read(xml);
                break;
        }
    }
}
