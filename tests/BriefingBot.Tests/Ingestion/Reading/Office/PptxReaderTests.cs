using BriefingBot.Ingestion;
using static BriefingBot.Tests.Support.SomePptx;

namespace BriefingBot.Tests.Ingestion;

public sealed class PptxReaderTests
{
    [Fact]
    public void Slides_are_pages_in_the_order_of_the_presentation()
    {
        var article = PptxReader.Read(Of(Title("First"), "hidden" + Title("Secret"), Title("Third"), "", Title("Fifth"), ""));

        Assert.Equal("First\n\nThird\n\nFifth", article.Text);
        Assert.Equal([0, 7, 7, 14, 14], article.Pages);
    }

    [Fact]
    public void The_title_comes_first_and_then_what_is_above_and_to_the_left() => Assert.Equal(
        "Title\n\nabove\n\nleft\n\nright\n\nbelow",
        Read(Shape("right", 900, 500_050) + Shape("below", 0, 4_000_000) + Shape("left", 100, 500_100) + Shape("Title", 0, 9_000_000, "<p:ph type='ctrTitle'/>") + Shape("above", 700, 20)));

    [Fact]
    public void A_shape_without_a_place_has_that_of_its_layout_and_bullets_of_its_master() => Assert.Equal(
        "Title\n\nabove\n\n- one\n- two\n\nbelow",
        Read(Shape("below", 0, 4_000_000) + Placeholder("one|two", "<p:ph idx='1'/>") + Shape("above", 0, 1_000_000) + Title("Title")));

    [Fact]
    public void Groups_stay_together() => Assert.Equal(
        "before\n\na\n\nb\n\nafter",
        Read($"""
            <p:grpSp><p:nvGrpSpPr><p:cNvPr id='1' name=''/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x='0' y='2000000'/></a:xfrm></p:grpSpPr>{Shape("b", 0, 9_000_000)}{Shape("a", 0, 0)}</p:grpSp>
            {Shape("after", 0, 3_000_000)}{Shape("before", 0, 1_000_000)}
            """));

    [Fact]
    public void Numbers_are_counted_and_restart_below_another() => Assert.Equal(
        "1. one\n2. two\na) two a\nb) two b\n3. three",
        Read(Shape(string.Concat(Numbered("one", 0), Numbered("two", 0), Numbered("two a", 1, "alphaLcParenR"), Numbered("two b", 1, "alphaLcParenR"), Numbered("three", 0)), 0, 0)));

    [Fact]
    public void A_table_is_read_row_by_row_and_merged_cells_once() => Assert.Equal(
        "Over both | x\na | b | c\n| d | e",
        Read($"""
            <p:graphicFrame><p:xfrm><a:off x='0' y='0'/></p:xfrm><a:graphic><a:graphicData><a:tbl>
            <a:tr>{Cell("Over both", "gridSpan='2'")}{Cell("Over both", "hMerge='1'")}{Cell("x")}</a:tr>
            <a:tr>{Cell("a", "rowSpan='2'")}{Cell("b")}{Cell("c")}</a:tr><a:tr>{Cell("a", "vMerge='1'")}{Cell("d")}{Cell("e")}</a:tr>
            </a:tbl></a:graphicData></a:graphic></p:graphicFrame>
            """));

    [Fact]
    public void What_nobody_sees_and_what_is_on_every_slide_is_left_out() => Assert.Equal(
        "Seen",
        Read(Shape("hidden", 0, 0, properties: "hidden='1'") + Shape("Seen", 0, 0) + Shape("12", 0, 0, "<p:ph type='sldNum'/>") + Shape("Company", 0, 0, "<p:ph type='ftr'/>") + Placeholder("", "<p:ph idx='1'/>")));

    [Fact]
    public void Of_two_forms_of_a_shape_one_is_read() => Assert.Equal(
        "x = 1", Read($"<mc:AlternateContent><mc:Choice Requires='a14'>{Shape("x = 1", 0, 0)}</mc:Choice><mc:Fallback>{Shape("x = 1", 0, 0)}</mc:Fallback></mc:AlternateContent>"));

    private static string Read(string slide) => PptxReader.Read(Of(slide)).Text;

    private static string Numbered(string text, int level, string form = "arabicPeriod") => $"<a:p><a:pPr lvl='{level}'><a:buAutoNum type='{form}'/></a:pPr><a:r><a:t>{text}</a:t></a:r></a:p>";

    private static string Cell(string text, string merged = "") => $"<a:tc {merged}><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>";
}
