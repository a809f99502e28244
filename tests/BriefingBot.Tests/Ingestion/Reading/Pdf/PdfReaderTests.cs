using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class PdfReaderTests
{
    [Fact]
    public void Lines_become_paragraphs_and_a_heading_stands_alone()
    {
        var text = TextOf(new SomePdf()
            .Line("What happened in the town", 50, 750, 10, isBold: true)
            .Lines(50, 730, "The river rose in the night and took two of the bridges with it,", "so that the market had to be held on the other bank.")
            .Lines(50, 694, "Nobody was hurt. The mayor said that both would be built again."));

        Assert.Equal(
            "What happened in the town\n\nThe river rose in the night and took two of the bridges with it, so that the market had to be held on the other bank."
            + "\n\nNobody was hurt. The mayor said that both would be built again.",
            text);
    }

    [Fact]
    public void An_indent_begins_a_paragraph()
    {
        var text = TextOf(new SomePdf()
            .Lines(50, 750, "The river rose in the night and took two of the bridges with it", "and a part of the road that led to the mill on the other side.")
            .Lines(62, 726, "Nobody was hurt. The mayor said that both would be built in")
            .Lines(50, 714, "the spring, and that the money for it was there in the town's"));

        Assert.Equal(2, text.Split("\n\n").Length);
        Assert.Contains("other side.\n\nNobody was hurt", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_columns_are_read_one_after_the_other_below_the_headline_over_both()
    {
        var text = TextOf(new SomePdf()
            .Line("A headline that stands over both of the columns of the page", 50, 780, 18)
            .Column("Left", 50, 740, 20).Column("Right", 310, 746, 20)
            .Line("A last line in the width of the page, which is read after both of the columns, because it is below them.", 50, 480));

        AssertInOrder(text, "A headline", "Left goes on in line 1 ", "Left goes on in line 20", "Right goes on in line 1 ", "Right goes on in line 20", "A last line");
    }

    [Fact]
    public void Three_columns_are_read_from_left_to_right()
    {
        var pdf = new SomePdf();
        string[] names = ["First", "Second", "Third"];
        for (var i = 0; i < names.Length; i++)
        {
            pdf.Lines(40 + (175 * i), 740, [.. Enumerable.Range(1, 15).Select(line => $"{names[i]} column, line {line}, goes on")]);
        }

        AssertInOrder(TextOf(pdf), "First column, line 1,", "First column, line 15", "Second column, line 1,", "Second column, line 15", "Third column, line 1,");
    }

    [Fact]
    public void A_table_is_read_row_by_row()
    {
        var pdf = new SomePdf().Line("The towns of the county and how many people live in them:", 50, 760);
        string[][] rows = [["Town", "People", "Since"], ["Aldham", "1,200", "1086"], ["Burwick", "15,340", "1204"], ["Coldstead", "890", "1311"]];
        for (var i = 0; i < rows.Length; i++)
        {
            pdf.Line(rows[i][0], 50, 730 - (14 * i)).Line(rows[i][1], 200, 730 - (14 * i)).Line(rows[i][2], 320, 730 - (14 * i));
        }

        Assert.EndsWith("in them:\n\nTown | People | Since\nAldham | 1,200 | 1086\nBurwick | 15,340 | 1204\nColdstead | 890 | 1311", TextOf(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_s_cell_goes_on_in_the_line_below()
    {
        var pdf = new SomePdf();
        string[][] rows = [["Name", "Description"], ["Alpha", "the first letter of an alphabet"], ["", "which was written long ago"], ["Beta", "the second one"], ["Gamma", "the third one"]];
        for (var i = 0; i < rows.Length; i++)
        {
            pdf.Line(rows[i][0].Length > 0 ? rows[i][0] : " ", 50, 730 - (12 * i)).Line(rows[i][1], 200, 730 - (12 * i));
        }

        Assert.Contains("\nAlpha | the first letter of an alphabet which was written long ago\nBeta | ", TextOf(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_keeps_its_lines_and_an_item_its_words()
    {
        var text = TextOf(new SomePdf().Line("What to bring when you come to the meeting of the council of the town:", 50, 760)
            .Line("1. A pen with which to sign the list of those who have come to the", 50, 740).Line("meeting", 62, 728)
            .Line("2. Your card", 50, 716).Line("3. Some time", 50, 704));

        Assert.EndsWith("1. A pen with which to sign the list of those who have come to the meeting\n2. Your card\n3. Some time", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The council spoke about its plans for the infor-", "mation of the people.", "the information of")]
    [InlineData("A well-known man said that he was a well-", "known man.", "a well-known man.")]
    [InlineData("The council sent for help to Alsace-", "Lorraine in the north.", "Alsace-Lorraine")]
    [InlineData("It took them no more than the years from 1914-", "1918 to do that.", "1914-1918")]
    [InlineData("They came to the end of it with state-of-", "the-art tools.", "state-of-the-art tools")]
    public void A_word_cut_at_a_line_s_end_is_put_together_and_keeps_a_hyphen_of_its_own(string first, string second, string words) =>
        Assert.Contains(words, TextOf(new SomePdf().Lines(50, 750, first, second)), StringComparison.Ordinal);

    [Fact]
    public void Running_heads_and_page_numbers_are_dropped_and_the_sentence_goes_on_over_the_page()
    {
        var pdf = new SomePdf();
        string[] words = ["first", "second", "third"];
        for (var number = 1; number <= 3; number++)
        {
            pdf = number == 1 ? pdf : pdf.NextPage();
            pdf.Line("Annual report of the county", 50, 800, 8).Line($"Page {number}", 280, 40, 8);
            pdf.Lines(50, 740, $"this is the {words[number - 1]} page, and it has a line or two, which", "end with the word that the page has last, and not with a");
        }

        var article = PdfReader.Read(pdf.Bytes());

        Assert.DoesNotContain("Annual", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Page", article.Text, StringComparison.Ordinal);
        Assert.Contains("not with a this is the second page", article.Text, StringComparison.Ordinal);
        Assert.Equal([0, article.Text.IndexOf("this is the second", StringComparison.Ordinal), article.Text.IndexOf("this is the third", StringComparison.Ordinal)], article.Pages);
    }

    [Fact]
    public void A_page_without_text_begins_where_the_next_one_does()
    {
        var article = PdfReader.Read(new SomePdf().Line("One.", 50, 700).NextPage().NextPage().Line("Three.", 50, 700).NextPage().Bytes());

        Assert.Equal("One.\n\nThree.", article.Text);
        Assert.Equal([0, 6, 6, 12], article.Pages);
    }

    [Fact]
    public void Notes_stay_on_their_page_and_do_not_break_the_paragraph_above_them()
    {
        var pdf = new SomePdf().Column("Body", 50, 400, 20);
        pdf.Line("and the sentence here goes on over the end", 50, 160).Line("1 A note in small type.", 50, 100, 7);
        pdf.NextPage().Line("of the page, to its own end.", 50, 740);

        var article = PdfReader.Read(pdf.Bytes());

        AssertInOrder(article.Text, "A note in small type.", "goes on over the end of the page");
        Assert.Equal(article.Text.IndexOf("of the page, to", StringComparison.Ordinal), article.Pages[1]);
    }

    [Fact]
    public void Letters_printed_twice_to_look_bold_read_once() =>
        Assert.Equal("All about bees", TextOf(new SomePdf().Line("All about bees", 50, 700).Line("All about bees", 50.3, 700)));

    [Fact]
    public void Unseen_text_is_read_once_where_it_is_not_seen_as_well() =>
        Assert.Equal("Seen words\n\nUnseen words", TextOf(new SomePdf().Line("Seen words", 50, 700).Unseen("Seen words", 50, 700).Unseen("Unseen words", 50, 650)));

    [Fact]
    public void Raised_figures_are_not_read_as_part_of_the_number_before_them() =>
        Assert.Equal("About 10⁶ people", TextOf(new SomePdf().Line("About 10", 50, 700).Line("6", 91.2, 704, 6).Line("people", 98, 700)));

    [Fact]
    public void Words_placed_without_blanks_are_told_apart_by_the_gaps_between_them() =>
        Assert.Equal("no blanks at all", TextOf(new SomePdf().Line("no", 50, 700).Line("blanks", 64, 700).Line("at", 98, 700).Line("all", 109, 700)));

    [Fact]
    public void An_initial_over_several_lines_belongs_to_its_word() => Assert.Equal(
        "The river rose in the night and took two of the bridges with it, so that the market had to be held on the other bank of it.",
        TextOf(new SomePdf().Line("T", 50, 726, 32).Line("he river rose in the night and took two of the", 72, 738)
            .Line("bridges with it, so that the market had to be", 72, 726).Line("held on the other bank of it.", 50, 714)));

    [Fact]
    public void Code_keeps_its_lines() =>
        Assert.EndsWith("\n\nfor each bridge do\nshow its width;", TextOf(new SomePdf()
            .Lines(50, 740, "The programme that was used for this, which counts bridges and their widths.", "It has two lines, and nothing else is needed to run it on this machine.")
            .Line("for each bridge do", 50, 700, isCode: true).Line("show its width;", 50, 688, isCode: true)), StringComparison.Ordinal);

    internal static string TextOf(SomePdf pdf) => PdfReader.Read(pdf.Bytes()).Text;

    private static void AssertInOrder(string text, params string[] parts)
    {
        var places = parts.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }
}
