using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class MarkdownReaderTests
{
    [Theory]
    [InlineData("# Title\n\nOne\nline.\n\nTwo.", "Title\n\nOne line.\n\nTwo.")]
    [InlineData("Title\n=====\nText", "Title\n\nText")]
    [InlineData("Hard  \nbreak\\\nhere", "Hard\nbreak\nhere")]
    [InlineData("*a* **b** ***c*** ~~d~~ `e  f`", "a b c d e f")]
    [InlineData("See [the plan](https://x.org \"t\") and <https://y.org>.", "See the plan and https://y.org.")]
    [InlineData("See [the plan][1].\n\n[1]: https://x.org", "See the plan.")]
    [InlineData("Words ![alt](i.png) and more", "Words and more")]
    [InlineData("![A red fox](i.png)", "A red fox")]
    [InlineData("- one\n- two\n  - three\n\nAfter", "- one\n- two\n- three\n\nAfter")]
    [InlineData("3. one\n4. two", "3. one\n4. two")]
    [InlineData("- one\n\n- two\n\n  more", "- one\n- two\nmore")]
    [InlineData("- [x] done", "- done")]
    [InlineData("| a | b |\n|---|---|\n| 1 | *2* |\n\nAfter", "a | b\n1 | 2\n\nAfter")]
    [InlineData("```\nx =  1\n\n  y\n```", "x =  1\n\n  y")]
    [InlineData("> quoted\n> words\n\nafter", "quoted words\n\nafter")]
    [InlineData("a &amp; b &lt; c &copy;", "a & b < c ©")]
    [InlineData("a <b>bold</b> word<br>new line <!-- gone -->", "a bold word\nnew line")]
    [InlineData("<div>\nKept &amp; decoded\n</div>\n\n<script>\ngone()\n</script>\n\nAfter", "Kept & decoded\n\nAfter")]
    [InlineData("2 * 3 * 4 and snake_case_name and 5 < 6", "2 * 3 * 4 and snake_case_name and 5 < 6")]
    [InlineData("a\n\n---\n\nb", "a\n\nb")]
    [InlineData("NUL\0 gone", "NUL gone")]
    public void Marks_are_dropped_and_words_kept(string markdown, string text) => Assert.Equal(text, MarkdownReader.Read(markdown).Text);

    [Theory]
    [InlineData("## Second\n\n# *First* one\n\ntext", "First one")]
    [InlineData("text\n\n### Only\n\ntext", "Only")]
    [InlineData("text", null)]
    [InlineData("---\ntitle: 'It''s: given'\n---\n# Heading\n\ntext", "It's: given")]
    [InlineData("---\ntitle: Plan: the details # note\n---\ntext", "Plan: the details")]
    public void The_title_is_the_one_given_or_the_first_heading(string markdown, string? title) => Assert.Equal(title, MarkdownReader.Read(markdown).Title);

    [Fact]
    public void Front_matter_describes_the_article_and_is_not_its_text()
    {
        var article = MarkdownReader.Read("""
            ---
            id: 007
            title: "A \"quoted\" title"
            author: [Ann Lee, "Lee, Bo"]
            source: The Paper
            date: 2026-03-01
            url: https://example.org/a#b
            tags: [news, "x, y"]
            labels:
            - local  # the town
            - news
            groups:
              - hr
              - 'board'
            draft: {nested: [1, 2]}
            ---

            Text.
            """.ReplaceLineEndings("\r\n"));

        Assert.Equal("007", article.Id);
        Assert.Equal("A \"quoted\" title", article.Title);
        Assert.Equal("Ann Lee, Lee, Bo", article.Author);
        Assert.Equal("The Paper", article.Source);
        Assert.Equal("2026-03-01", article.Published.ToString());
        Assert.Equal("https://example.org/a#b", article.Url!.AbsoluteUri);
        Assert.Equal(["local", "news", "x", "y"], article.Labels);
        Assert.Equal(["hr", "board"], article.Groups);
        Assert.Equal("Text.", article.Text);
    }

    [Theory]
    [InlineData("groups: hr", "hr")]
    [InlineData("Groups: [hr, it]", "hr,it")]
    [InlineData("\"groups\": [ \"a, b\" ]", "a, b")]
    [InlineData("groups: [\n  hr,\n  it]", "hr,it")]
    [InlineData("groups:\n- hr", "hr")]
    [InlineData("groups: []", "")]
    public void Groups_are_read_in_each_way_to_write_them(string line, string groups) =>
        Assert.Equal(groups, string.Join(",", MarkdownReader.Read($"---\n{line}\n---\ntext").Groups));

    [Theory]
    [InlineData("---\ngroups: [hr\n---\ntext")]
    [InlineData("---\ngroups: {hr: true}\n---\ntext")]
    [InlineData("---\n\"gr\\u006fups\": hr\n---\ntext")]
    [InlineData("---\n? groups\n: [hr]\n---\ntext")]
    [InlineData("---\n!!str groups: hr\n---\ntext")]
    [InlineData("---\n&a groups: hr\n---\ntext")]
    [InlineData("<!-- draft -->\n---\ngroups: hr\n---\ntext")]
    [InlineData("---\ngroups: hr, it\n---\ntext")]
    [InlineData("---\ngroups:\n  hr: true\n---\ntext")]
    [InlineData("---\ngroups:\n  hr\n---\ntext")]
    [InlineData("---\ngroups: [\"\"]\n---\ntext")]
    [InlineData("---\ngroups: [hr, ]\n---\ntext")]
    [InlineData("---\ngroups: *anchor\n---\ntext")]
    [InlineData("---\ngroups:\n- name: hr\n---\ntext")]
    [InlineData("---\ngroups: [hr]\ngroups: []\n---\ntext")]
    [InlineData("---\ngroups: [hr]\n\ntext")]
    [InlineData("---\rgroups: [hr]\r\rtext")]
    [InlineData("---\nthis is no yaml\ngroups: [hr]\n---\ntext")]
    public void Malformed_groups_never_open_an_article(string markdown) =>
        Assert.Contains("group", Assert.Throws<UnreadableInputException>(() => MarkdownReader.Read(markdown)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_date_that_is_not_understood_is_refused_with_the_remedy() => Assert.Contains(
        "2026-03-01", Assert.Throws<UnreadableInputException>(() => MarkdownReader.Read("---\ndate: 03/04/2026\n---\ntext")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rule_at_the_head_is_no_front_matter() => Assert.Equal("Just words.\n\nMore.", MarkdownReader.Read("---\nJust words.\n\n---\nMore.").Text);

    [Theory]
    [InlineData("[a](")]
    [InlineData("[a](b \"")]
    [InlineData("[a](<b ")]
    [InlineData("a <![CDATA[ ")]
    [InlineData("[x]: u\n")]
    [InlineData("[x]: u\r\n")]
    [InlineData("[^x]: u\n\n")]
    public void Markdown_that_would_take_minutes_is_refused_at_once(string piece)
    {
        var markdown = string.Concat(Enumerable.Repeat(piece, 100_000));
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        Assert.Contains(".txt", Assert.Throws<UnreadableInputException>(() => MarkdownReader.Read(markdown)).Message, StringComparison.Ordinal);

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("| [The ferry](https://news.example/ferry_(ship) \"Ferry\") | [mill](mill.md) | [1] |\n", 5_000)]
    [InlineData("The ferry[^1] sails, *said* [its captain](captain.md), see [here](a \"b\") and [there][1].\n\n", 5_000)]
    public void Markdown_of_many_whole_links_is_read(string piece, int times)
    {
        var read = MarkdownReader.Read("| a | b | c |\n|---|---|---|\n" + string.Concat(Enumerable.Repeat(piece, times)));

        Assert.Equal(times, read.Text.Split("ferry").Length - 1);
    }
}
