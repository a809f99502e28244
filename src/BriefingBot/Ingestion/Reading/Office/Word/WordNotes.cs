namespace BriefingBot.Ingestion;

/// <summary>
/// Footnotes and endnotes, read after the text that refers to them, so that no sentence is broken by them. Those that nothing which is read refers to
/// are left out: they belong to deleted text.
/// </summary>
internal sealed class WordNotes(WordDocument document)
{
    private readonly HashSet<string> footnotes = [];
    private readonly HashSet<string> endnotes = [];

    public void Refer(bool isFootnote, string? id) => (isFootnote ? footnotes : endnotes).Add(id ?? "");

    /// <summary>Adds the notes that were referred to, each a block of its own.</summary>
    public void Write(WordBlocks blocks)
    {
        Write(blocks, "/footnotes", footnotes);
        Write(blocks, "/endnotes", endnotes);
    }

    private void Write(WordBlocks blocks, string type, HashSet<string> wanted)
    {
        if (wanted.Count == 0)
        {
            return;
        }

        document.Package.Read(document.Related(type), xml =>
        {
            xml.EachChild(_ =>
            {
                if (wanted.Contains(xml.Attribute("w:id") ?? ""))
                {
                    blocks.ReadChildren(xml);
                }
            });
            return true;
        });
    }
}
