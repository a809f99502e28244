using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

public sealed class PdfPropertiesTests
{
    [Fact]
    public void What_a_document_says_about_itself_is_read()
    {
        var article = PdfReader.Read(new SomePdf().Line("Text.", 50, 700)
            .Says(info => (info.Title, info.Author, info.CreationDate, info.ModifiedDate) = ("Floods recede", "Ann Lee", "D:20260301093000+01'00'", "D:20260304"))
            .Bytes());

        Assert.Equal("Floods recede", article.Title);
        Assert.Equal("Ann Lee", article.Author);
        Assert.Equal("2026-03-01T09:30:00+01:00", article.Published.ToString());
        Assert.Equal("2026-03-04", article.Modified.ToString());
    }

    [Fact]
    public void A_change_on_the_day_of_making_is_none()
    {
        var article = PdfReader.Read(new SomePdf().Line("Text.", 50, 700)
            .Says(info => (info.CreationDate, info.ModifiedDate) = ("D:20260301093000Z", "D:20260301180000Z"))
            .Bytes());

        Assert.Null(article.Modified);
    }

    [Theory]
    [InlineData("D:20260301", "2026-03-01")]
    [InlineData("D:202603010930", "2026-03-01T09:30:00+00:00")]
    [InlineData("20260301093015-05'30'", "2026-03-01T09:30:15-05:30")]
    [InlineData("2026-03-01T09:30:15Z", "2026-03-01T09:30:15+00:00")]
    [InlineData("D:202603", null)]
    [InlineData("D:19040101000000Z", null)]
    [InlineData("D:20261301", null)]
    [InlineData("yesterday", null)]
    public void Dates_are_read_to_the_day_or_not_at_all(string written, string? date) => Assert.Equal(date, PdfProperties.DateOf(written)?.ToString());

    [Theory]
    [InlineData("Microsoft Word - report.doc")]
    [InlineData("untitled")]
    [InlineData("brochure_v3")]
    [InlineData("Final version.indd")]
    [InlineData("")]
    public void A_file_s_name_is_no_title_and_the_headline_is(string given) => Assert.Equal("The bridges of the county and their keepers", PdfReader.Read(new SomePdf()
        .Says(info => info.Title = given)
        .Line("The bridges of the county", 50, 780, 20).Line("and their keepers", 50, 756, 20)
        .Column("Text", 50, 700, 12).Bytes()).Title);

    [Fact]
    public void A_page_of_one_size_has_no_headline() => Assert.Null(PdfReader.Read(new SomePdf().Column("Text", 50, 700, 12).Bytes()).Title);

    [Fact]
    public void The_language_is_the_catalog_s() => Assert.Equal("de-AT", PdfReader.Read(RawPdf.Of(
        "",
        "<< /Type /Catalog /Pages 2 0 R /Lang (de-AT) >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        RawPdf.Stream("BT /F 12 Tf 72 700 Td (Servus) Tj ET"))).Language);
}
