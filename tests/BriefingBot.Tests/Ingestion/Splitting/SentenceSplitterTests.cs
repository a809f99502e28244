using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. ¦Two! ¦Three? ¦Four… ¦Five.")]
    [InlineData("What?! ¦No way!! ¦Really.")]
    [InlineData("no capital. after the stop, so one sentence.")]
    [InlineData("He was born in 1990. ¦12 people came.")]
    [InlineData("It cost 3.50 euros. ¦Version 2.10.1 is out at 1,234.56.")]
    [InlineData("See www.example.com/a.b?c=D. ¦Write to a.b@example.com. ¦Amazon.com Inc. is large.")]
    [InlineData("The end of religion.¦The next follows a forgotten blank...¦They often do.")]
    [InlineData("これは文です。¦次の文です！¦はい？")]
    [InlineData("पहला वाक्य। ¦दूसरा वाक्य।")]
    [InlineData("The temperature fell. ¦-5 °C was measured.")]
    public void Terminators_end_sentences_where_a_new_one_follows(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("Mr. Smith met Dr. Jones, Lt. Gov. Brown and Prof. Dr. White. ¦They talked.")]
    [InlineData("Gen. Miller and Sen. Warren saw Rev. King. ¦Sgt. Pepper came.")]
    [InlineData("J. K. Rowling wrote it. ¦George W. Bush read it. ¦J.R.R. Tolkien did not.")]
    [InlineData("The U.S. Senator flew to the E.U. headquarters. ¦She lives in the U.S. ¦She likes it.")]
    [InlineData("It is in Washington, D.C. ¦But few know.")]
    [InlineData("See No. 5 and Nos. 6 and 7, Fig. 3, Vol. II, pp. 12–14, Art. 5 and Sec. 230. ¦Done.")]
    [InlineData("He said no. ¦Then he left.")]
    [InlineData("It happened on Jan. 5 and Sept. 11, 2001. ¦It rained.")]
    [InlineData("Fruit, e.g. Apples, i.e. Pomes, vs. Nuts, cf. Seeds, approx. 40. ¦More.")]
    [InlineData("Smith et al. (2010) and Jones et al. Report it. ¦So does Brown et al. ¦The rest do not.")]
    [InlineData("It opens at 5 p.m. EST on Friday. ¦It closes at 6 a.m. Monday. ¦Come at 5 p.m. ¦Police will be there.")]
    [InlineData("Apple Inc. Chief Executive Tim Cook left. ¦He liked Apple Inc. ¦The firm grew.")]
    [InlineData("He joined Acme Corp. ¦\"We are glad,\" it said.")]
    [InlineData("Sammy Davis Jr. Museum opens. ¦It honours Sammy Davis Jr. ¦He sang.")]
    [InlineData("Bring pens, paper, etc. ¦You will need them.")]
    [InlineData("She holds a Ph.D. from St. Andrews. ¦He lives in Mt. Pleasant.")]
    [InlineData("Rep. Lee (D-Calif.) spoke first. ¦Others followed.")]
    [InlineData("They fought in World War I. ¦Germany lost. ¦Take vitamin C. ¦It helps.")]
    [InlineData("Well... she left. ¦Well... ¦She left. ¦It was … Strange. ¦Fine… ¦The end.")]
    [InlineData("We know this [...] but not that. ¦He agreed. ¦[...] They left.")]
    [InlineData("Yahoo! is large. ¦Who asked why? was not said.")]
    public void Abbreviations_end_no_sentence_unless_a_new_one_clearly_follows(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("\"Stop!\" Smith said. ¦He left.")]
    [InlineData("“Is it over?” asked the minister. ¦She did not know.")]
    [InlineData("\"Why?\" Prime Minister Theresa May asked reporters. ¦Nobody knew.")]
    [InlineData("\"Why?\" ¦She left. ¦\"Done!\" ¦He said nothing more.")]
    [InlineData("\"I went. Then I left.\" ¦He smiled.")]
    [InlineData("He said: \"I went. Then I left. I was tired.\" ¦She nodded.")]
    [InlineData("\"We pray. We hope,\" she said. ¦\"Nothing else helps.\"")]
    [InlineData("\"We pray. We hope.\" ¦President Duda added, \"Today we won.\" ¦He left.")]
    [InlineData("She said, “He told me, ‘Stop. Go away.’ So I went.” ¦I laughed.")]
    [InlineData("She said, \"He told me, 'Stop. Go away.' So I went.\" ¦I laughed.")]
    [InlineData("Er sagte: „Ich ging. Dann kam ich.“ ¦Sie lachte.")]
    [InlineData("Il dit : « Je pars. Je reviens. » ¦Elle rit.")]
    [InlineData("It was \"understandable\". ¦Others called it \"brave.\" ¦Many agreed.")]
    [InlineData("Unbalanced \"quotation here. ¦It goes on. ¦And on.")]
    [InlineData("Unbalanced “quotation here. ¦It goes on. ¦And on.")]
    [InlineData("Closed only” here. ¦It goes on.\" ¦And on.")]
    [InlineData("He said \"I went. ¦Then nothing. ¦Later \"foo\" ended. ¦All was well.")]
    [InlineData("The players' union left. ¦The '90s were good. ¦Don't worry. ¦It's the players' day.")]
    [InlineData("The ’90s and the ‘80s. ¦The players’ union. ¦Don’t go.")]
    [InlineData("The pipe is 6\" long. ¦He said \"no\". ¦She agreed.")]
    [InlineData("\"It is unprecedented.\" ¦He said, in remarks published in May, no more. ¦\"We won.\" Smith said.")]
    [InlineData("Mixed \"marks.” ¦Both came from one program.")]
    public void Quotations_keep_together_what_belongs_together(string marked) => AssertSplit(marked);

    [Fact]
    public void Long_quotation_is_split_between_its_sentences()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("word", 60));
        AssertSplit($"He said: “It was {sentence}. ¦I saw ‘{sentence}’ there. ¦We left.” ¦She nodded.");
    }

    [Theory]
    [InlineData("He left (see Fig. 3. It is good). ¦Then he came.")]
    [InlineData("He (surprise!) Smith left. ¦Is this it (really?) ¦I wonder.")]
    [InlineData("He left. ¦(She stayed. She was tired.) ¦They met again.")]
    [InlineData("A bracket (never closed. ¦It goes on. ¦And on.")]
    [InlineData("He was born in 1990.[12] ¦She was born later. [13] ¦They met.[a][b] ¦It rained.[citation needed] ¦Yes.")]
    [InlineData("It is an expression of modernism[by whom?]. ¦\"Others\" deny it.")]
    [InlineData("He agreed. ¦[I] hope so. ¦[S]he did not.")]
    [InlineData("String theory is popular.:212–219 ¦The rest is not.")]
    public void Brackets_and_references_stay_with_their_sentence(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("a study of a wing . ¦an experimental study was made . ¦the next ... was bad .")]
    [InlineData("`` I went . Then I left . '' ¦He smiled .")]
    [InlineData("He called it `` new '' . ¦She did n't . ¦The players ' union left .")]
    [InlineData("He asked `` why ? '' ¦The answer ( see fig . 3 ) was \" no . \" ¦They left .")]
    public void Tokenised_text_is_split_at_its_lone_stops(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("A heading\n\n¦The first sentence. ¦The second\n¦A line\n\n¦A new paragraph", "0,1,1,2,3")]
    [InlineData("First paragraph. ¦Still first.\n¦Second paragraph, a line of its own.\n¦Third", "0,0,1,2")]
    [InlineData("1. Open the lid. ¦Close it.\n¦2. Drink.\n¦- one\n¦* two\n¦• three\n¦– four\n¦(a) five\n¦2) six", "0,0,1,2,3,4,5,6,7")]
    [InlineData("Do as follows: 1. Open the lid. ¦2. Close it.", "0,0")]
    [InlineData("a | b | c\n¦1. | Mr. X. He is. | d\n¦| e | f |", "0,1,2")]
    [InlineData("in\r\n\r\n¦out\r\n¦# Marked\r\n¦up. ¦And down.", "0,1,2,3,3")]
    [InlineData("***\n\n¦Text. ¦More ***", "0,1,1")]
    public void Blocks_are_borders_and_are_numbered(string marked, string blocks)
    {
        AssertSplit(marked);
        Assert.Equal(blocks, string.Join(',', SentenceSplitter.Split(Unmarked(marked)).Select(sentence => sentence.Block)));
    }

    [Theory]
    [InlineData(
        "This hard-wrapped paragraph is about sixty characters wide in\nall, and goes on over several lines until it has come to an\n"
        + "end. ¦The next sentence starts in the middle of a line and it\nends here.")]
    [InlineData(
        "A heading\n¦This hard-wrapped paragraph is about sixty characters wide in\nall, and goes on over several lines until it comes to the\n"
        + "end. ¦The next sentence starts in the middle of a line and it\nends here.")]
    [InlineData(
        "Hard-wrapped as before, this one gives masses from between 99 and\n137. ¦Aside from them, none is known. ¦It has been wrapped at a width\n"
        + "of sixty-four, or so it seems to those who count.")]
    [InlineData("This line is long enough to be a paragraph, stops in mid-sentence and goes on after a stray line break, as one page in ten has\nthem. ¦So.")]
    [InlineData("- This list item is hard-wrapped at about sixty characters in\n  all, and goes on.\n¦- Another")]
    public void Hard_wrapped_lines_are_joined(string marked) => AssertSplit(marked);

    [Fact]
    public void Headings_are_told_from_sentences_and_lists()
    {
        const string text = "Opening hours\n\nWe open at nine. We close at five\n\n## Closed days\nSunday\n\nMonday is open.\n\nApples\nPears\nPlums\nNuts\n\n"
            + "- Milk\n\nThe result is\n\nThe last line";
        var headings = SentenceSplitter.Split(text).Where(sentence => sentence.IsHeading).Select(sentence => text[sentence.Span.Start..sentence.Span.End]);
        Assert.Equal(["Opening hours", "## Closed days", "Sunday"], headings);
    }

    private static void AssertSplit(string marked)
    {
        var text = Unmarked(marked);
        var found = text;
        foreach (var sentence in SentenceSplitter.Split(text).Skip(1).Reverse())
        {
            found = found.Insert(sentence.Span.Start, "¦");
        }

        Assert.Equal(marked, found);
    }

    private static string Unmarked(string marked) => marked.Replace("¦", "", StringComparison.Ordinal);
}
