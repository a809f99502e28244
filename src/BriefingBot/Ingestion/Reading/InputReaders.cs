namespace BriefingBot.Ingestion;

/// <summary>
/// The readers of files that hold one article each, by the file name's ending. Pure: bytes in, text and metadata out, so that they can
/// run in a process of their own. Throws <see cref="UnreadableInputException"/> and nothing else, whatever the bytes are.
/// </summary>
internal static class InputReaders
{
    public static string SupportedList => ".txt, .text, .md, .markdown, .html, .htm, .xhtml";

    /// <summary>Throws when there is no reader for the file, so that it need not be opened.</summary>
    public static void ThrowUnlessSupported(string fileName)
    {
        if (ReaderFor(fileName) is null)
        {
            throw new UnreadableInputException($"this kind of file is not read. These are: {SupportedList}, and .jsonl or .ndjson with one article a line");
        }
    }

    public static ReadArticle Read(string fileName, ReadOnlyMemory<byte> bytes)
    {
        ThrowUnlessSupported(fileName);
        var article = ReaderFor(fileName)!(bytes.Span);
        return ReadArticle.HasWords(article.Text)
            ? article
            : throw new UnreadableInputException("there is no text in it. Check that the file is the right one and that it was saved");
    }

    private static Reader? ReaderFor(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".TXT" or ".TEXT" => bytes => new ReadArticle(TextDecoding.Decode(bytes)),
        ".MD" or ".MARKDOWN" => bytes => MarkdownReader.Read(TextDecoding.Decode(bytes)),
        ".HTML" or ".HTM" or ".XHTML" => bytes => HtmlReader.Read(HtmlDecoding.Decode(bytes)),
        _ => null,
    };

    private delegate ReadArticle Reader(ReadOnlySpan<byte> bytes);
}
