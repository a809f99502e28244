using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

public sealed class OdtReaderTests
{
    private const string Namespaces =
        """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
        xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
        xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        """;

    private const string Styles =
        """
        <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
        <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/></text:list-style>
        <style:style style:name="Secret" style:family="text"><style:text-properties text:display="none"/></style:style>
        <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Secret"/>
        """;

    [Theory]
    [InlineData("<text:h text:outline-level='1'>Head</text:h><text:p>One<text:s text:c='3'/>two<text:tab/>three<text:line-break/>four</text:p>", "Head\n\nOne two three\nfour")]
    [InlineData("<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Kept<text:change text:change-id='c'/></text:p>", "Kept")]
    [InlineData("<text:p>See<office:annotation><dc:creator>Ann</dc:creator><text:p>a comment</text:p></office:annotation> this.</text:p>", "See this.")]
    [InlineData("<text:p>shown<text:span text:style-name='Secret'>hidden</text:span></text:p><text:p text:style-name='P1'>hidden</text:p>", "shown")]
    [InlineData("<text:section text:display='none'><text:p>hidden</text:p></text:section><text:section><text:p>shown</text:p></text:section>", "shown")]
    [InlineData("<text:p>A claim<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Its source.</text:p></text:note-body></text:note> goes on.</text:p><text:p>Next.</text:p>", "A claim goes on.\n\nNext.\n\nIts source.")]
    [InlineData("<text:p>Around <draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box><svg:desc>A box</svg:desc></draw:frame>it.</text:p>", "Around it.\n\nIn the box")]
    [InlineData("<text:list text:style-name='L1'><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p><text:list><text:list-item><text:p>two a</text:p></text:list-item></text:list></text:list-item></text:list><text:p>z</text:p>", "1. one\n2. two\n2.a) two a\n\nz")]
    [InlineData("<text:list><text:list-item><text:p>dot</text:p><text:p>more</text:p></text:list-item></text:list>", "- dot\nmore")]
    [InlineData("<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated='999999'><table:table-cell table:number-columns-spanned='2' table:number-columns-repeated='99999'><text:p>both</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>", "a | b\nboth")]
    public void What_is_seen_of_a_document_is_read(string body, string text) => Assert.Equal(text, OdtReader.Read(Of(body)).Text);

    [Fact]
    public void Metadata_is_read()
    {
        var article = OdtReader.Read(Of("<text:p>Text</text:p>", """
            <dc:title>Floods recede</dc:title><meta:initial-creator>Ann Lee</meta:initial-creator><dc:creator>Bo Lee</dc:creator><dc:language>de-AT</dc:language>
            <meta:creation-date>2026-03-01T09:30:00.123456789</meta:creation-date><dc:date>2026-03-09T10:00:00</dc:date>
            """));

        Assert.Equal(("Floods recede", "Ann Lee", "de-AT"), (article.Title, article.Author, article.Language));
        Assert.Equal(("2026-03-01T09:30:00+00:00", "2026-03-09T10:00:00+00:00"), (article.Published.ToString(), article.Modified.ToString()));
    }

    [Fact]
    public void A_document_with_a_password_is_refused()
    {
        var manifest = $"<manifest:manifest {Namespaces}><manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";

        Assert.Contains("password", Assert.Throws<UnreadableInputException>(() => OdtReader.Read(Of("", others: ("META-INF/manifest.xml", manifest)))).Message, StringComparison.Ordinal);
    }

    private static byte[] Of(string body, string metadata = "", params (string Name, string Content)[] others) => Zipped.Of(
    [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"<office:document-content {Namespaces}><office:automatic-styles>{Styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"),
        ("meta.xml", $"<office:document-meta {Namespaces}><office:meta>{metadata}</office:meta></office:document-meta>"),
        .. others,
    ]);
}
