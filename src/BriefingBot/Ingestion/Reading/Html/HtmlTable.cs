using AngleSharp.Dom;

namespace BriefingBot.Ingestion;

/// <summary>Tells tables of data, read row by row, from tables that only lay out a page, whose cells are read as blocks.</summary>
internal static class HtmlTable
{
    /// <summary>What a cell of data does not hold.</summary>
    private const string Layout = "table, h1, h2, h3, h4, h5, h6, article, section, blockquote, pre, p + p";

    public static bool HoldsData(IElement row) => !CellsOf(row).Any(cell => cell.QuerySelector(Layout) is not null);

    public static IEnumerable<IElement> CellsOf(IElement row) => row.Children.Where(child => child.LocalName is "td" or "th");
}
