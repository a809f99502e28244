using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>Reads a book in the order of its spine, without the pages that only lead through it. EPUB 3.3: https://www.w3.org/TR/epub-33/.</summary>
internal static class EpubReader
{
    public static ReadArticle Read(ReadOnlyMemory<byte> bytes) => Read(bytes, new());

    public static ReadArticle Read(ReadOnlyMemory<byte> bytes, ReadingBudget budget) => SafeXml.Explained(() =>
    {
        var files = new ZippedFiles(bytes, budget);
        var book = EpubPackage.Read(files);
        var protectedFiles = EpubProtection.FilesOf(files);
        var text = new StringBuilder();
        foreach (var chapter in book.Chapters)
        {
            if (protectedFiles.Contains(chapter))
            {
                throw new UnreadableInputException("the book is protected against copying (DRM), so that its text cannot be read. Ask the publisher for an edition without it");
            }

            if (files.Bytes(chapter) is { } page && TextOf(page) is { Length: > 0 } words)
            {
                text.Append(text.Length == 0 ? "" : "\n\n").Append(words);
            }
        }

        return new ReadArticle(text.ToString())
        {
            Title = book.Metadata.Title,
            Source = book.Metadata.Publisher,
            Author = book.Metadata.Author,
            Published = book.Metadata.Published,
            Modified = book.Metadata.Modified,
            Language = book.Metadata.Language,
        };
    });

    // All of a chapter is its content, its header and its notes too.
    private static string TextOf(byte[] page) => HtmlReader.TextOfFragment($"<main>{XhtmlAsHtml.Of(HtmlDecoding.Decode(page))}</main>");
}
