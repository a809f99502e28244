using UglyToad.PdfPig;

namespace BriefingBot.Ingestion;

/// <summary>Reads a PDF: its text in the order of reading, a paragraph a line, where its pages begin, and what it says about itself.</summary>
internal static class PdfReader
{
    /// <summary>
    /// Throws <see cref="UnreadableInputException"/> for what is damaged, locked, scanned or without end. A document is read whole or not at all.
    /// Does not guard against files that have the parser call itself without end; a process of its own does.
    /// </summary>
    public static ReadArticle Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = PdfPages.Open(bytes);
        try
        {
            return document.NumberOfPages > 0
                ? Read(document)
                : throw new UnreadableInputException("it has no pages. Check that the file is complete, or export it again");
        }
        catch (Exception e) when (e is not UnreadableInputException and not OutOfMemoryException)
        {
            throw new UnreadableInputException("the PDF cannot be made sense of. Print it to a new PDF, or save its text as .txt", e);
        }
    }

    private static ReadArticle Read(PdfDocument document)
    {
        var pages = PdfPages.Read(document);
        RefuseWithoutText(pages);
        pages.ForEach(page => page.RemoveAll(run => run.IsUnread));
        var bodySize = BodySize(pages);
        PdfRunningLines.Drop(pages, bodySize);

        var blocks = Blocks(pages, bodySize);
        var hyphens = new PdfHyphens(blocks.SelectMany(block => block.Lines));
        PdfFlow.Connect(blocks);
        var (text, starts) = PdfText.Of(blocks, pages.Count, hyphens);
        var properties = PdfProperties.Of(document);
        return new(text)
        {
            Title = properties.Title ?? PdfTitle.OfPage(blocks, bodySize, hyphens),
            Author = properties.Author,
            Published = properties.Published,
            Modified = properties.Modified,
            Language = properties.Language,
            Pages = starts,
        };
    }

    private static List<PdfBlock> Blocks(List<PdfPage> pages, double bodySize)
    {
        List<PdfBlock> blocks = [];
        var column = 0;
        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var region in pages[page].Layers.SelectMany(PdfColumns.Regions))
            {
                blocks.AddRange(PdfParagraphs.Blocks(PdfLine.Of(region), page, column, bodySize));
                column++;
            }
        }

        return blocks;
    }

    private static void RefuseWithoutText(List<PdfPage> pages)
    {
        var characters = pages.SelectMany(page => page.Layers).SelectMany(runs => runs).SelectMany(run => run.Text).Where(c => !char.IsWhiteSpace(c)).ToList();
        if (characters.Count == 0)
        {
            throw new UnreadableInputException("it has pages but no text: it is a scan, or pictures. Run text recognition (OCR) on it and load the result");
        }

        // Fonts may draw letters without saying which ones they are.
        if (characters.Count(c => char.IsControl(c) || c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF')) * 2 > characters.Count)
        {
            throw new UnreadableInputException("its fonts do not say which letters they draw, so that its text cannot be read. Run text recognition (OCR) on it, or export it again");
        }
    }

    private static double BodySize(List<PdfPage> pages) => pages.SelectMany(page => page.Layers).SelectMany(runs => runs)
        .GroupBy(run => Math.Round(run.Size, 1)).MaxBy(sizes => sizes.Sum(run => run.Letters))!.Key;
}
