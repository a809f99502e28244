using System.Text.RegularExpressions;
using System.Xml;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>
/// What documents say about themselves in the words of the Dublin Core (https://www.dublincore.org/specifications/dublin-core/), as Office,
/// OpenDocument and EPUB all do, each with a few words of its own.
/// </summary>
internal sealed partial class DublinCore
{
    private readonly bool isOpenDocument;
    private readonly List<string> creators = [];
    private string? title;
    private string? firstCreator;
    private string? publisher;
    private string? language;
    private string? created;
    private string? published;
    private string? modified;

    public DublinCore(bool isOpenDocument = false) => this.isOpenDocument = isOpenDocument;

    public string? Title => title is not null && !IsMadeUp(title) ? title : null;

    public string? Author => firstCreator ?? (creators.Count > 0 ? string.Join(", ", creators) : null);

    public string? Publisher => publisher;

    public string? Language => LanguageOrNull(language);

    public PublicationDate? Published => DateOrNull(published ?? created);

    /// <summary>Null within a day of <see cref="Published"/>: who writes a document saves it more than once.</summary>
    public PublicationDate? Modified =>
        DateOrNull(modified) is { } changed && (Published is not { } first || changed.Moment - first.Moment >= TimeSpan.FromDays(1)) ? changed : null;

    /// <summary>Reads the element that holds the metadata, wherever it stands below the reader's. Of words that come twice the first counts.</summary>
    /// <param name="xml">On the root element.</param>
    /// <param name="isOpenDocument">Whether its <c>dc:date</c> is when it was last saved, as OpenDocument has it, and not when it was published.</param>
    public static DublinCore Read(XmlReader xml, bool isOpenDocument = false)
    {
        var metadata = new DublinCore(isOpenDocument);
        metadata.Within(xml);
        return metadata;
    }

    /// <summary>A BCP 47 tag; null for what is none.</summary>
    public static string? LanguageOrNull(string? tag) => tag?.Trim() is { } text && LanguageTag().IsMatch(text) ? text : null;

    private void Within(XmlReader xml) => xml.EachChild(name =>
    {
        switch (name)
        {
            case "dc:title":
                title ??= Words(xml);
                break;
            case "dc:creator":
                if (Words(xml) is { } creator)
                {
                    creators.Add(creator);
                }

                break;
            case "meta:initial-creator":
                firstCreator ??= Words(xml);
                break;
            case "dc:publisher":
                publisher ??= Words(xml);
                break;
            case "dc:language":
                language ??= Words(xml);
                break;
            case "dcterms:created" or "meta:creation-date":
                created ??= Words(xml);
                break;
            case "dc:date":
                Date(xml);
                break;
            case "dcterms:modified":
                modified ??= Words(xml);
                break;
            case "opf:meta" when xml.Attribute("property") == "dcterms:modified":
                modified ??= Words(xml);
                break;
            default:
                Within(xml);
                break;
        }
    });

    /// <summary>An EPUB may have several dates, and says of what each is.</summary>
    private void Date(XmlReader xml)
    {
        switch (xml.Attribute("opf:event"))
        {
            case null when isOpenDocument:
            case "modification":
                modified ??= Words(xml);
                break;
            case null or "publication" or "original-publication":
                published ??= Words(xml);
                break;
        }
    }

    private static string? Words(XmlReader xml) => CanonicalText.OneLine(xml.Text()) is { Length: > 0 } words ? words : null;

    private static PublicationDate? DateOrNull(string? text) =>
        // Years before these are what software writes when it knows no date: the first days of calendars, of Windows and of MS-DOS.
        PublicationDate.TryParse(FractionOfSecond().Replace(text ?? "", ""), out var date) && date.Moment != DateTimeOffset.UnixEpoch && date.Day is not { Month: 1, Day: 1, Year: 1 or 1601 or 1980 } ? date : null;

    private static bool IsMadeUp(string title) => MadeUpTitle().IsMatch(title);

    [GeneratedRegex("^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();

    // OpenDocument has nine digits of it, and no more is kept than seconds.
    [GeneratedRegex(@"(?<=:\d\d)\.\d+", RegexOptions.CultureInvariant)]
    private static partial Regex FractionOfSecond();

    // What programs write for a title when nobody has given one.
    [GeneratedRegex(
        @"^(?:Microsoft (?:Office )?(?:Word|PowerPoint) - .*|PowerPoint[- ]?(?:Presentation|Präsentation)|Présentation PowerPoint|Presentación de PowerPoint|(?:Slide|Folie|Diapositive) ?\d+|(?:Document|Dokument|Presentation|Präsentation|Untitled|Unbenannt|Unknown|Unbekannt|No title|Word Document) ?\d*|.*\.(?:docx?|dotx?|pptx?|odt|rtf|tmp|indd|html?))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MadeUpTitle();
}
