using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

public sealed class EpubReaderTests
{
    private const string Metadata =
        """
        <dc:title>The Dam</dc:title><dc:creator>Ann Lee</dc:creator><dc:creator>Bo Lee</dc:creator><dc:publisher>The Press</dc:publisher><dc:language>en-GB</dc:language>
        <dc:date>2019-01-04</dc:date><meta property="dcterms:modified">2020-02-05T10:00:00Z</meta>
        """;

    [Fact]
    public void Chapters_are_read_in_the_order_of_the_spine_without_the_navigation() => Assert.Equal(
        "Two\n\nFirst & last.\n\nOne\n\nSecond.\n\nA note.",
        EpubReader.Read(Of([
            ("b.xhtml", "<header><h1>Two</h1></header><p>First &amp; last.</p>"),
            ("a%20b.xhtml", "<h1>One</h1><p>Second.</p><aside>A note.</aside>"),
        ])).Text);

    [Fact]
    public void Elements_that_end_themselves_hide_nothing() => Assert.Equal(
        "Before after.\n\n1 < 2",
        EpubReader.Read(Of([("a.xhtml", "<p>Before<a id='x'/><script src='x'/> after.</p><p><![CDATA[1 < 2]]></p>")], title: "<title/>")).Text);

    [Fact]
    public void Metadata_is_the_package_documents()
    {
        var book = EpubReader.Read(Of([("a.xhtml", "<p>x</p>")]));

        Assert.Equal(("The Dam", "Ann Lee, Bo Lee", "The Press", "en-GB"), (book.Title, book.Author, book.Source, book.Language));
        Assert.Equal(("2019-01-04", "2020-02-05T10:00:00+00:00"), (book.Published.ToString(), book.Modified.ToString()));
    }

    [Theory]
    [InlineData("OPS/a.xhtml", true)]
    [InlineData("OPS/fonts/a.otf", false)]
    public void A_book_whose_chapters_are_protected_is_refused(string encrypted, bool isRefused)
    {
        var book = Of([("a.xhtml", "<p>x</p>")], others: ("META-INF/encryption.xml", $"""
            <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#">
            <CipherData><CipherReference URI="{encrypted}"/></CipherData></EncryptedData></encryption>
            """));

        var fault = Record.Exception(() => EpubReader.Read(book));

        Assert.Equal(isRefused, fault is UnreadableInputException { Message: var message } && message.Contains("DRM", StringComparison.Ordinal));
    }

    private static byte[] Of((string Href, string Body)[] chapters, string title = "<title>t</title>", params (string Name, string Content)[] others) => Zipped.Of(
    [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='OPS/package.opf'/></rootfiles></container>"),
        ("OPS/package.opf", $"""
            <!DOCTYPE package PUBLIC "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN" "http://example.invalid/oebpkg12.dtd">
            <package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{Metadata}</metadata>
            <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            {string.Concat(chapters.Select((chapter, i) => $"<item id='c{i}' href='{chapter.Href}' media-type='application/xhtml+xml'/>"))}</manifest>
            <spine><itemref idref="nav"/>{string.Concat(chapters.Select((_, i) => $"<itemref idref='c{i}'/>"))}</spine></package>
            """),
        ("OPS/nav.xhtml", "<html><body><p>Contents</p></body></html>"),
        .. chapters.Select(chapter => (
            $"OPS/{Uri.UnescapeDataString(chapter.Href)}", $"<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><head>{title}</head><body>{chapter.Body}</body></html>")),
        .. others,
    ]);
}
