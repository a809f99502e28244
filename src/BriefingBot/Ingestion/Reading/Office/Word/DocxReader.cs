namespace BriefingBot.Ingestion;

/// <summary>
/// Reads what a reader of a Word document sees of its text: not what is hidden or was deleted, no comments, headers or footers. Streams through
/// the document's parts, so that a table without end costs no more than its text.
/// </summary>
internal static class DocxReader
{
    public static ReadArticle Read(ReadOnlyMemory<byte> bytes) => Read(bytes, new());

    public static ReadArticle Read(ReadOnlyMemory<byte> bytes, ReadingBudget budget) => SafeXml.Explained(() =>
    {
        var document = new WordDocument(new(bytes, budget));
        var body = new WordBlocks(document);
        if (!document.Package.Read(document.MainPart, xml => Body(xml, body)))
        {
            throw new UnreadableInputException("there is no document in it. Open it in Word, and save it anew as .docx");
        }

        document.Notes.Write(body);
        var properties = document.Package.Properties();
        return new ReadArticle(body.Text)
        {
            Title = properties.Title ?? document.Title,
            Author = properties.Author,
            Published = properties.Published,
            Modified = properties.Modified,
            Language = properties.Language ?? document.Styles.Language,
        };
    });

    private static bool Body(System.Xml.XmlReader xml, WordBlocks body)
    {
        xml.EachChild(name =>
        {
            if (name == "w:body")
            {
                body.ReadChildren(xml);
            }
        });
        return true;
    }
}
