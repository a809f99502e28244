namespace BriefingBot.Ingestion;

internal enum PdfBlockKind
{
    Paragraph,

    /// <summary>Set in a larger or bolder type than what follows.</summary>
    Heading,
    ListItem,

    /// <summary>Rows or lines of code, which keep their line ends.</summary>
    Lines,
}

/// <summary>
/// Lines that belong together on one page. <paramref name="Page"/> counts from 0; <paramref name="Column"/> is which of the document's columns it is in, so
/// that it is known what stands at the end of one.
/// </summary>
internal sealed record PdfBlock(PdfBlockKind Kind, int Page, int Column, List<PdfLine> Lines)
{
    public double Size => Lines[0].Size;

    /// <summary>The block that it goes on in, on the next column or page.</summary>
    public PdfBlock? Continuation { get; set; }

    /// <summary>Whether its rows are a table's.</summary>
    public bool IsTable { get; init; }
}
