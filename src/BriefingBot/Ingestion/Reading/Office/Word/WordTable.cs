using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>Tables, row by row.</summary>
internal static class WordTable
{
    public static void Read(XmlReader xml, WordDocument document, TextBlockWriter writer)
    {
        writer.Block();
        Rows(xml, document, writer);
        writer.Block();
    }

    private static void Rows(XmlReader xml, WordDocument document, TextBlockWriter writer) => xml.EachChild(name =>
    {
        switch (name)
        {
            case "w:tr":
                Row(xml, document, writer);
                break;
            case "w:sdt":
                WordControl.Read(xml, child =>
                {
                    if (child == "w:tr")
                    {
                        Row(xml, document, writer);
                    }
                });
                break;
            case "w:ins" or "w:moveTo" or "w:customXml":
                Rows(xml, document, writer);
                break;
        }
    });

    private static void Row(XmlReader xml, WordDocument document, TextBlockWriter writer)
    {
        var isGone = false;
        var cells = new List<TableCell>();
        xml.EachChild(name => Cells(name));
        if (isGone)
        {
            return;
        }

        TableCell.WriteRow(writer, cells);

        void Cells(string name)
        {
            switch (name)
            {
                case "w:trPr":
                    xml.EachChild(property => isGone |= property == "w:del" || (property == "w:hidden" && WordSwitch.IsOn(xml)));
                    break;
                case "w:tc":
                    cells.Add(Cell(xml, document));
                    break;
                case "w:sdt":
                    WordControl.Read(xml, Cells);
                    break;
                case "w:ins" or "w:customXml":
                    xml.EachChild(Cells);
                    break;
            }
        }
    }

    /// <summary>A cell that goes on from the row above is empty here, and so is one that was deleted.</summary>
    private static TableCell Cell(XmlReader xml, WordDocument document)
    {
        var (cell, goesOn) = (new WordBlocks(document), false);
        xml.EachChild(name =>
        {
            if (name == "w:tcPr")
            {
                xml.EachChild(property => goesOn |= property == "w:cellDel" || (property == "w:vMerge" && xml.Attribute("w:val") is null or "continue"));
            }
            else if (!goesOn)
            {
                cell.ReadChild(xml, name);
            }
        });
        return new(cell.Text, cell.Paragraphs, cell.HasTable);
    }
}
