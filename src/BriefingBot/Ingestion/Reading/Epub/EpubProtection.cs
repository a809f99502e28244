namespace BriefingBot.Ingestion;

/// <summary>Which files of a book are encrypted: https://www.w3.org/TR/epub-33/#sec-container-metainf-encryption.xml.</summary>
internal static class EpubProtection
{
    public static HashSet<string> FilesOf(ZippedFiles files)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using var stream = files.Open("META-INF/encryption.xml");
        if (stream is null)
        {
            return found;
        }

        using var xml = SafeXml.Open(stream);
        xml.EachWithin("enc:CipherReference", () =>
        {
            // From the book's root, other than addresses elsewhere. Fonts are only made unusable outside the book, and never a chapter.
            found.Add(Uri.UnescapeDataString(xml.Attribute("URI") ?? "").TrimStart('/'));
        });
        return found;
    }
}
