using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>The text of a body, a table's cell, a text box or a note: its paragraphs and tables one after the other.</summary>
internal sealed class WordBlocks(WordDocument document)
{
    private readonly TextBlockWriter writer = new();
    private bool lastWasItem;
    private bool runsOn;

    public string Text => writer.ToString();

    /// <summary>How many paragraphs with text there are, those in tables left out.</summary>
    public int Paragraphs { get; private set; }

    public bool HasTable { get; private set; }

    /// <summary>Reads all that stands in the element that the reader is on.</summary>
    public void ReadChildren(XmlReader xml) => xml.EachChild(name => ReadChild(xml, name));

    /// <summary>Reads the element that the reader is on, if it is one of a text's.</summary>
    public void ReadChild(XmlReader xml, string name)
    {
        switch (name)
        {
            case "w:p":
                Paragraph(xml);
                break;
            case "w:tbl":
                HasTable = true;
                lastWasItem = runsOn = false;
                WordTable.Read(xml, document, writer);
                break;
            case "w:sdt":
                WordControl.Read(xml, child => ReadChild(xml, child));
                break;
            case "w:ins" or "w:moveTo" or "w:customXml" or "w:smartTag":
                ReadChildren(xml);
                break;
            case "mc:AlternateContent":
                OfficeAlternatives.Read(xml, () => Paragraphs + (HasTable ? 1 : 0), child => ReadChild(xml, child));
                break;
            case "m:oMathPara" or "m:oMath":
                Write("", MathText.Of(xml), isItem: false);
                break;
        }
    }

    private void Paragraph(XmlReader xml)
    {
        var paragraph = new WordParagraph();
        var runs = new WordRuns(document);
        runs.SetStyle(document.Styles.DefaultParagraph);
        xml.EachChild(name =>
        {
            if (name == "w:pPr")
            {
                paragraph.Read(xml);
                runs.SetStyle(paragraph.Style ?? document.Styles.DefaultParagraph);
            }
            else
            {
                runs.Inline(xml, name);
            }
        });
        document.Fields.EndParagraph();
        Write(paragraph, runs);
    }

    private void Write(WordParagraph paragraph, WordRuns runs)
    {
        var text = runs.Text;
        var hasText = !string.IsNullOrWhiteSpace(text);
        if (hasText && document.Title is null && document.Styles.IsTitle(paragraph.Style))
        {
            document.Title = text;
        }

        // One that is deleted to its end has no number either.
        var marker = hasText || !paragraph.RunsOn ? paragraph.NextMarker(document) : null;
        if (hasText)
        {
            Write(marker ?? "", text, isItem: marker is not null && !paragraph.IsHeading(document.Styles));
            runsOn = paragraph.RunsOn;
        }

        foreach (var box in runs.Boxes)
        {
            Paragraphs++;
            writer.Block();
            writer.Verbatim(box);
            writer.Block();
            lastWasItem = false;
        }
    }

    private void Write(string marker, string text, bool isItem)
    {
        Paragraphs++;
        if (!runsOn)
        {
            if (isItem && lastWasItem)
            {
                writer.Line();
            }
            else
            {
                writer.Block();
            }

            lastWasItem = isItem;
        }

        BrokenLines.Write(writer, runsOn ? "" : marker, text);
        runsOn = false;
    }
}
