using System.Xml;
using System.Xml.Linq;
using BriefingBot.Articles;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace BriefingBot.Ingestion;

/// <summary>
/// What a document says about itself. It was published on the day that its metadata call that; most name none, and then it is the day on which the
/// file was made, which is given by its maker and not guessed. A change counts when it is a day or more later.
/// </summary>
internal sealed record PdfProperties(string? Title, string? Author, PublicationDate? Published, PublicationDate? Modified, string? Language)
{
    private const int LargestMetadata = 1_000_000;

    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    public static PdfProperties Of(PdfDocument document)
    {
        var metadata = MetadataOf(document);
        var published = DateOf(InMetadata(metadata, name => name.LocalName == "publicationDate"))
            ?? DateOf(document.Information.CreationDate)
            ?? DateOf(InMetadata(metadata, name => name == Xmp + "CreateDate"));
        var modified = DateOf(document.Information.ModifiedDate) ?? DateOf(InMetadata(metadata, name => name == Xmp + "ModifyDate"));
        return new(
            PdfTitle.OfProperties(document.Information.Title) ?? PdfTitle.OfProperties(InMetadata(metadata, name => name == DublinCore + "title")),
            NameOf(document.Information.Author) ?? NameOf(AuthorsIn(metadata)),
            published,
            published is { } day && modified?.Moment - day.Moment >= TimeSpan.FromDays(1) ? modified : null,
            LanguageOf(document));
    }

    /// <summary>Reads <c>D:20260301093000+01'00'</c>, of which all behind the year may be missing: less than a day is no date. ISO 8601 is read as well.</summary>
    public static PublicationDate? DateOf(string? text)
    {
        text = text?.Trim().Replace("'", "", StringComparison.Ordinal) ?? "";
        if (text.StartsWith("D:", StringComparison.Ordinal))
        {
            text = text[2..];
        }

        var digits = text.AsSpan().IndexOfAnyExcept("0123456789") is >= 0 and var end ? text[..end] : text;
        if (digits.Length is not (8 or 12 or 14))
        {
            return PublicationDate.TryParse(text, out var iso) && IsPlausible(iso) ? iso : null;
        }

        var zone = text[digits.Length..];
        var offset = zone.Length >= 3 && zone[0] is '+' or '-' ? $"{zone[..3]}:{(zone.Length >= 5 ? zone[3..5] : "00")}" : "+00:00";
        var written = digits.Length == 8
            ? $"{digits[..4]}-{digits[4..6]}-{digits[6..8]}"
            : $"{digits[..4]}-{digits[4..6]}-{digits[6..8]}T{digits[8..10]}:{digits[10..12]}:{(digits.Length == 14 ? digits[12..] : "00")}{offset}";
        return PublicationDate.TryParse(written, out var date) && IsPlausible(date) ? date : null;
    }

    // Before there were PDFs, a clock was not set.
    private static bool IsPlausible(PublicationDate date) => date.Day.Year is >= 1985 and < 2200;

    private static string? NameOf(string? text) => CanonicalText.OneLine(text ?? "") is var name && name.Any(char.IsLetter) && !name.Contains('\uFFFD', StringComparison.Ordinal) ? name : null;

    private static XDocument? MetadataOf(PdfDocument document)
    {
        try
        {
            if (!document.TryGetXmpMetadata(out var found) || found.GetXmlBytes() is not { Length: > 0 and < LargestMetadata } bytes)
            {
                return null;
            }

            using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Metadata are a gift: text that can be read is not refused because they cannot.
            return null;
        }
    }

    /// <summary>A property is an element, with its first value in a list of languages, or an attribute.</summary>
    private static string? InMetadata(XDocument? metadata, Func<XName, bool> isNamed)
    {
        var element = metadata?.Descendants().FirstOrDefault(element => isNamed(element.Name));
        return element is null
            ? metadata?.Descendants().Attributes().FirstOrDefault(attribute => isNamed(attribute.Name))?.Value
            : element.Descendants(Rdf + "li").FirstOrDefault()?.Value ?? element.Value;
    }

    private static string? AuthorsIn(XDocument? metadata)
    {
        var names = metadata?.Descendants(DublinCore + "creator").FirstOrDefault()?.Descendants(Rdf + "li").Select(name => name.Value.Trim()).Where(name => name.Length > 0).ToList();
        return names is { Count: > 0 } ? string.Join(", ", names) : null;
    }

    private static string? LanguageOf(PdfDocument document)
    {
        try
        {
            return document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("Lang"), out var token)
                && token is IDataToken<string> { Data: { } tag } && IsTag(tag.Trim())
                ? tag.Trim()
                : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static bool IsTag(string tag) => tag.Length is >= 2 and <= 35 && tag.Split('-') is var parts && parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
        && Array.TrueForAll(parts, part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
}
