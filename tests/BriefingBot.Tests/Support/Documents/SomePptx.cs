namespace BriefingBot.Tests.Support;

/// <summary>PowerPoint presentations made of hand-written XML.</summary>
internal static class SomePptx
{
    private const string Namespaces =
        """
        xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        """;

    /// <summary>The slides' parts are numbered from the last to the first, so that only the presentation tells their order.</summary>
    public static byte[] Of(params string[] slides) => Zipped.Of(
    [
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", SomeDocx.Related(("r1", "officeDocument", "ppt/presentation.xml"))),
        ("ppt/presentation.xml", $"<p:presentation {Namespaces}><p:sldIdLst>{string.Concat(slides.Select((_, i) => $"<p:sldId id='{256 + i}' r:id='s{i}'/>"))}</p:sldIdLst></p:presentation>"),
        ("ppt/_rels/presentation.xml.rels", SomeDocx.Related([.. slides.Select((_, i) => ($"s{i}", "slide", $"slides/slide{slides.Length - i}.xml"))])),
        .. slides.Select((slide, i) => ($"ppt/slides/slide{slides.Length - i}.xml", $"<p:sld {Namespaces} {(slide.StartsWith("hidden", StringComparison.Ordinal) ? "show='0'" : "")}><p:cSld><p:spTree>{slide}</p:spTree></p:cSld></p:sld>")),
        .. slides.Select((_, i) => ($"ppt/slides/_rels/slide{i + 1}.xml.rels", SomeDocx.Related(("l", "slideLayout", "../slideLayouts/slideLayout1.xml")))),
        ("ppt/slideLayouts/slideLayout1.xml", $"""
            <p:sldLayout {Namespaces}><p:cSld><p:spTree>{Shape("Click to add title", 100, 100, "<p:ph type='title'/>")}{Shape("Click to add text", 100, 2000000, "<p:ph idx='1'/>")}
            </p:spTree></p:cSld></p:sldLayout>
            """),
        ("ppt/slideLayouts/_rels/slideLayout1.xml.rels", SomeDocx.Related(("m", "slideMaster", "../slideMasters/slideMaster1.xml"))),
        ("ppt/slideMasters/slideMaster1.xml", $"<p:sldMaster {Namespaces}><p:cSld/><p:txStyles><p:bodyStyle><a:lvl1pPr><a:buChar char='•'/></a:lvl1pPr></p:bodyStyle></p:txStyles></p:sldMaster>"),
    ]);

    public static string Title(string text) => Placeholder(text, "<p:ph type='title'/>");

    /// <summary>A shape that its layout places.</summary>
    public static string Placeholder(string text, string placeholder) => $"<p:sp><p:nvSpPr><p:cNvPr id='1' name=''/><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:spPr/>{Body(text)}</p:sp>";

    public static string Shape(string text, long x, long y, string placeholder = "", string properties = "") => $"""
        <p:sp><p:nvSpPr><p:cNvPr id='1' name='' {properties}/><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>
        <p:spPr><a:xfrm><a:off x='{x}' y='{y}'/><a:ext cx='1' cy='1'/></a:xfrm></p:spPr>{Body(text)}</p:sp>
        """;

    private static string Body(string text) => $"<p:txBody>{(text.StartsWith('<') ? text : string.Concat(text.Split('|').Select(line => $"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>")))}</p:txBody>";
}
