using System.Text;
using BriefingBot.Articles;
using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class FeedReaderTests
{
    private static readonly PublicationDate Morning = new(new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero), HasTime: true);

    [Fact]
    public void An_entry_of_RSS_is_an_article()
    {
        var parts = Read("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>The Valley Post</title><link>https://post.example/</link><language>en-gb</language><image><title>Logo</title></image>
            <item><title>Dam &amp;amp; water</title><link>https://post.example/dam</link><pubDate>Sun, 01 Mar 2026 09:30:00 GMT</pubDate><dc:creator>Ann Reed</dc:creator>
              <description>Short.</description><content:encoded><![CDATA[<p>The dam <b>broke</b>.</p><p>At night.</p>]]></content:encoded></item>
            <item><title>Mill</title><guid>https://post.example/mill</guid><author>bob@post.example (Bob Hale)</author><description>&lt;p&gt;The mill burnt.&lt;/p&gt;</description></item>
            <item><title>Plain</title><description>One line.
            Another, with 5 &lt; 6.</description><pubDate>yesterday</pubDate></item>
            <item><title>Careless</title><description><p>It <b>is</b> <i>so</i>.</p></description></item>
            <item><title>Nothing</title><link>https://post.example/nothing</link></item>
            </channel></rss>
            """);

        Assert.Equal(["https://post.example/dam", "https://post.example/mill", "Plain", "Careless", "https://post.example/nothing"], parts.Select(part => part.Name));
        var dam = parts[0].Article!;
        Assert.Equal(("Dam & water", "The dam broke.\n\nAt night.", "The Valley Post", "Ann Reed", "en-gb"), (dam.Title, dam.Text, dam.Source, dam.Author, dam.Language));
        Assert.Equal((Morning, null, new Uri("https://post.example/dam")), (dam.Published, dam.Modified, dam.Url));
        Assert.Equal(("The mill burnt.", "Bob Hale", new Uri("https://post.example/mill")), (parts[1].Article!.Text, parts[1].Article!.Author, parts[1].Article!.Url));
        Assert.Equal((null, null), (parts[2].Article!.Published, parts[2].Article!.Url));
        Assert.Equal("It is so.", parts[3].Article!.Text);
        Assert.Contains("no text", parts[4].Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_of_Atom_is_an_article()
    {
        var parts = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://post.example/news/"><title>The Valley Post</title><author><name>The desk</name></author>
            <entry><title type="html">The &lt;i&gt;dam&lt;/i&gt;</title><link href="dam"/><link rel="edit" href="https://edit.example/"/><published>2026-03-01T09:30:00Z</published><updated>2026-03-02T10:00:00+01:00</updated>
              <summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The dam broke.</p><p>At night.</p></div></content></entry>
            <entry><title>Mill</title><id>urn:mill</id><updated>2026-03-01T09:30:00Z</updated><author>
              <name>Bob Hale</name></author><author><name>Ann Reed</name></author><content type="text">5 &lt; 6 &amp; so on</content></entry>
            <entry><title>Elsewhere</title><updated>2026-03-01T09:30:00Z</updated><content type="application/pdf" src="https://post.example/a.pdf"/></entry>
            </feed>
            """);

        var dam = parts[0].Article!;
        Assert.Equal(("The dam", "The dam broke.\n\nAt night.", "The desk", "en"), (dam.Title, dam.Text, dam.Author, dam.Language));
        Assert.Equal(new Uri("https://post.example/news/dam"), dam.Url);
        Assert.Equal((Morning, new PublicationDate(new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1)), HasTime: true)), (dam.Published, dam.Modified));
        Assert.Equal(("Mill", "5 < 6 & so on", "Bob Hale, Ann Reed"), (parts[1].Name, parts[1].Article!.Text, parts[1].Article!.Author));
        Assert.Equal((Morning, null), (parts[1].Article!.Published, parts[1].Article!.Modified));
        Assert.Contains("no text", parts[2].Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public void RSS_1_has_its_entries_beside_the_channel()
    {
        var part = Assert.Single(Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://post.example/"><title>The Valley Post</title><link>https://post.example/</link></channel>
            <item rdf:about="https://post.example/dam"><title>Dam</title><link>https://post.example/dam</link><description>It broke.</description><dc:date>2026-03-01T09:30:00Z</dc:date><dc:creator>Ann Reed</dc:creator></item>
            </rdf:RDF>
            """));

        var article = part.Article!;
        Assert.Equal(("https://post.example/dam", "Dam", "It broke.", "The Valley Post", "Ann Reed"), (part.Name, article.Title, article.Text, article.Source, article.Author));
        Assert.Equal((Morning, new Uri("https://post.example/dam")), (article.Published, article.Url));
    }

    [Fact]
    public void An_old_version_is_read_and_entries_of_one_address_have_names_of_their_own() => Assert.Equal(
        ["https://post.example/", "https://post.example/ (entry 2)"],
        Read("""<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><item><link>https://post.example/</link><description>One.</description></item><item><link>https://post.example/</link><description>Two.</description></item></channel></rss>""")
            .Select(part => part.Name));

    [Fact]
    public void An_encoding_that_the_feed_declares_is_read()
    {
        var feed = """<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><item><description>Плотина</description></item></channel></rss>""";

        Assert.Equal("Плотина", Assert.Single(InputReaders.Read("a.xml", CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(feed))).Article!.Text);
    }

    [Theory]
    [InlineData("""<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><item><description>&c;</description></item></channel></rss>""", "XML is broken")]
    [InlineData("""<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><description>&a;</description></item></channel></rss>""", "XML is broken")]
    [InlineData("""<rss version="2.0"><channel><item><description>It broke""", "XML is broken")]
    [InlineData("""<rss version="2.0"><channel><title>Post</title></channel></rss>""", "no entries")]
    public void A_feed_that_cannot_be_read_is_refused(string feed, string said) =>
        Assert.Contains(said, Assert.Throws<UnreadableInputException>(() => Read(feed)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_broken_entry_leaves_the_others()
    {
        var parts = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One</title><updated>whenever</updated><link href="http://["/><content>First.</content></entry>
            <entry><title>Two</title><content>Second.</content></entry></feed>
            """);

        Assert.Equal(2, parts.Count);
        Assert.Equal("Second.", parts[1].Article!.Text);
    }

    [Theory]
    [InlineData("<a>", "</a>", "nested too deep")]
    [InlineData("&lt;a&gt;", "", "nested too deep")]
    public void XML_and_HTML_nested_without_end_are_refused(string before, string after, string said)
    {
        var nested = string.Concat(Enumerable.Repeat(before, 20_000)) + "Words" + string.Concat(Enumerable.Repeat(after, 20_000));
        var feed = $"<rss version='2.0'><channel><item><description>{nested}</description></item></channel></rss>";

        Assert.Contains(said, before == "<a>" ? Assert.Throws<UnreadableInputException>(() => Read(feed)).Message : Assert.Single(Read(feed)).Problem!, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ReadPart> Read(string feed) => [.. InputReaders.Read("a.xml", Encoding.UTF8.GetBytes(feed))];
}
