using System.Diagnostics;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using static BriefingBot.Tests.Support.SomeDocx;

namespace BriefingBot.Tests.Ingestion;

public sealed class DocxReaderTests
{
    private const string Lists =
        """
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        """;

    private const string Styles =
        """
        <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-AT"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="MoreSecret"><w:name w:val="More"/><w:basedOn w:val="Secret"/></w:style>
        <w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        """;

    [Theory]
    [InlineData("<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Four</w:t></w:r></w:p>", "One two\nthree\n\nFour")]
    [InlineData("<w:p><w:ins><w:r><w:t>New</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText><w:t>old</w:t></w:r></w:del><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> here</w:t></w:r></w:moveTo></w:p>", "New here")]
    [InlineData("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Half a </w:t></w:r></w:p><w:p><w:r><w:t>sentence.</w:t></w:r></w:p>", "Half a sentence.")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>shown</w:t></w:r></w:p>", "shown")]
    [InlineData("<w:p><w:r><w:rPr><w:rStyle w:val='MoreSecret'/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>shown</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val='Note'/></w:pPr><w:r><w:t>hidden</w:t></w:r></w:p>", "shown")]
    [InlineData("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>REF x</w:instrText><w:t>code</w:t><w:fldChar w:fldCharType='separate'/><w:t>page 4</w:t><w:fldChar w:fldCharType='end'/></w:r><w:fldSimple w:instr='DATE'><w:r><w:t>, today</w:t></w:r></w:fldSimple></w:p>", "page 4, today")]
    [InlineData("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:t>broken</w:t></w:r></w:p><w:p><w:r><w:t>Nothing is lost.</w:t></w:r></w:p>", "Nothing is lost.")]
    [InlineData("<w:p><w:hyperlink r:id='x'><w:r><w:t>A link</w:t></w:r></w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t> and a control</w:t></w:r></w:sdtContent></w:sdt></w:p>", "A link and a control")]
    [InlineData("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here to enter text.</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p><w:r><w:t>Text</w:t></w:r></w:p>", "Text")]
    [InlineData("<w:p><w:r><w:t>2</w:t><w:sym w:font='Symbol' w:char='F0B4'/><w:t>3</w:t><w:noBreakHyphen/><w:sym w:font='Wingdings' w:char='F0FC'/><w:softHyphen/></w:r></w:p>", "2×3\u2011✓")]
    [InlineData("<w:p><m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>", "x=(a+b)/2")]
    [InlineData("<w:p><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath><m:oMath><m:r><m:t>c=d</m:t></m:r></m:oMath></w:p>", "a=b c=d")]
    [InlineData("<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='Picture 1' descr='A dog'/></wp:inline></w:drawing></w:r><w:r><w:t>Below</w:t></w:r></w:p>", "Below")]
    [InlineData("<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr><w:r><w:t>O</w:t></w:r></w:p><w:p><w:r><w:t>nce upon a time.</w:t></w:r></w:p>", "Once upon a time.")]
    public void What_is_seen_of_a_document_is_read(string body, string text) => Assert.Equal(text, Read(body));

    [Fact]
    public void A_text_box_is_read_once_and_after_its_paragraph()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p><w:p><w:r><w:t>and more.</w:t></w:r></w:p></w:txbxContent>";

        Assert.Equal("Around it.\n\nIn the box\n\nand more.\n\nNext.", Read($"""
            <w:p><w:r><w:t>Around </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{Box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:shape><v:textbox>{Box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>it.</w:t></w:r></w:p>{P("Next.")}
            """));
    }

    [Fact]
    public void A_text_box_that_only_older_programs_are_told_of_is_read() => Assert.Equal("Box", Read($"""
        <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wpc"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{P("Box")}</w:txbxContent></v:textbox></w:pict></mc:Fallback>
        </mc:AlternateContent></w:r></w:p>
        """));

    [Fact]
    public void Lists_have_the_numbers_that_are_shown() => Assert.Equal(
        "Before\n\n1. one\n2. two\n2.a) two a\n2.b) two b\n3. three\n\nBetween\n\n- dot\n1. anew\n2. more",
        Read(string.Concat(
            P("Before"), Item("one", 1), Item("two", 1), Item("two a", 1, 1), Item("two b", 1, 1), Item("three", 1), P("Between"), Item("dot", 2), "<w:p/>", Item("anew", 3), Item("more", 3))));

    [Fact]
    public void Headings_are_blocks_with_their_numbers() =>
        Assert.Equal("1. First\n\nText\n\n2. Second\n\n3. Third", Read(P("First", "<w:pStyle w:val='H'/>") + P("Text") + P("Second", "<w:pStyle w:val='H'/>") + P("Third", "<w:pStyle w:val='H'/>")));

    [Fact]
    public void Tables_are_read_row_by_row_and_merged_cells_once() => Assert.Equal(
        "Before\n\nName | Score\nAnn | 1\nBoth | 2\n| 3\n\nAfter",
        Read($"""
            {P("Before")}<w:tbl><w:tblPr/>{Row("Name", "Score")}{Row("Ann", $"{P("1")}")}
            {Row($"<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{P("Both")}", "2")}{Row($"<w:tcPr><w:vMerge/></w:tcPr>{P("Both")}", "3")}
            <w:tr><w:trPr><w:del/></w:trPr><w:tc>{P("gone")}</w:tc></w:tr></w:tbl>{P("After")}
            """));

