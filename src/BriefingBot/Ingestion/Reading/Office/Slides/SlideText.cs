using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>The paragraphs of a shape: points with their bullets or numbers, each on a line, and others as blocks.</summary>
internal sealed class SlideText(Func<int, SlideBullet?> inherited)
{
    private const int Levels = 9;

    private readonly TextBlockWriter writer = new();
    private readonly int[] counts = new int[Levels];
    private bool lastWasItem;
    private SlideBullets? own;

    /// <summary>Reads a shape's text body.</summary>
    public string Read(XmlReader xml)
    {
        xml.EachChild(name =>
        {
            switch (name)
            {
                case "a:lstStyle":
                    own = SlideBullets.Read(xml);
                    break;
                case "a:p":
                    Paragraph(xml);
                    break;
            }
        });
        return writer.ToString();
    }

    private void Paragraph(XmlReader xml)
    {
        var level = 0;
        SlideBullet? said = null;
        var text = DrawnText.Paragraph(xml, () =>
        {
            level = Math.Clamp(xml.Number("lvl") ?? 0, 0, Levels - 1);
            said = SlideBullet.Read(xml);
        });
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var bullet = said ?? own?.At(level) ?? inherited(level) ?? new(false);
        Array.Clear(counts, level + 1, Levels - level - 1);
        counts[level] = bullet.Number is null ? 0 : counts[level] + 1;
        if (bullet.IsItem && lastWasItem)
        {
            writer.Line();
        }
        else
        {
            writer.Block();
        }

        lastWasItem = bullet.IsItem;
        BrokenLines.Write(writer, bullet.Marker(counts[level] - 1), text);
    }
}
