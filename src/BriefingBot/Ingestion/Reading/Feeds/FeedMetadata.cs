using System.Xml.Linq;

namespace BriefingBot.Ingestion;

/// <summary>What a feed says of itself, which holds for its entries.</summary>
/// <param name="Title">Null when it has none.</param>
/// <param name="Author">Of every entry that names none; only Atom has one.</param>
/// <param name="Address">Where the feed belongs, which addresses of entries may be relative to.</param>
/// <param name="Language">Null when it names none.</param>
internal sealed record FeedMetadata(string? Title, string? Author, Uri? Address, string? Language)
{
    public static FeedMetadata Of(XElement root)
    {
        // Of RSS it is all in the channel; RSS 1.0 has the entries beside it.
        var feed = root.Elements().FirstOrDefault(element => element.Name.LocalName == "channel") ?? root;
        var link = Of(feed, "link").FirstOrDefault(link => link.Attribute("rel")?.Value is null or "alternate");
        return new(
            Of(feed, "title").Select(title => TextBlockWriter.OnOneLine(title.Value)).FirstOrDefault(title => title.Length > 0),
            Of(feed, "author").SelectMany(author => Of(author, "name")).Select(name => name.Value).FirstOrDefault(),
            WebAddress.ParseOrNull(feed.Attribute(XNamespace.Xml + "base")?.Value) ?? WebAddress.ParseOrNull(link?.Attribute("href")?.Value ?? link?.Value),
            feed.Attribute(XNamespace.Xml + "lang")?.Value ?? Of(feed, "language").FirstOrDefault()?.Value.Trim());
    }

    private static IEnumerable<XElement> Of(XElement parent, string name) => parent.Elements().Where(element => element.Name.LocalName == name);
}
