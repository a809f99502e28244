using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace BriefingBot.Tests.Ingestion;

/// <summary>Makes PDFs with text at given places of an A4 sheet, 595 points wide and 842 high.</summary>
internal sealed class SomePdf
{
    private readonly PdfDocumentBuilder document = new();
    private readonly PdfDocumentBuilder.AddedFont regular;
    private readonly PdfDocumentBuilder.AddedFont bold;
    private readonly PdfDocumentBuilder.AddedFont code;
    private PdfPageBuilder page;

    public SomePdf()
    {
        regular = document.AddStandard14Font(Standard14Font.Helvetica);
        bold = document.AddStandard14Font(Standard14Font.HelveticaBold);
        code = document.AddStandard14Font(Standard14Font.Courier);
        page = document.AddPage(PageSize.A4);
    }

    public SomePdf Says(Action<PdfDocumentBuilder.DocumentInformationBuilder> properties)
    {
        properties(document.DocumentInformation);
        return this;
    }

    public SomePdf NextPage()
    {
        page = document.AddPage(PageSize.A4);
        return this;
    }

    public SomePdf Line(string text, double x, double y, double size = 10, bool isBold = false, bool isCode = false)
    {
        page.AddText(text, size, new PdfPoint(x, y), isBold ? bold : isCode ? code : regular);
        return this;
    }

    public SomePdf Unseen(string text, double x, double y)
    {
        page.SetTextRenderingMode(TextRenderingMode.Neither);
        Line(text, x, y);
        page.SetTextRenderingMode(TextRenderingMode.Fill);
        return this;
    }

    /// <summary>Lines below each other, 12 points apart.</summary>
    public SomePdf Lines(double x, double top, params string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            Line(lines[i], x, top - (12 * i));
        }

        return this;
    }

    /// <summary>A column of prose of so many lines, whose words begin with a name, about 200 points wide.</summary>
    public SomePdf Column(string name, double x, double top, int lines) =>
        Lines(x, top, [.. Enumerable.Range(1, lines).Select(i => $"{name} goes on in line {i} with some more words{(i == lines ? "." : "")}")]);

    public ReadOnlyMemory<byte> Bytes() => document.Build();
}
