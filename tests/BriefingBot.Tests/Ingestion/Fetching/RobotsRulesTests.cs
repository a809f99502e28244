using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

/// <summary>By RFC 9309, with its own examples.</summary>
public sealed class RobotsRulesTests
{
    // Section 5.1.
    private const string Simple = """
        User-Agent: *
        Disallow: *.gif$
        Disallow: /example/
        Allow: /publications/

        User-Agent: foobot
        Disallow:/
        Allow:/example/page.html
        Allow:/example/allowed.gif

        User-Agent: barbot
        User-Agent: bazbot
        Disallow: /example/page.html

        User-Agent: quxbot
        """;

    [Theory]
    [InlineData("BriefingBot", "/example/page.html", false)]
    [InlineData("BriefingBot", "/example/allowed.gif", false)]
    [InlineData("BriefingBot", "/pictures/cat.gif", false)]
    [InlineData("BriefingBot", "/pictures/cat.gif?size=2", true)]
    [InlineData("BriefingBot", "/publications/1", true)]
    [InlineData("BriefingBot", "/", true)]
    [InlineData("foobot", "/example/page.html", true)]
    [InlineData("FooBot", "/example/allowed.gif", true)]
    [InlineData("foobot", "/publications/1", false)]
    [InlineData("foobot", "/robots.txt", true)]
    [InlineData("barbot", "/example/page.html", false)]
    [InlineData("bazbot", "/example/page.html", false)]
    [InlineData("bazbot", "/pictures/cat.gif", true)]
    [InlineData("quxbot", "/example/page.html", true)]
    public void The_simple_example_holds(string product, string path, bool isAllowed) => Assert.Equal(isAllowed, IsAllowed(Simple, path, product));

    // Section 5.2.
    [Theory]
    [InlineData("/example/page/", true)]
    [InlineData("/example/page/disallowed.gif", false)]
    [InlineData("/example/page/other.gif", true)]
    [InlineData("/example", true)]
    public void The_longest_match_counts(string path, bool isAllowed) => Assert.Equal(isAllowed, IsAllowed(
        """
        User-Agent: foobot
        Allow: /example/page/
        Disallow: /example/page/disallowed.gif
        """,
        path,
        "foobot"));

    [Theory]
    [InlineData("Allow: /page\nDisallow: /page", true)]
    [InlineData("Disallow: /page\nAllow: /page", true)]
    [InlineData("Disallow: /page\nAllow: /pag", false)]
    [InlineData("Disallow:", true)]
    [InlineData("Disallow: /", false)]
    [InlineData("disallow : /page # not this one", false)]
    [InlineData("Disallow: page", true)]
    public void Of_two_rules_as_long_the_one_that_allows_counts(string rules, bool isAllowed) => Assert.Equal(isAllowed, IsAllowed($"User-agent: *\n{rules}", "/page"));

    // Section 2.2.2, and 2.2.3 for the special signs.
    [Theory]
    [InlineData("/foo/bar?baz=quz", "/foo/bar?baz=quz", true)]
    [InlineData("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", true)]
    [InlineData("/foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https://foo.bar", true)]
    [InlineData("/foo/bar/ツ", "/foo/bar/%E3%83%84", true)]
    [InlineData("/foo/bar/%e3%83%84", "/foo/bar/ツ", true)]
    [InlineData("/foo/bar/%62%61%7A", "/foo/bar/baz", true)]
    [InlineData("/foo%2Fbar", "/foo/bar", false)]
    [InlineData("/path/file-with-a-%2A.html", "/path/file-with-a-*.html", true)]
    [InlineData("/path/file-with-a-%2A.html", "/path/file-with-a-x.html", false)]
    [InlineData("/path/foo-%24", "/path/foo-$", true)]
    [InlineData("/fish", "/fishheads/yummy.html", true)]
    [InlineData("/fish", "/Fish.asp", false)]
    [InlineData("/fish$", "/fish", true)]
    [InlineData("/fish$", "/fish/", false)]
    [InlineData("/*.php", "/folder/any.php.file.html", true)]
    [InlineData("/*.php$", "/filename.php?parameters", false)]
    [InlineData("/*.php$", "/a.php/b.php", true)]
    [InlineData("/fish*.php", "/fish.php", true)]
    [InlineData("/a*b*c$", "/abcbc", true)]
    [InlineData("/a*bc$", "/abcb", false)]
    [InlineData("/ab*b$", "/ab", false)]
    [InlineData("*$", "/anything", true)]
    [InlineData("/$", "/", true)]
    [InlineData("/$", "/x", false)]
    [InlineData("/x$y", "/x$yz", true)]
    public void A_pattern_is_a_beginning_with_stars_and_perhaps_an_end(string pattern, string path, bool isMeant) =>
        Assert.Equal(!isMeant, IsAllowed($"User-agent: *\nDisallow: {pattern}", path));

    [Fact]
    public void Groups_of_the_same_name_are_one_and_unknown_lines_part_none()
    {
        const string Text = "\uFEFFUser-agent: BriefingBot/2.0\r\nSitemap: https://example.com/map\r\nUser-agent: other\r\nDisallow: /one\r\n\r\n\r\nUser-agent: *\rDisallow: /\r\rUser-agent: briefingbot\nHost: x\nDisallow: /two\nCrawl-delay: 0.5";
        var rules = RobotsRules.Read(Text, "BriefingBot");
        Assert.Equal(("/one", "/two", null), (rules.Against(At("/one")), rules.Against(At("/two")), rules.Against(At("/three"))));
        Assert.Equal(TimeSpan.FromSeconds(0.5), rules.CrawlDelay);
        Assert.Null(RobotsRules.Read(Text, "third").CrawlDelay);
        Assert.Equal("/", RobotsRules.Read(Text, "third").Against(At("/one")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!doctype html><title>Not found</title>Disallow: /")]
    [InlineData("Disallow: /")]
    [InlineData("User-agent: BriefingBotter\nDisallow: /")]
    public void What_names_nobody_of_us_forbids_nothing(string text) => Assert.True(IsAllowed(text, "/"));

    private static bool IsAllowed(string robots, string path, string product = "BriefingBot") => RobotsRules.Read(robots, product).Against(At(path)) is null;

    private static Uri At(string path) => new("https://www.example.com" + path);
}
