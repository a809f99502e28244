using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>Tables, row by row. Rows and cells that are said to repeat themselves are read once: a few bytes can say so a million times.</summary>
internal static class OdtTable
{
    public static void Rows(XmlReader xml, OdtBlocks around, TextBlockWriter writer, OdtStyles styles) => xml.EachChild(name =>
    {
        switch (name)
        {
            case "table:table-row":
                TableCell.WriteRow(writer, CellsOf(xml, around, styles));
                break;
            case "table:table-header-rows" or "table:table-rows" or "table:table-row-group":
                Rows(xml, around, writer, styles);
                break;
        }
    });

    private static List<TableCell> CellsOf(XmlReader xml, OdtBlocks around, OdtStyles styles)
    {
        var (cells, covered) = (new List<TableCell>(), 0);
        xml.EachChild(name =>
        {
            if (name == "table:table-cell")
            {
                covered = (xml.Number("table:number-columns-spanned") ?? 1) - 1;
                var cell = new OdtBlocks(styles);
                cell.ReadChildren(xml);
                around.AddNotes(cell.Notes);
                cells.Add(new(cell.Text, cell.Paragraphs, cell.HasTable));
            }
            else if (name == "table:covered-table-cell" && --covered < 0)
            {
                // By a cell of a row above: this one's column has to be kept.
                cells.Add(new(""));
            }
        });
        return cells;
    }
}
