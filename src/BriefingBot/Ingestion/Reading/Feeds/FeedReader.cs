using System.Xml;
using System.Xml.Linq;

namespace BriefingBot.Ingestion;

/// <summary>Reads feeds of RSS (0.9 to 2.0) and Atom: an entry is an article.</summary>
internal static class FeedReader
{
    /// <summary>XHTML in an entry is as deep as pages are; those nest a few tens deep.</summary>
    private const int Deepest = 500;

    public static IEnumerable<ReadPart> Read(string xml)
    {
        var root = Parse(xml);
        var entries = root.Name.LocalName == "entry" ? [root] : root.Elements().Concat(root.Elements().Where(element => element.Name.LocalName == "channel").Elements())
            .Where(element => element.Name.LocalName is "item" or "entry").ToList();
        if (entries.Count == 0)
        {
            throw new UnreadableInputException("the feed has no entries. Download it again, or later");
        }

        return PartsOf(root, entries);
    }

    private static IEnumerable<ReadPart> PartsOf(XElement root, List<XElement> entries)
    {
        var feed = FeedMetadata.Of(root);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            var part = FeedEntry.Read(entries[i], feed, number: i + 1);
            yield return names.Add(part.Name) ? part : part with { Name = $"{part.Name} (entry {i + 1})" };
        }
    }

    private static XElement Parse(string xml)
    {
        try
        {
            xml = xml.TrimStart();
            RefuseBeyondReading(xml);
            using var reader = Open(xml);
            return XElement.Load(reader);
        }
        catch (XmlException fault)
        {
            throw new UnreadableInputException($"the feed's XML is broken: {fault.Message.TrimEnd('.')}. Download it again, or save its entries as .html", fault);
        }
    }

    /// <summary>Names are looked up through all the elements around: that takes time by the square of the depth.</summary>
    private static void RefuseBeyondReading(string xml)
    {
        using var reader = Open(xml);
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
            {
                throw new UnreadableInputException("the feed is nested too deep to be read. Save its entries as .html");
            }
        }
    }

    /// <summary>Entities that the feed declares are not read, so that none can grow without end, and nothing is fetched.</summary>
    private static XmlReader Open(string xml) => XmlReader.Create(
        new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false });
}
