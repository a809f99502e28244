using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>Reads one slide after the other; layouts are read once.</summary>
internal sealed class SlideReader(OfficePackage package)
{
    private readonly Dictionary<string, SlideLayout> layouts = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<string, OfficeRelation> relations = [];
    private SlideLayout layout = new();

    /// <summary>The text of a slide; empty when it is hidden or is not there.</summary>
    public string TextOf(string part)
    {
        relations = package.RelationsOf(part);
        layout = LayoutOf(relations.Values.FirstOrDefault(relation => relation.Type.EndsWith("/slideLayout", StringComparison.Ordinal))?.Part);
        return package.Read(part, xml => xml.Attribute("show") is "0" or "false" ? "" : Slide(xml)) ?? "";
    }

    private static string Joined(IEnumerable<SlideShape> shapes) =>
        string.Join("\n\n", SlideShape.InOrder(shapes).Select(shape => shape.Text).Where(text => !string.IsNullOrWhiteSpace(text)));

    private string Slide(XmlReader xml)
    {
        var shapes = new List<SlideShape>();
        xml.EachWithin("p:spTree", () => xml.EachChild(name => Shape(xml, name, shapes)));
        return Joined(shapes);
    }

    private SlideLayout LayoutOf(string? part)
    {
        if (part is null)
        {
            return new();
        }

        if (!layouts.TryGetValue(part, out var found))
        {
            // A master refers to its layouts, but to no master.
            layouts[part] = new();
            found = new() { Master = LayoutOf(package.Related(part, "/slideMaster")) };
            package.Read(part, found.Read);
            layouts[part] = found;
        }

        return found;
    }

    private void Shape(XmlReader xml, string name, List<SlideShape> shapes)
    {
        switch (name)
        {
            case "p:sp":
                TextShape(xml, shapes);
                break;
            case "p:grpSp":
                Group(xml, shapes);
                break;
            case "p:graphicFrame":
                Frame(xml, shapes);
                break;
            case "mc:AlternateContent":
                OfficeAlternatives.Read(xml, () => shapes.Count, child => Shape(xml, child, shapes));
                break;
        }
    }

    private void TextShape(XmlReader xml, List<SlideShape> shapes)
    {
        var shape = new SlideShapeReader();
        var text = "";
        xml.EachChild(name =>
        {
            if (name != "p:txBody")
            {
                shape.Property(xml, name);
            }
            else if (shape is { IsHidden: false, Placeholder: not { IsAtTheRim: true } })
            {
                text = new SlideText(level => shape.Placeholder is { IsBody: true } body ? layout.BulletOf(body, level) : null).Read(xml);
            }
        });
        Add(shapes, shape, text);
    }

    private void Group(XmlReader xml, List<SlideShape> shapes)
    {
        var (group, members) = (new SlideShapeReader(), new List<SlideShape>());
        xml.EachChild(name =>
        {
            group.Property(xml, name);
            Shape(xml, name, members);
        });
        if (!group.IsHidden)
        {
            // Its members have places within it alone.
            Add(shapes, group, Joined(members));
        }
    }

    private void Frame(XmlReader xml, List<SlideShape> shapes)
    {
        var (frame, texts) = (new SlideShapeReader(), new List<string>());
        xml.EachChild(name =>
        {
            frame.Property(xml, name);
            if (name == "a:graphic" && !frame.IsHidden)
            {
                xml.EachWithin("a:graphicData", () => xml.EachChild(content => texts.Add(content switch
                {
                    "a:tbl" => SlideTable.Of(xml),
                    "c:chart" => Drawn(xml.Attribute("r:id"), ChartText.Of),
                    "dgm:relIds" => Drawn(xml.Attribute("r:dm"), DrawnText.OfDiagram),
                    _ => "",
                })));
            }
        });
        Add(shapes, frame, string.Concat(texts));
    }

    private string Drawn(string? id, Func<XmlReader, string> read) =>
        id is not null && relations.TryGetValue(id, out var relation) ? package.Read(relation.Part, read) ?? "" : "";

    private void Add(List<SlideShape> shapes, SlideShapeReader shape, string text)
    {
        if (text.Length > 0)
        {
            var place = shape.Place ?? (shape.Placeholder is { } placeholder ? layout.PlaceOf(placeholder) : null) ?? default;
            shapes.Add(new(place, shape.Placeholder is { IsTitle: true }, text));
        }
    }
}
