using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace BriefingBot.Ingestion;

/// <summary>Opens a document and reads the runs of each page. The library below throws what it likes on damaged files: here it becomes a message.</summary>
internal static class PdfPages
{
    /// <summary>Books have two million letters; four cost about a gigabyte and a minute.</summary>
    private const long MostLetters = 4_000_000;

    // What an empty page costs, so that a tree of a million of them ends as well.
    private const int CostOfPage = 200;

    public static PdfDocument Open(ReadOnlyMemory<byte> bytes)
    {
        PdfDocument document;
        try
        {
            document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = false });
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new UnreadableInputException("it is encrypted with a password. Save a copy without one and load that", e);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new UnreadableInputException("the PDF is damaged. Open it in a PDF viewer and print it to a new PDF, or export it again", e);
        }

        return document;
    }

    /// <summary>
    /// A page that cannot be read fails the whole document: one that went in without one of
    /// its pages would say less than its readers believe.
    /// </summary>
    public static List<PdfPage> Read(PdfDocument document)
    {
        List<PdfPage> pages = [];
        var letters = 0L;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            try
            {
                var page = document.GetPage(number);
                letters += page.Letters.Count + CostOfPage;
                if (letters <= MostLetters)
                {
                    pages.Add(RunsOf(page));
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"page {number} of {document.NumberOfPages}");
                throw new UnreadableInputException($"{place} cannot be read, so none of it was taken. Print the document to a new PDF, or leave that page out", e);
            }

            if (letters > MostLetters)
            {
                throw new UnreadableInputException(string.Create(CultureInfo.InvariantCulture, $"it has more than {MostLetters:N0} characters. Split it into several files"));
            }
        }

        return pages;
    }

    private static PdfPage RunsOf(Page page)
    {
        var read = new PdfPage(page.CropBox.Bounds.Bottom, page.CropBox.Bounds.Top, [], []);
        List<PdfRun> seen = [];
        foreach (var (isSeen, angle, glyphs) in PdfLetters.Layers(page))
        {
            var runs = PdfRows.Runs(glyphs);
            if (!isSeen && angle == 0)
            {
                // Text recognition may have read again what is there as text.
                runs.RemoveAll(run => seen.Exists(run.LiesOn));
            }

            if (angle == 0)
            {
                read.Level.AddRange(runs);
                seen.AddRange(isSeen ? runs : []);
            }
            else
            {
                read.Turned.Add(runs);
            }
        }

        PdfDropCap.Join(read.Level);
        return read;
    }
}
