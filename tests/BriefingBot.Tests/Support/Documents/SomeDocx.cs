namespace BriefingBot.Tests.Support;

/// <summary>Word documents made of hand-written XML.</summary>
internal static class SomeDocx
{
    public const string Namespaces =
        """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """;

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A document with this body.</summary>
    public static byte[] Of(string body, string styles = "", string numbering = "", string footnotes = "", string properties = "", params (string Name, string Content)[] others) => Zipped.Of(
    [
        .. Parts(styles, numbering, footnotes, properties, others),
        ("word/document.xml", $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>"),
    ]);

    /// <summary>All parts but the main one.</summary>
    public static (string Name, string Content)[] Parts(string styles = "", string numbering = "", string footnotes = "", string properties = "", params (string Name, string Content)[] others) =>
    [
        ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"),
        ("_rels/.rels", Related(("r1", "officeDocument", "word/document.xml"), ("r2", "metadata/core-properties", "docProps/core.xml"))),
        ("word/_rels/document.xml.rels", Related(
            ("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml"), ("f", "footnotes", "/word/footnotes.xml"), ("chart", "chart", "charts/chart1.xml"), ("x", "image", "media/gone.png"))),
        ("word/styles.xml", $"<w:styles {Namespaces}>{styles}</w:styles>"),
        ("word/numbering.xml", $"<w:numbering {Namespaces}>{numbering}</w:numbering>"),
        ("word/footnotes.xml", $"<w:footnotes {Namespaces}>{footnotes}</w:footnotes>"),
        ("docProps/core.xml", CoreProperties(properties)),
        .. others,
    ];

    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{R(text)}</w:p>";

    public static string R(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{(cell.StartsWith('<') ? cell : P(cell))}</w:tc>"))}</w:tr>";

    public static string CoreProperties(string properties) =>
        $"""
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:dcterms="http://purl.org/dc/terms/">{properties}</cp:coreProperties>
        """;

    public static string Related(params (string Id, string Type, string Target)[] relations) =>
        $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{string.Concat(relations.Select(one => $"<Relationship Id='{one.Id}' Type='{Relations}/{one.Type}' Target='{one.Target}'/>"))}</Relationships>";
}
