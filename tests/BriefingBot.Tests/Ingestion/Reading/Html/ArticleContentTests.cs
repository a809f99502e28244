using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class ArticleContentTests
{
    private const string First = "The river rose by two metres overnight, and the mayor asked everybody in the lower town to leave before the morning came.";
    private const string Second = "Ann Reed, who has kept the bakery on Mill Lane for thirty years, said that she had never seen the water stand so high.";
    private const string Third = "Engineers expect the flood to fall again by Sunday, when the gates of the new dam, which were tested in March, are opened.";

    private static readonly string Links = string.Concat(Enumerable.Range(1, 12).Select(i => $"<li><a href=/{i}>Teaser number {i} of another story</a></li>"));

    [Theory]
    [InlineData("<div class='social-share'>Spread the word to all your friends</div>")]
    [InlineData("<div id=newsletterBox><p>Get our best stories every morning, free of charge.</p></div>")]
    [InlineData("<div class=ad-slot>Shoes at half the price</div>")]
    [InlineData("<aside><p>Something else that happened elsewhere.</p></aside>")]
    [InlineData("<figure><img><figcaption>The bridge on Friday</figcaption></figure>")]
    [InlineData("<div class=wp-caption><img><p class=wp-caption-text>The bridge on Friday</p></div>")]
    [InlineData("<div style='display: none'>Not to be seen</div>")]
    [InlineData("<p>Advertisement</p>")]
    [InlineData("<p>Story continues below</p>")]
    [InlineData("<p>(Image credit: Tom Shaw)</p>")]
    [InlineData("<p>Photo: Tom Shaw/AP</p>")]
    [InlineData("<p><b>Read more:</b> <a href=/x>What the dam has cost the county so far</a></p>")]
    [InlineData("<p>[Related: <a href=/x>What the dam has cost</a>]</p>")]
    [InlineData("<p>Sign up for our weekly newsletter to get the best stories.</p>")]
    [InlineData("<p>Follow us on Twitter and Facebook.</p>")]
    [InlineData("<h3>Related stories</h3><ul><li><a href=/x>What the dam has cost</a></li><li><a href=/y>Another flood</a></li></ul>")]
    [InlineData("<div class=cookie-consent><p>We use cookies to make this site work.</p></div>")]
    public void What_stands_between_paragraphs_and_is_none_is_left_out(string between) =>
        Assert.Equal(string.Join("\n\n", First, Second, Third), Read($"<p>{First}</p>{between}<p>{Second}</p><p>{Third}</p>"));

    [Theory]
    [InlineData("<p class=byline>By Ann Lee</p><p class=date>March 3, 2026</p>")]
    [InlineData("<h1>Floods in the lower town</h1><p>By Ann Lee</p><p>Published March 3, 2026 at 9:30 am</p>")]
    [InlineData("<h2>What is known about the water</h2><p>Updated 9:30 am EST, Tuesday, March 3, 2026</p>")]
    public void Lines_above_the_first_paragraph_are_left_out(string head) =>
        Assert.Equal(string.Join("\n\n", First, Second, Third), Read($"{head}<p>{First}</p><p>{Second}</p><p>{Third}</p>"));

    [Theory]
    [InlineData("<p>© 2026 The Paper. All rights reserved.</p>")]
    [InlineData("<p><em>Tom Shaw contributed to this report.</em></p>")]
    [InlineData("<p>(Reporting by Tom Shaw; editing by Bo Lee)</p>")]
    [InlineData("<p>Ann Lee is a reporter who covers rivers for The Paper.</p>")]
    [InlineData("<p>Tags: <a href=/t>flood</a>, <a href=/u>dam</a></p>")]
    [InlineData("<h3>You may also like</h3><p>A long teaser of another story, which tells at length what happened there and to whom.</p>")]
    [InlineData("<h3>3 Comments</h3><div><p>somebody: I have seen this too, and it was worse than all of you think it was.</p></div>")]
    [InlineData("<div id=comments><p>somebody: I have seen this too, and it was worse than all of you think it was.</p></div>")]
    public void What_follows_the_last_paragraph_is_left_out(string foot) =>
        Assert.Equal(string.Join("\n\n", First, Second, Third), Read($"<p>{First}</p><p>{Second}</p><p>{Third}</p>{foot}"));

    [Theory]
    [InlineData("<p>He asked her to read more: there was, he said, nothing that a book did not tell.</p>")]
    [InlineData("<p>The museum has a photo: it shows the mill on the day before the great fire of 1911.</p>")]
    [InlineData("<p>On <span class=date>3 March</span> the council, by seven votes to five, agreed to pay for the gates.</p>")]
    [InlineData("<p>By noon the water had reached the market, where traders were still at their stalls.</p>")]
    [InlineData("<blockquote><p>We did not ask for gold, we asked for a wall that holds the river back in March.</p></blockquote>")]
    public void Sentences_that_merely_look_like_it_stay(string kept)
    {
        var text = Read($"<p>{First}</p>{kept}<p>{Second}</p><p>{Third}</p>");

        Assert.Equal(4, text.Split("\n\n").Length);
        Assert.Contains(HtmlReader.TextOfFragment(kept), text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_and_a_table_of_the_article_stay_line_by_line()
    {
        var text = Read($"<p>{First}</p><ul><li>boots that reach to the knee</li><li>a lamp and dry matches</li></ul><p>{Second}</p><table><tr><th>Day<th>Metres<tr><td>Friday<td>2.1</table><p>{Third}</p>");

        Assert.Equal($"{First}\n\n- boots that reach to the knee\n- a lamp and dry matches\n\n{Second}\n\nDay | Metres\nFriday | 2.1\n\n{Third}", text);
    }

    [Fact]
    public void Comments_longer_than_a_short_article_are_no_article()
    {
        var comments = string.Concat(Enumerable.Range(1, 30).Select(i => $"<p>Reader {i}: I live there and can tell you, at length and from what I saw, that none of this is as it was told here.</p>"));

        Assert.Equal($"{First}\n\n{Second}", Read($"<p>{First}</p><p>{Second}</p>", $"<div class=comments-area>{comments}</div>"));
    }

    [Fact]
    public void Of_several_articles_on_a_page_the_first_below_the_title_is_read()
    {
        var next = string.Concat(Enumerable.Range(1, 20).Select(i => $"<p>Paragraph {i} of quite another story, which the page goes on with for whoever scrolls down, tells of other things.</p>"));

        Assert.DoesNotContain("another story", Read($"<p>{First}</p><p>{Second}</p>", $"<article><h2>Next</h2><div itemprop=articleBody>{next}</div></article>", "itemprop=articleBody"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_without_a_site_around_it_is_read_whole() =>
        Assert.Equal("Title\n\nBy Ann Lee\n\nShort.", HtmlReader.Read("<title>Title</title><h1>Title</h1><p>By Ann Lee</p><p>Short.</p>").Text);

    [Fact]
    public void A_cell_that_spans_rows_stands_in_each() => Assert.Equal(
        "Year | Month | Cost\n2025 | May | 3\n2025 | June | 4\n2026 | May | 5",
        HtmlReader.TextOfFragment("<table><tr><th>Year<th>Month<th>Cost<tr><td rowspan=2>2025<td>May<td>3<tr><td>June<td>4<tr><td>2026<td>May<td>5</table>"));

    [Fact]
    public void A_page_within_a_form_has_its_text() =>
        Assert.Equal("Title\n\nWords.", HtmlReader.Read("<form><h1>Title</h1><p>Words.</p><input value=x></form>").Text);

    private static string Read(string content, string below = "", string attributes = "") => HtmlReader.Read($"""
        <html><head><title>Floods in the lower town | The Paper</title><meta property="og:site_name" content="The Paper"></head><body>
        <nav><ul>{Links}</ul></nav><header><a href=/>The Paper</a></header>
        <div class=page><article><h1>Floods in the lower town</h1><div class=story {attributes}>{content}</div></article>{below}
        <div class=sidebar><ul>{Links}</ul></div></div><footer>All rights reserved</footer></body></html>
        """).Text;
}
