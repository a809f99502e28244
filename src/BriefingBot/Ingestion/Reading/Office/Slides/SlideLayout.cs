using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>
/// What a slide's shapes take over from its layout, and the layout from its master: places and bullets. The text there asks people to write some, and
/// is not read.
/// </summary>
internal sealed class SlideLayout
{
    private readonly List<Kept> kept = [];
    private SlideBullets body = new();

    /// <summary>What lies behind this layout; null for a master, and where there is none.</summary>
    public SlideLayout? Master { get; init; }

    public SlidePlace? PlaceOf(SlidePlaceholder placeholder) => Find(placeholder)?.Place ?? Master?.PlaceOf(placeholder);

    public SlideBullet? BulletOf(SlidePlaceholder placeholder, int level) => Find(placeholder)?.Bullets?.At(level) ?? Master?.BulletOf(placeholder, level) ?? body.At(level);

    /// <summary>Reads a layout's or a master's part into this one.</summary>
    public bool Read(XmlReader xml)
    {
        xml.EachChild(name =>
        {
            switch (name)
            {
                case "p:cSld":
                    xml.EachWithin("p:sp", () => Shape(xml));
                    break;
                case "p:txStyles":
                    xml.EachWithin("p:bodyStyle", () => body = SlideBullets.Read(xml));
                    break;
            }
        });
        return true;
    }

    /// <summary>By its index; masters have one place of a type, and indexes of their own.</summary>
    private Kept? Find(SlidePlaceholder placeholder) =>
        (Master is null ? null : kept.Find(one => one.Placeholder.Index == placeholder.Index))
        ?? kept.Find(one => one.Placeholder.Type == placeholder.Type)
        ?? kept.Find(one => (one.Placeholder.IsBody && placeholder.IsBody) || (one.Placeholder.IsTitle && placeholder.IsTitle));

    private void Shape(XmlReader xml)
    {
        var shape = new SlideShapeReader();
        xml.EachChild(name => shape.Property(xml, name));
        if (shape.Placeholder is { } placeholder)
        {
            kept.Add(new(placeholder, shape.Place, shape.Bullets));
        }
    }

    private sealed record Kept(SlidePlaceholder Placeholder, SlidePlace? Place, SlideBullets? Bullets);
}
