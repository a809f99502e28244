namespace BriefingBot.Ingestion;

/// <summary>
/// Reads what a reader of an OpenDocument text sees: not what is hidden or was deleted, no comments, headers or footers. OpenDocument 1.3, part 3:
/// https://docs.oasis-open.org/office/OpenDocument/v1.3/.
/// </summary>
internal static class OdtReader
{
    public static ReadArticle Read(ReadOnlyMemory<byte> bytes) => Read(bytes, new());

    public static ReadArticle Read(ReadOnlyMemory<byte> bytes, ReadingBudget budget) => SafeXml.Explained(() =>
    {
        var files = new ZippedFiles(bytes, budget);
        RefuseEncrypted(files);
        var styles = new OdtStyles();
        Read(files, "styles.xml", xml => xml.EachChild(name => styles.Add(xml, name)));
        var body = new OdtBlocks(styles);
        if (!Read(files, "content.xml", xml => xml.EachChild(name =>
            {
                styles.Add(xml, name);
                if (name == "office:body")
                {
                    xml.EachWithin("office:text", () => body.ReadChildren(xml));
                }
            })))
        {
            throw new UnreadableInputException("there is no document in it. Open it in the program that it comes from, and save it anew as .odt");
        }

        body.WriteNotes();
        var metadata = new DublinCore();
        Read(files, "meta.xml", xml => metadata = DublinCore.Read(xml, isOpenDocument: true));
        return new ReadArticle(body.Text)
        {
            Title = metadata.Title ?? body.Title,
            Author = metadata.Author,
            Published = metadata.Published,
            Modified = metadata.Modified,
            Language = metadata.Language ?? styles.Language,
        };
    });

    private static void RefuseEncrypted(ZippedFiles files) =>
        Read(files, "META-INF/manifest.xml", xml => xml.EachWithin("manifest:encryption-data", () =>
            throw new UnreadableInputException("it is protected by a password. Open it in the program that it comes from, and save it without one")));

    private static bool Read(ZippedFiles files, string name, Action<System.Xml.XmlReader> read)
    {
        using var stream = files.Open(name);
        if (stream is null)
        {
            return false;
        }

        using var xml = SafeXml.Open(stream);
        read(xml);
        return true;
    }
}
