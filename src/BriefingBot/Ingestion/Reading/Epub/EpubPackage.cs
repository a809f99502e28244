using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>What a book's package document says: what it is called, and which files are its chapters.</summary>
/// <param name="Metadata">About the book.</param>
/// <param name="Chapters">Names of files, in the order of reading.</param>
internal sealed record EpubPackage(DublinCore Metadata, IReadOnlyList<string> Chapters)
{
    public static EpubPackage Read(ZippedFiles files)
    {
        string? package = null;
        Read(files, "META-INF/container.xml", xml => xml.EachWithin("container:rootfile", () => package ??= xml.Attribute("full-path")));
        package ??= files.Entries.FirstOrDefault(entry => entry.Name.EndsWith(".opf", StringComparison.OrdinalIgnoreCase)).Name;
        var (metadata, items, spine) = (new DublinCore(), new Dictionary<string, Item>(StringComparer.Ordinal), new List<string>());
        if (package is null || !Read(files, package, xml => xml.EachChild(name =>
            {
                switch (name)
                {
                    case "opf:metadata":
                        metadata = DublinCore.Read(xml);
                        break;
                    case "opf:manifest":
                        xml.EachChild(_ => items.TryAdd(xml.Attribute("id") ?? "", new(
                            Resolve(package, xml.Attribute("href") ?? ""), xml.Attribute("media-type") ?? "", xml.Attribute("properties") ?? "")));
                        break;
                    case "opf:spine":
                        xml.EachChild(_ => spine.Add(xml.Attribute("idref") ?? ""));
                        break;
                }
            })))
        {
            throw new UnreadableInputException("there is no book in it: it has no package document. Download it again, or ask the publisher for another edition");
        }

        return new(metadata, [.. spine.Distinct().Select(id => items.GetValueOrDefault(id)).OfType<Item>().Where(item => item.IsChapter).Select(item => item.Name)]);
    }

    private static bool Read(ZippedFiles files, string name, Action<XmlReader> read)
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

    /// <summary>From the folder of the package document; none leads out of the book.</summary>
    private static string Resolve(string package, string href)
    {
        var inside = new Uri("http://book.invalid/");
        return Uri.TryCreate(inside, package, out var from) && Uri.TryCreate(from, href, out var at) && at.Host == inside.Host
            ? Uri.UnescapeDataString(at.AbsolutePath).TrimStart('/')
            : "";
    }

    private sealed record Item(string Name, string MediaType, string Properties)
    {
        public bool IsChapter => MediaType is "application/xhtml+xml" or "text/html" or "text/x-oeb1-document" && !Properties.Split(' ').Contains("nav");
    }
}
