using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class PageMetadataTests
{
    [Theory]
    [InlineData("<meta property=og:site_name content='The Paper'><title>Floods recede | The Paper</title>", "Floods recede")]
    [InlineData("<meta property=og:site_name content='The Paper'><title>The Paper – Floods recede</title>", "Floods recede")]
    [InlineData("<title>Floods recede - Northern Echo</title><h1>Floods recede</h1>", "Floods recede")]
    [InlineData("<title>Floods recede - what is next</title><h1>The Paper</h1>", "Floods recede - what is next")]
    [InlineData("<meta property=og:title content='Floods recede'><title>Other</title>", "Floods recede")]
    [InlineData("<title></title><h1>Floods <em>recede</em></h1>", "Floods recede")]
    [InlineData("<meta property=og:title content='Floods recede in the lower ...'><h1>Floods recede in the lower town</h1>", "Floods recede in the lower town")]
    [InlineData("<meta property=og:site_name content='The Paper'><meta property=og:title content='The Paper'><h1>Floods recede</h1>", "Floods recede")]
    public void Title_is_without_the_sites_name(string html, string title) => Assert.Equal(title, HtmlReader.Read(html + Words).Title);

    [Theory]
    [InlineData("By Ann Reed and Tom Shaw", "Ann Reed, Tom Shaw")]
    [InlineData("by: Ann Reed", "Ann Reed")]
    [InlineData("Ann Reed, Chief Political Correspondent", "Ann Reed")]
    [InlineData("Ann Reed | March 3, 2026", "Ann Reed")]
    [InlineData("Ann Reed, Tom Shaw and Bo Lee", "Ann Reed, Tom Shaw, Bo Lee")]
    [InlineData("Ann Reed, Associated Press", "Ann Reed")]
    [InlineData("Associated Press", "Associated Press")]
    [InlineData("Ann Reed https://example.org/ann", "Ann Reed")]
    [InlineData("Ann Reed Published 3 March 2026", "Ann Reed")]
    [InlineData("Jean-Luc O’Neill", "Jean-Luc O’Neill")]
    [InlineData("admin", null)]
    [InlineData("https://social.example/ann", null)]
    [InlineData("", null)]
    public void Author_is_names_alone(string written, string? author) => Assert.Equal(author, HtmlReader.Read($"<meta name=author content='{written}'>{Words}").Author);

    [Theory]
    [InlineData("<span itemprop=author itemscope><span itemprop=name>Ann Reed</span>, reporter</span>")]
    [InlineData("<a rel=author href=/ann>Ann Reed</a>")]
    [InlineData("<p class=byline>By Ann Reed</p>")]
    [InlineData("<div class='article-byline'>By <a href=/ann>Ann Reed</a>, Staff Writer</div>")]
    public void Author_is_read_from_what_the_page_shows(string html) => Assert.Equal("Ann Reed", HtmlReader.Read(html + Words).Author);

    [Fact]
    public void Author_of_a_comment_is_none() =>
        Assert.Null(HtmlReader.Read($"{Words}<div id=comments><p class=comment><span class=author>Bo Lee</span> I agree</p></div>").Author);

    [Theory]
    [InlineData("<time itemprop=datePublished datetime=2026-03-01>today</time>", "2026-03-01")]
    [InlineData("<span itemprop=datePublished content=2026-03-01T09:30:00Z></span>", "2026-03-01T09:30:00+00:00")]
    [InlineData("<p class=pub-date>Published 7:07 PM EST March 1, 2026</p>", "2026-03-01")]
    [InlineData("<div class=publishedDate>Posted on 1st Mar 2026</div>", "2026-03-01")]
    [InlineData("<p class=pub-date>March 1</p>", null)]
    [InlineData("<p class=pub-date>3 hours ago</p>", null)]
    [InlineData("<p class=pub-date>01/03/2026</p>", null)]
    [InlineData("<p>On March 1, 2026 it rained.</p>", null)]
    public void Day_that_is_shown_is_read_where_its_markup_says_what_it_is(string html, string? day) => Assert.Equal(day, HtmlReader.Read(html + Words).Published?.ToString());

    [Theory]
    [InlineData("2026-03-01T09:30:00Z", "2026-03-02T09:30:00Z", "2026-03-02T09:30:00+00:00")]
    [InlineData("2026-03-01T09:30:00Z", "2026-03-01T09:30:00Z", null)]
    [InlineData("2026-03-01T09:30:00Z", "2026-02-01T09:30:00Z", null)]
    [InlineData("2026-03-01", "2026-03-01T10:00:00Z", null)]
    public void Modified_is_told_where_it_is_later(string published, string modified, string? told) => Assert.Equal(
        told,
        HtmlReader.Read($"<meta property=article:published_time content='{published}'><meta property=article:modified_time content='{modified}'>{Words}").Modified?.ToString());

    [Theory]
    [InlineData("<html lang=en-gb>", "en-GB")]
    [InlineData("<html lang=''><meta property=og:locale content=de_AT>", "de-AT")]
    [InlineData("<meta http-equiv=content-language content='fr, en'>", "fr")]
    [InlineData("<html lang=english-language-of-all>", null)]
    [InlineData("", null)]
    public void Language_is_a_tag(string html, string? language) => Assert.Equal(language, HtmlReader.Read(html + Words).Language);

    [Fact]
    public void Linked_data_is_trusted_first_and_names_by_reference()
    {
        var article = HtmlReader.Read($$$"""
            <title>x</title><meta name=author content="Editor"><meta property="article:published_time" content="1999-01-01">
            <script type="application/ld+json">{"@graph":[{"@type":"Organization","@id":"#o","name":"The Paper"},{"@type":"Person","@id":"#p","name":"Ann Reed"},
            {"@type":"NewsArticle","headline":"Floods &amp; more","author":{"@id":"#p"},"publisher":{"@id":"#o"},"datePublished":"2026-03-01T09:30:00Z","dateModified":"2026-03-02","inLanguage":"en","url":"https://example.org/floods",},]}</script>
            {{{Words}}}
            """);

        Assert.Equal(("Floods & more", "Ann Reed", "The Paper", "en"), (article.Title, article.Author, article.Source, article.Language));
        Assert.Equal(("2026-03-01T09:30:00+00:00", "2026-03-02", "https://example.org/floods"), (article.Published.ToString(), article.Modified.ToString(), article.Url!.AbsoluteUri));
    }

    private const string Words = "<p>Some words that are the page's text.</p>";
}
