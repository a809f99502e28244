using System.Globalization;
using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>
/// Names by the prefixes that the formats' own documentation uses, whatever prefix a document declares: <c>w:p</c> for a paragraph of Word,
/// in transitional and in strict files alike. What is in no namespace known here has the prefix <c>?</c>, or none where it is in none.
/// </summary>
internal static class XmlNames
{
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["http://schemas.openxmlformats.org/wordprocessingml/2006/main"] = "w",
        ["http://purl.oclc.org/ooxml/wordprocessingml/main"] = "w",
        ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape"] = "wps",
        ["http://schemas.openxmlformats.org/presentationml/2006/main"] = "p",
        ["http://purl.oclc.org/ooxml/presentationml/main"] = "p",
        ["http://schemas.openxmlformats.org/drawingml/2006/main"] = "a",
        ["http://purl.oclc.org/ooxml/drawingml/main"] = "a",
        ["http://schemas.openxmlformats.org/drawingml/2006/chart"] = "c",
        ["http://purl.oclc.org/ooxml/drawingml/chart"] = "c",
        ["http://schemas.openxmlformats.org/drawingml/2006/diagram"] = "dgm",
        ["http://purl.oclc.org/ooxml/drawingml/diagram"] = "dgm",
        ["http://schemas.openxmlformats.org/officeDocument/2006/math"] = "m",
        ["http://purl.oclc.org/ooxml/officeDocument/math"] = "m",
        ["http://schemas.openxmlformats.org/officeDocument/2006/relationships"] = "r",
        ["http://purl.oclc.org/ooxml/officeDocument/relationships"] = "r",
        ["http://schemas.openxmlformats.org/markup-compatibility/2006"] = "mc",
        ["http://schemas.openxmlformats.org/package/2006/relationships"] = "rel",
        ["urn:schemas-microsoft-com:vml"] = "v",
        ["urn:oasis:names:tc:opendocument:xmlns:office:1.0"] = "office",
        ["urn:oasis:names:tc:opendocument:xmlns:text:1.0"] = "text",
        ["urn:oasis:names:tc:opendocument:xmlns:table:1.0"] = "table",
        ["urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"] = "draw",
        ["urn:oasis:names:tc:opendocument:xmlns:style:1.0"] = "style",
        ["urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"] = "fo",
        ["urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"] = "svg",
        ["urn:oasis:names:tc:opendocument:xmlns:meta:1.0"] = "meta",
        ["urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"] = "manifest",
        ["urn:oasis:names:tc:opendocument:xmlns:container"] = "container",
        ["http://www.idpf.org/2007/opf"] = "opf",
        ["http://www.w3.org/2001/04/xmlenc#"] = "enc",
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://purl.org/dc/terms/"] = "dcterms",
    };

    /// <summary>The name of the element that the reader is on.</summary>
    public static string Of(XmlReader xml) => Of(xml.NamespaceURI, xml.LocalName);

    /// <summary>The value of an attribute; null where the element has none of this name.</summary>
    public static string? Attribute(this XmlReader xml, string name)
    {
        string? value = null;
        for (var found = xml.MoveToFirstAttribute(); found; found = value is null && xml.MoveToNextAttribute())
        {
            if (name.EndsWith(xml.LocalName, StringComparison.Ordinal) && Of(xml) == name)
            {
                value = xml.Value;
            }
        }

        xml.MoveToElement();
        return value;
    }

    /// <summary>A whole number; null where there is none that is one.</summary>
    public static int? Number(this XmlReader xml, string name) =>
        int.TryParse(xml.Attribute(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Of(string space, string local) => space.Length == 0 ? local : $"{Prefixes.GetValueOrDefault(space, "?")}:{local}";
}
