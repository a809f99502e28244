using System.Text;
using BriefingBot.Ingestion;
using CsCheck;

namespace BriefingBot.Tests.Ingestion;

public sealed class InputReadersTests
{
    private static readonly string[] Scraps =
    [
        "{", "}", "[", "]", "\"", ":", ",", "\\u", "\\ud800", "title", "text", "groups", "null", "1e9", "---\n", "groups: [", "date: ", "\n", "\r\n", "\t", "  ",
        "# ", "- ", "1. ", "> ", "*", "**", "_", "`", "```\n", "~~~", "|", "|-|\n", "![", "](", ")", "[^1]", "[^1]: ", "&amp;", "&#0;", "&#xD800;", "<", ">", "</",
        "<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<svg>", "<math>", "<template>", "<select>", "<option>", "<ol start=9999999999>", "<ol start=2147483647>",
        "<li>", "<a href='", "<pre>", "<!--", "-->", "<![CDATA[", "<?xml encoding='utf-7'?>", "<meta charset=utf-16>", "<meta name=date content='1'>", "<title>",
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[null,{\"name\":1}]}</script>", "<frameset>", "<link rel=canonical href='http://'>",
        "From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n", "Content-Type: multipart/mixed; boundary=x\n\n", "\n--x\n", "\n--x--\n", "Content-Type: text/html\n\n", "Content-Type: message/rfc822\n\n",
        "Content-Transfer-Encoding: base64\n", "=?utf-8?q?=", "=3D", "From x\n", "<rss>", "<channel>", "<item>", "</item>", "</channel></rss>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>",
        "<content type='xhtml'>", "<pubDate>x</pubDate>", "<link>http://</link>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;",
        "words and more words", "é", "日本", "😀", "\0", "\uFEFF", "\uFFFE", "\uFFFF", "\\ufffe", "\u2028", "\u00AD",
    ];

    private static readonly Gen<string> Scrap = Gen.Int[0, Scraps.Length - 1].Select(i => Scraps[i]);

    private static readonly Gen<byte[]> Hostile = Gen.OneOf(
        Gen.Byte.Array[0, 300],
        Scrap.Array[0, 60].Select(scraps => Encoding.UTF8.GetBytes(string.Concat(scraps))),
        Gen.Select(Scrap.Array[0, 60], Gen.Byte.Array[0, 8], (scraps, bytes) => (byte[])[.. Encoding.UTF8.GetBytes(string.Concat(scraps)), .. bytes]),
        Scrap.Array[0, 30].Select(scraps => Encoding.Unicode.GetBytes(string.Concat(scraps))));

    [Theory]
    [InlineData("a.txt", "")]
    [InlineData("a.md", "")]
    [InlineData("a.html", "")]
    [InlineData("a.eml", "From: a@b.example\nMIME-Version: 1.0\n")]
    [InlineData("a.eml", "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\n")]
    [InlineData("a.rss", "<rss><channel><item>")]
    [InlineData("a.atom", "<feed xmlns='http://www.w3.org/2005/Atom'><entry>")]
    public void Whatever_the_bytes_are_they_are_read_or_refused(string fileName, string beginning) => Hostile.Sample(
        bytes => ReadsOrRefuses(() => InputReaders.Read(fileName, (byte[])[.. Encoding.UTF8.GetBytes(beginning), .. bytes]).Last() is { Article: { } article } ? article : new("refused")),
        iter: 2_000,
        print: Convert.ToHexString);

    [Fact]
    public void Whatever_the_line_is_it_is_read_or_refused() =>
        Hostile.Sample(bytes => ReadsOrRefuses(() => JsonLineReader.Read(bytes)), iter: 20_000, print: Convert.ToHexString);

    [Fact]
    public void A_file_of_another_kind_is_refused_with_the_kinds_that_are_read() =>
        Assert.Contains(".md", Assert.Throws<UnreadableInputException>(() => Read("a.xyz", "x"u8.ToArray())).Message, StringComparison.Ordinal);

    [Fact]
    public void Plain_text_is_read_to_the_letter()
    {
        const string Text = "  Two  blanks,\r\n\ttabs and\u00A0more \n\n";

        Assert.Equal(new ReadArticle(Text), Read("a.txt", Encoding.UTF8.GetBytes(Text)));
    }

    [Theory]
    [InlineData("a.txt", "")]
    [InlineData("a.txt", " \n\u200B")]
    [InlineData("a.md", "---\ntitle: T\n---\n")]
    [InlineData("a.html", "<html><body><script>x</script></body></html>")]
    public void A_file_without_text_is_refused(string fileName, string content) =>
        Assert.Contains("no text", Assert.Throws<UnreadableInputException>(() => Read(fileName, Encoding.UTF8.GetBytes(content))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("*", "x", "*")]
    [InlineData("> ", "x", "")]
    [InlineData("- ", "x", "")]
    [InlineData("[", "x", "](u)")]
    [InlineData("<div>\n", "x", "")]
    public void Markdown_nested_without_end_is_read_or_refused(string before, string words, string after)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(before, 20_000)) + words + string.Concat(Enumerable.Repeat(after, 20_000)));

        Assert.True(ReadsOrRefuses(() => Read("a.md", bytes)));
    }

    private static ReadArticle Read(string name, byte[] bytes) => Assert.Single(InputReaders.Read(name, bytes)).Article!;

    private static bool ReadsOrRefuses(Func<ReadArticle> read)
    {
        try
        {
            return ReadArticle.HasWords(read().Text);
        }
        catch (UnreadableInputException e)
        {
            return e.Message.Length > 0;
        }
    }
}