    [Fact]
    public void A_table_within_a_table_keeps_its_rows() => Assert.Equal(
        "Left\n\nOver\n\na | b\nc | d",
        Read($"<w:tbl>{Row("Left", $"{P("Over")}<w:tbl>{Row("a", "b")}{Row("c", "d")}</w:tbl><w:p/>")}</w:tbl>"));

    [Fact]
    public void Footnotes_come_after_the_text_and_only_those_that_it_refers_to()
    {
        var text = DocxReader.Read(Of(
            $"<w:p>{R("A claim")}<w:r><w:footnoteReference w:id='2'/></w:r>{R(" goes on.")}<w:del><w:r><w:footnoteReference w:id='3'/></w:r></w:del></w:p>{P("Next.")}",
            footnotes: $"<w:footnote w:type='separator' w:id='0'>{P("---")}</w:footnote><w:footnote w:id='2'>{P("Its source.")}</w:footnote><w:footnote w:id='3'>{P("Deleted.")}</w:footnote>")).Text;

        Assert.Equal("A claim goes on.\n\nNext.\n\nIts source.", text);
    }

    [Fact]
    public void A_chart_is_the_table_that_it_shows()
    {
        const string Chart =
            """
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:ser>
            <c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>Ducks</c:v></c:pt></c:strCache></c:strRef></c:tx>
            <c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>2019</c:v></c:pt><c:pt idx="1"><c:v>2020</c:v></c:pt></c:strCache></c:strRef></c:cat>
            <c:val><c:numRef><c:numCache><c:pt idx="0"><c:v>120</c:v></c:pt><c:pt idx="1"><c:v>0.30000000000000004</c:v></c:pt></c:numCache></c:numRef></c:val>
            </c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>
            """;

        var text = DocxReader.Read(Of("<w:p><w:r><w:drawing><a:graphic><a:graphicData><c:chart r:id='chart'/></a:graphicData></a:graphic></w:drawing></w:r></w:p>", others: ("word/charts/chart1.xml", Chart))).Text;

        Assert.Equal("| Ducks\n2019 | 120\n2020 | 0.3", text.Trim());
    }

    [Theory]
    [InlineData("<dc:title>Annual report</dc:title>", "Annual report")]
    [InlineData("<dc:title>Microsoft Word - report.doc</dc:title>", "The real title")]
    [InlineData("<dc:title> </dc:title>", "The real title")]
    public void The_title_is_the_properties_unless_nobody_gave_one(string properties, string title) =>
        Assert.Equal(title, DocxReader.Read(Of(P("The real title", "<w:pStyle w:val='T'/>"), Styles, properties: properties)).Title);

    [Theory]
    [InlineData("2026-03-01T09:30:00Z", "2026-03-04T09:30:00Z", "2026-03-01T09:30:00+00:00", "2026-03-04T09:30:00+00:00")]
    [InlineData("2026-03-01T09:30:00Z", "2026-03-01T19:30:00Z", "2026-03-01T09:30:00+00:00", null)]
    [InlineData("1601-01-01T00:00:00Z", "2026-03-01T19:30:00Z", null, "2026-03-01T19:30:00+00:00")]
    [InlineData("yesterday", "", null, null)]
    public void Dates_are_the_properties(string created, string changed, string? published, string? modified)
    {
        var article = DocxReader.Read(Of(P("Text"), Styles, properties: $"<dc:creator>Ann Lee</dc:creator><dcterms:created>{created}</dcterms:created><dcterms:modified>{changed}</dcterms:modified>"));

        Assert.Equal((published, modified), (article.Published?.ToString(), article.Modified?.ToString()));
        Assert.Equal(("Ann Lee", "de-AT"), (article.Author, article.Language));
    }

    [Fact]
    public void A_table_of_many_rows_costs_little_more_than_its_text()
    {
        const int Rows = 50_000;
        var bytes = Zipped.Repeating(
            "word/document.xml", $"<w:document {Namespaces}><w:body><w:tbl>", Row("name", "one value", "12.5"), Rows, "</w:tbl></w:body></w:document>", Parts());
        var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());

        var text = DocxReader.Read(bytes).Text;

        Assert.Equal(Rows, text.Count(c => c == '\n') + 1);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Rows, 0, 10_000);
    }

    [Fact]
    public void A_document_that_unpacks_without_end_is_refused_soon()
    {
        var bytes = Zipped.Repeating("word/document.xml", $"<w:document {Namespaces}><w:body><w:tbl>", Row("a", "b"), 1_000_000, "</w:tbl></w:body></w:document>", Parts());
        var watch = Stopwatch.StartNew();

        var fault = Assert.Throws<UnreadableInputException>(() => DocxReader.Read(bytes));

        Assert.Contains("64 MB", fault.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var body = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 50_000)) + P("x") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 50_000));

        Assert.Contains("nested too deep", Assert.Throws<UnreadableInputException>(() => DocxReader.Read(Of(body))).Message, StringComparison.Ordinal);
    }

    private static string Read(string body) => DocxReader.Read(Of(body, Styles, Lists)).Text;

    private static string Item(string text, int list, int level = 0) => P(text, $"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>");
}
