using System.Text;
using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>The text of one paragraph, and of the text boxes and notes that are anchored in it.</summary>
internal sealed class OdtParagraph(OdtStyles styles)
{
    private readonly StringBuilder text = new();
    private readonly List<string> boxes = [];
    private readonly List<string> notes = [];

    /// <summary>On one line but for line breaks, <c>\n</c>.</summary>
    public string Text => text.ToString();

    public IReadOnlyList<string> Boxes => boxes;

    public IReadOnlyList<string> Notes => notes;

    /// <summary>Reads the paragraph, or the part of one, that the reader is on.</summary>
    public void Read(XmlReader xml, string? style)
    {
        if (!styles.IsHidden(style))
        {
            xml.EachNode(name => Inline(xml, name), words => text.Append(words.Replace('\n', ' ').Replace('\r', ' ')));
        }
    }

    private void Inline(XmlReader xml, string name)
    {
        switch (name)
        {
            case "text:s" or "text:tab":
                text.Append(' ');
                break;
            case "text:line-break":
                text.Append('\n');
                break;
            case "text:note":
                Note(xml);
                break;
            case "text:span":
                Read(xml, xml.Attribute("text:style-name"));
                break;
            // What is hidden by a condition, what asks people to fill it in, what says how a word is spoken, and what only a program reads.
            case "text:hidden-text" or "text:hidden-paragraph" or "text:placeholder" or "text:ruby-text" or "text:script" or "text:tracked-changes":
                break;
            case var _ when name.StartsWith("text:", StringComparison.Ordinal):
                Read(xml, null);
                break;
            case var _ when name.StartsWith("draw:", StringComparison.Ordinal):
                Box(xml, name);
                break;
        }
    }

    private void Note(XmlReader xml) => xml.EachChild(name =>
    {
        if (name == "text:note-body")
        {
            var blocks = new OdtBlocks(styles);
            blocks.ReadChildren(xml);
            notes.Add(blocks.Text);
        }
    });

    private void Box(XmlReader xml, string name)
    {
        var blocks = new OdtBlocks(styles);
        blocks.ReadChild(xml, name);
        notes.AddRange(blocks.Notes);
        if (blocks.Text is { Length: > 0 } box)
        {
            boxes.Add(box);
        }
    }
}
