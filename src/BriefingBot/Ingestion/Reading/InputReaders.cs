namespace BriefingBot.Ingestion;

/// <summary>
/// The readers of files, chosen by what a file holds. Pure: bytes in, text and metadata out, so that they can run in a process of their own.
/// Throws <see cref="UnreadableInputException"/> and nothing else, whatever the bytes are.
/// </summary>
internal static class InputReaders
{
    public static string SupportedList => ".txt, .md, .html, .pdf, .docx, .pptx, .odt, .epub, .eml, feeds (.rss, .atom, .xml) and .zip archives of them";

    /// <summary>The articles of a file, one after the other: most have one, without a name; mail, feeds and archives may have several. A part that cannot be read is among them with its problem.</summary>
    /// <param name="name">The file's name: it decides between texts that look alike, and nothing else.</param>
    /// <param name="bytes">The file's content.</param>
    public static IEnumerable<ReadPart> Read(string name, ReadOnlyMemory<byte> bytes) => Read(name, bytes, new());

    /// <summary>As <see cref="Read(string, ReadOnlyMemory{byte})"/>, for an input within another.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="bytes">The file's content.</param>
    /// <param name="budget">What may still be unpacked of the input that this one is in.</param>
    /// <param name="depth">How many others the file is attached to. See <see cref="NestedParts"/>.</param>
    public static IEnumerable<ReadPart> Read(string name, ReadOnlyMemory<byte> bytes, ReadingBudget budget, int depth = 0) => FormatDetection.Of(name, bytes.Span) switch
    {
        InputFormat.PlainText => Whole(new ReadArticle(TextDecoding.Decode(bytes.Span))),
        InputFormat.Markdown => Whole(MarkdownReader.Read(TextDecoding.Decode(bytes.Span))),
        InputFormat.Html => Whole(HtmlReader.Read(HtmlDecoding.Decode(bytes.Span))),
        InputFormat.Mail => MailReader.Read(bytes, budget, depth),
        InputFormat.Feed => FeedReader.Read(HtmlDecoding.Decode(bytes.Span)),
        InputFormat.Pdf => Whole(PdfReader.Read(bytes)),
        InputFormat.Docx => Whole(DocxReader.Read(bytes, budget)),
        InputFormat.Pptx => Whole(PptxReader.Read(bytes, budget)),
        InputFormat.OpenDocumentText => Whole(OdtReader.Read(bytes, budget)),
        InputFormat.Epub => Whole(EpubReader.Read(bytes, budget)),
        InputFormat.Zip => ZipReader.Read(bytes, budget),
        _ => throw new UnreadableInputException(UnsupportedInput.Refusal(name, bytes.Span)),
    };

    private static IEnumerable<ReadPart> Whole(ReadArticle article) => ReadArticle.HasWords(article.Text)
        ? [new("", article)]
        : throw new UnreadableInputException("there is no text in it. Check that the file is the right one and that it was saved");
}
