using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>The text of a body, a table's cell, a text box or a note: its paragraphs, lists and tables one after the other.</summary>
internal sealed class OdtBlocks(OdtStyles styles)
{
    private readonly TextBlockWriter writer = new();
    private readonly OdtLists lists = new(styles);
    private readonly List<string> notes = [];

    public string Text => writer.ToString();

    /// <summary>The first paragraph that is in the style for titles.</summary>
    public string? Title { get; private set; }

    public int Paragraphs { get; private set; }

    public bool HasTable { get; private set; }

    public IReadOnlyList<string> Notes => notes;

    /// <summary>Reads all that stands in the element that the reader is on.</summary>
    public void ReadChildren(XmlReader xml) => xml.EachChild(name => ReadChild(xml, name));

    /// <summary>Reads the element that the reader is on, if it is one of a text's.</summary>
    public void ReadChild(XmlReader xml, string name)
    {
        switch (name)
        {
            case "text:p" or "text:h":
                Paragraph(xml);
                break;
            case "text:list":
                writer.Block();
                lists.Read(xml, writer, child => ReadChild(xml, child));
                writer.Block();
                break;
            case "table:table":
                HasTable = true;
                writer.Block();
                OdtTable.Rows(xml, this, writer, styles);
                writer.Block();
                break;
            // What is shown on a condition says itself whether it is hidden now.
            case "text:section" when xml.Attribute("text:display") is "none" || (xml.Attribute("text:display") is "condition" && xml.Attribute("text:is-hidden") is "true"):
                break;
            case "text:section" or "text:index-body" or "text:index-title" or "text:table-of-content" or "text:alphabetical-index" or "text:illustration-index"
                or "text:table-index" or "text:object-index" or "text:user-index" or "text:bibliography" or "text:numbered-paragraph" or "draw:text-box":
                ReadChildren(xml);
                break;
            case var _ when name.StartsWith("draw:", StringComparison.Ordinal):
                ReadChildren(xml);
                break;
        }
    }

    /// <summary>Writes the notes that were referred to so far, which would break sentences where they are.</summary>
    public void WriteNotes()
    {
        foreach (var note in notes)
        {
            Box(note);
        }
    }

    /// <summary>Takes over what a part of this text refers to.</summary>
    public void AddNotes(IEnumerable<string> more) => notes.AddRange(more);

    private void Paragraph(XmlReader xml)
    {
        var style = xml.Attribute("text:style-name");
        var paragraph = new OdtParagraph(styles);
        paragraph.Read(xml, style);
        notes.AddRange(paragraph.Notes);
        if (!string.IsNullOrWhiteSpace(paragraph.Text))
        {
            Title ??= styles.IsTitle(style) ? paragraph.Text : null;
            Paragraphs++;
            writer.Block();
            BrokenLines.Write(writer, lists.TakeMarker(), paragraph.Text);
            writer.Block();
        }

        foreach (var box in paragraph.Boxes)
        {
            Paragraphs++;
            Box(box);
        }
    }

    private void Box(string blocks)
    {
        writer.Block();
        writer.Verbatim(blocks);
        writer.Block();
    }
}
