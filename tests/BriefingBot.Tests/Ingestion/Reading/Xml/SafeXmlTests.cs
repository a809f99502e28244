using System.Diagnostics;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

public sealed class SafeXmlTests
{
    private const string Bomb =
        """
        <!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
        <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]>
        """;

    [Theory]
    [InlineData(Bomb, "&f;")]
    [InlineData("<!DOCTYPE w:document [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>", "&f;")]
    [InlineData("<!DOCTYPE w:document SYSTEM 'http://127.0.0.1:9/x.dtd'>", "&f;")]
    [InlineData("", "<w:t>unclosed")]
    public void Xml_that_refers_to_entities_or_is_broken_is_refused(string type, string words)
    {
        var document = Zipped.Of([.. SomeDocx.Parts(), ("word/document.xml", $"{type}<w:document {SomeDocx.Namespaces}><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>")]);
        var watch = Stopwatch.StartNew();

        var fault = Assert.Throws<UnreadableInputException>(() => DocxReader.Read(document));

        Assert.Contains("entities", fault.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_document_type_that_nothing_refers_to_does_no_harm()
    {
        var document = Zipped.Of([.. SomeDocx.Parts(), ("word/document.xml", $"{Bomb}<w:document {SomeDocx.Namespaces}><w:body>{SomeDocx.P("Words")}</w:body></w:document>")]);

        Assert.Equal("Words", DocxReader.Read(document).Text);
    }
}
