using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class HtmlReaderTests
{
    private static readonly string Story = string.Concat(Enumerable.Range(1, 6).Select(i =>
        $"<p>Paragraph {i} of the story tells, at some length, what happened in the town, who was there, and why it matters to all of us.</p>"));

    [Theory]
    [InlineData("<p>One\n two</p><p>Three</p>", "One two\n\nThree")]
    [InlineData("<h1>T</h1>a<br>b<br><br>c", "T\n\na\nb\n\nc")]
    [InlineData("<p>a <b> b</b><i>c</i>&nbsp;&amp;</p>", "a bc\u00A0&")]
    [InlineData("<ul><li>one<li><p>two</p><p>more</p><ol start=3><li>x<li>y</ol></ul>z", "- one\n- two\nmore\n3. x\n4. y\n\nz")]
    [InlineData("<table><tr><th>a<th>b<tr><td>1<td>2 <b>3</b><br>4<tr><td><td></table>", "a | b\n1 | 2 3 4")]
    [InlineData("<table><tr><td><p>One</p><p>Two</p><td><table><tr><td>a<td>b</table></table>", "One\n\nTwo\n\na | b")]
    [InlineData("<pre>\n  x =  1\n  y\n</pre><p>z", "  x =  1\n  y\n\nz")]
    [InlineData("<dl><dt>t<dd>d</dl>", "t\nd")]
    [InlineData("a<script>x</script><style>y</style><noscript>z</noscript><nav>n</nav><form>f</form><figure><img><figcaption>c</figcaption></figure>b", "a\n\nb")]
    [InlineData("<header>h</header><main><header>kept</header>m</main><aside>s</aside><footer>f</footer>", "kept\n\nm")]
    [InlineData("<p hidden>h</p><!-- c --><p>shown", "shown")]
    public void Short_pages_are_read_whole_block_by_block(string html, string text) => Assert.Equal(text, HtmlReader.TextOfFragment(html));

    [Fact]
    public void The_main_content_is_read_and_what_stands_around_it_is_not()
    {
        var text = HtmlReader.Read($"""
            <html><head><title>t</title></head><body><nav><a href=/>Home</a></nav>
            <div class=sidebar><ul><li><a href=/1>Related one</a></li><li><a href=/2>Related two</a></li></ul></div>
            <article><h1>Title</h1>{Story}</article><footer>All rights reserved</footer></body></html>
            """).Text;

        Assert.Contains("Paragraph 1 of", text, StringComparison.Ordinal);
        Assert.Contains("all of us.\n\nParagraph 6 of", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Related", text, StringComparison.Ordinal);
        Assert.DoesNotContain("rights", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Home", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_is_read_from_the_head()
    {
        var article = HtmlReader.Read($"""
            <html><head><title>Floods recede</title><meta property="og:site_name" content="The Paper">
            <meta name=author content="By Ann  Lee"><meta property="article:published_time" content="2026-03-01T09:30:00Z">
            <link rel="canonical" href="https://example.org/floods"></head><body><article>{Story}</article></body></html>
            """);

        Assert.Equal("Floods recede", article.Title);
        Assert.Equal("The Paper", article.Source);
        Assert.Equal("Ann Lee", article.Author);
        Assert.Equal("2026-03-01T09:30:00+00:00", article.Published.ToString());
        Assert.Equal("https://example.org/floods", article.Url!.AbsoluteUri);
    }

    [Fact]
    public void Metadata_is_read_from_linked_data()
    {
        var article = HtmlReader.Read($$$"""
            <html><head><title>x</title><script type="application/ld+json">{ broken</script><script type="application/ld+json">
            {"@context":"https://schema.org","@graph":[{"@type":"WebPage","datePublished":"1999-01-01"},{"@type":["NewsArticle"],
             "headline":"Floods recede","author":[{"name":"Ann Lee"},"Bo Lee"],"publisher":{"name":"The Paper"},"datePublished":"2026-03-01"}]}
            </script></head><body><article>{{{Story}}}</article></body></html>
            """);

        Assert.Equal("Ann Lee, Bo Lee", article.Author);
        Assert.Equal("The Paper", article.Source);
        Assert.Equal("2026-03-01", article.Published.ToString());
    }

    [Theory]
    [InlineData("<meta name=date content='10:30'>")]
    [InlineData("<meta name=date content='March'>")]
    [InlineData("<meta name=date content='03/04/2026'>")]
    [InlineData("<meta property='article:published_time' content='0001-01-01T00:00:00Z'>")]
    [InlineData("<meta property='article:published_time' content='1970-01-01T00:00:00Z'>")]
    [InlineData("<time datetime='2026-03-01'>a comment's</time>")]
    [InlineData("")]
    public void A_date_is_never_guessed(string html) => Assert.Null(HtmlReader.Read(html + Story).Published);

    [Theory]
    [InlineData("/relative")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public void An_address_that_nobody_can_open_is_left_out(string address) =>
        Assert.Null(HtmlReader.Read($"<link rel=canonical href='{address}'>" + Story).Url);

    [Fact]
    public void A_profile_address_is_not_an_author() =>
        Assert.Null(HtmlReader.Read("<meta name=author content='https://social.example/ann'>" + Story).Author);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<svg><g>")]
    [InlineData("<math><rt>")]
    [InlineData("<blockquote><p>")]
    public void A_page_nested_without_end_is_refused(string tags) => Assert.Contains(
        "nested too deep",
        Assert.Throws<UnreadableInputException>(() => HtmlReader.Read(string.Concat(Enumerable.Repeat(tags, 100_000)) + "x")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Many_paragraphs_without_end_tags_are_no_nesting()
    {
        var text = HtmlReader.Read(string.Concat(Enumerable.Repeat("<p>Some words here.<br>", 25_000))).Text;

        Assert.Equal(25_000, text.Split("\n\n").Length);
    }
}
