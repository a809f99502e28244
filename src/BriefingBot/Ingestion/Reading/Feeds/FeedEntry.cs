using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>Reads an entry of a feed.</summary>
internal static class FeedEntry
{
    private const string Remedy = "Save the page that it leads to as .html";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XName EncodedContent = XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/");

    /// <summary>The article, named by its address or title; or the problem, when the entry has no text or is broken.</summary>
    public static ReadPart Read(XElement element, FeedMetadata feed, int number)
    {
        SyndicationItem item;
        try
        {
            using var reader = ToTheLetter(element, old: element.Name.Namespace == Atom ? XNamespace.Xml : element.Name.Namespace).CreateReader();
            item = SyndicationItem.Load(reader);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new($"entry {number}", null, $"the entry is broken: {fault.Message.TrimEnd('.')}. {Remedy}");
        }

        var isAtom = element.Name.Namespace == Atom;
        var url = AddressOf(item, feed.Address);
        try
        {
            var title = TitleOf(item, isAtom);
            var text = TextOf(item, isAtom);
            var name = url?.AbsoluteUri ?? title ?? $"entry {number}";
            return ReadArticle.HasWords(text)
                ? new(name, new ReadArticle(text)
                {
                    Title = title,
                    Source = feed.Title,
                    Author = AuthorOf(item) ?? feed.Author,
                    Url = url,
                    Published = PublishedOf(item),
                    Modified = ModifiedOf(item),
                    Language = element.Attribute(XNamespace.Xml + "lang")?.Value ?? feed.Language,
                })
                : new(name, null, $"the entry has no text. {Remedy}");
        }
        catch (UnreadableInputException fault)
        {
            return new(url?.AbsoluteUri ?? $"entry {number}", null, fault.Message);
        }
    }

    /// <summary>
    /// The entry as it is written to the letter of RSS 2.0 or Atom: without blanks between elements, which are read as text; with the names of
    /// RSS 0.9 and 1.0, which mean the same and have namespaces; and with markup in a description of RSS as text.
    /// </summary>
    private static XElement ToTheLetter(XElement element, XNamespace old)
    {
        var name = element.Name.Namespace == old ? XName.Get(element.Name.LocalName) : element.Name;
        var attributes = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration);
        if (!element.HasElements || (element.Name.Namespace == Atom && element.Name.LocalName is "title" or "summary" or "content" or "rights"))
        {
            return new(name, attributes, element.Nodes());
        }

        return name.LocalName is "title" or "description" or "encoded"
            ? new(name, attributes, string.Concat(element.Nodes()))
            : new(name, attributes, element.Elements().Select(child => ToTheLetter(child, old)));
    }

    private static Uri? AddressOf(SyndicationItem item, Uri? feed)
    {
        var link = item.Links.FirstOrDefault(link => link.RelationshipType is null or "alternate");
        var address = link?.GetAbsoluteUri() ?? link?.Uri;
        address = address is { IsAbsoluteUri: false } && feed is not null && Uri.TryCreate(feed, address, out var whole) ? whole : address;
        return WebAddress.ParseOrNull(address?.OriginalString is { Length: > 0 } ? address.ToString() : item.Id);
    }

    private static string TextOf(SyndicationItem item, bool isAtom)
    {
        var encoded = item.ElementExtensions.FirstOrDefault(extension => extension.OuterName == EncodedContent.LocalName && extension.OuterNamespace == EncodedContent.NamespaceName);
        string[] texts = [encoded is null ? "" : Plain(encoded.GetObject<XElement>().Value), Words(item.Content, isAtom), Words(item.Summary, isAtom)];
        return texts.FirstOrDefault(ReadArticle.HasWords) ?? "";
    }

    /// <summary>Atom says whether it is markup; RSS does not.</summary>
    private static string Words(SyndicationContent? content, bool isAtom) => content is TextSyndicationContent { Text: { } text } written
        ? isAtom ? written.Type == "text" ? text : Plain(text) : text.AsSpan().ContainsAny('<', '&') ? Plain(text) : text
        : "";

    private static string Plain(string html)
    {
        try
        {
            return HtmlReader.TextOfFragment(html);
        }
        catch (Exception fault) when (fault is not UnreadableInputException and not OutOfMemoryException)
        {
            throw new UnreadableInputException($"the entry's text cannot be made sense of. {Remedy}", fault);
        }
    }

    private static string? AuthorOf(SyndicationItem item)
    {
        var names = item.Authors.Select(author => author.Name ?? InParentheses(author.Email)).Concat(Values(item, "creator"))
            .Where(name => !string.IsNullOrWhiteSpace(name)).Distinct().ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    /// <summary>RSS writes authors as "address (name)", though many write only the name.</summary>
    private static string? InParentheses(string? author)
    {
        var (open, close) = (author?.IndexOf('(') ?? -1, author?.LastIndexOf(')') ?? -1);
        return open >= 0 && close > open + 1 ? author![(open + 1)..close].Trim() : author;
    }

    private static PublicationDate? PublishedOf(SyndicationItem item) => Moment(() => item.PublishDate)
        ?? Values(item, "date").Select(text => PublicationDate.TryParse(text, out var date) ? date : (PublicationDate?)null).FirstOrDefault()
        ?? Moment(() => item.LastUpdatedTime);

    private static PublicationDate? ModifiedOf(SyndicationItem item) => Moment(() => item.LastUpdatedTime) is { } modified && modified != PublishedOf(item) ? modified : null;

    /// <summary>Null where there is none, or none that is a date: that is told when it is asked for.</summary>
    private static PublicationDate? Moment(Func<DateTimeOffset> of)
    {
        try
        {
            return of() is var moment && moment > DateTimeOffset.MinValue ? new(moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond)), HasTime: true) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Values(SyndicationItem item, string name) => item.ElementExtensions
        .Where(extension => extension.OuterName == name && extension.OuterNamespace == Dublin.NamespaceName)
        .Select(extension => extension.GetObject<XElement>().Value.Trim());

    private static string? TitleOf(SyndicationItem item, bool isAtom) =>
        TextBlockWriter.OnOneLine(Words(item.Title, isAtom)) is { Length: > 0 } line ? line : null;
}
