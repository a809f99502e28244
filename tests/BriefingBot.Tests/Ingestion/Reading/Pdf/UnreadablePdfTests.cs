using System.Text;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

public sealed class UnreadablePdfTests
{
    private const string Font = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";

    [Fact]
    public void A_scan_is_told_from_a_text() => AssertRefused("it is a scan, or pictures. Run text recognition", new SomePdf().NextPage().Bytes());

    [Fact]
    public void A_password_is_asked_for_by_name() => AssertRefused("encrypted with a password", RawPdf.Encrypted("Secret words", "sesame"));

    [Fact]
    public void An_encrypted_document_that_needs_no_password_is_read() => Assert.Equal("Open words", PdfReader.Read(RawPdf.Encrypted("Open words", "")).Text);

    [Fact]
    public void A_damaged_document_is_told() => AssertRefused("damaged", Encoding.ASCII.GetBytes("%PDF-1.7\nand then nothing that belongs there"));

    [Fact]
    public void A_document_without_pages_is_told() => AssertRefused("has no pages", RawPdf.Of("", "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"));

    [Fact]
    public void A_page_that_cannot_be_read_is_named_and_nothing_is_taken() => AssertRefused("page 2 of 2 cannot be read, so none of it was taken", RawPdf.Of(
        "",
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources {Font} >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type0 /BaseFont /X >> >> >> >>",
        RawPdf.Stream("BT /F 12 Tf 72 700 Td (Words) Tj ET")));

    [Fact]
    public void Bytes_that_are_a_pdf_are_read_as_one_whatever_the_name_is()
    {
        var part = Assert.Single(InputReaders.Read("minutes", new SomePdf().Line("Words of the minutes.", 50, 700).Bytes()));

        Assert.Equal("Words of the minutes.", part.Article?.Text);
    }

    private static void AssertRefused(string message, ReadOnlyMemory<byte> bytes) =>
        Assert.Contains(message, Assert.Throws<UnreadableInputException>(() => PdfReader.Read(bytes)).Message, StringComparison.Ordinal);
}
