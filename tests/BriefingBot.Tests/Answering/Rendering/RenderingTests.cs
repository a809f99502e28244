using System.Reflection;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

public sealed class RenderingTests
{
    private static readonly VerifiedAnswer TwoQuotes = Some.Answer(
        withheld: 1,
        Some.Quote(Some.Article("The dam broke at night, officials said.\nTwo villages were flooded."), "dam broke at night, officials", cutShort: true),
        Some.Quote(Some.Article("“We will rebuild,” said the mayor.", title: "Mayor: *we* stay [video]") with { Author = null }, "“We will rebuild,” said the mayor."));

    private static readonly VerifiedAnswer Refusal = Some.Refusal(
        RefusalReason.NotEnough, new("dam", 1, "Dam breaks at night", new("https://news.example/dam_(2019)?a=1&b=2")), new("gate", 2, "A <new> gate", null));

    [Theory]
    [InlineData("“We will rebuild the whole town.”", "> “We will rebuild the whole town.” [1]")]
    [InlineData("“We will rebuild”, “the whole town”", "> ““We will rebuild”, “the whole town”” [1]")]
    [InlineData("“We will rebuild the whole town.", "> ““We will rebuild the whole town.” [1]")]
    public void A_quote_that_is_in_quotation_marks_itself_is_put_in_none(string text, string shown)
    {
        var answer = Some.Answer(withheld: 0, Some.Quote(Some.Article(text), text));

        Assert.StartsWith(shown + "\n", PlainTextRendering.Render(answer));
        Assert.StartsWith(shown + "\n", MarkdownRendering.Render(answer));
        Assert.Contains(shown[2..^4], HtmlRendering.Render(answer).Replace("<bdi>", "").Replace("</bdi>", ""));
    }

    [Fact]
    public void Answer_reads_well_in_Markdown() => Assert.Equal(
        """
        > “dam broke at night, officials”… [1]

        > ““We will rebuild,” said the mayor.” [2]

        1. [Dam breaks at night](https://news.example/dam) — The Valley Post, Ann Reed, 4 January 2019
        2. [Mayor: \*we\* stay \[video\]](https://news.example/dam) — The Valley Post, 4 January 2019

        I withheld one quote because I could not find it word for word in its article.
        """,
        MarkdownRendering.Render(TwoQuotes));

    [Fact]
    public void Answer_reads_well_in_plain_text() => Assert.Equal(
        """
        > “dam broke at night, officials”… [1]

        > ““We will rebuild,” said the mayor.” [2]

        [1] Dam breaks at night — The Valley Post, Ann Reed, 4 January 2019, https://news.example/dam
        [2] Mayor: *we* stay [video] — The Valley Post, 4 January 2019, https://news.example/dam

        I withheld one quote because I could not find it word for word in its article.
        """,
        PlainTextRendering.Render(TwoQuotes));

    [Fact]
    public void Answer_reads_well_in_HTML() => Assert.Equal(
        """
        <blockquote><p>“<bdi>dam broke at night, officials</bdi>”… [1]</p></blockquote>
        <blockquote><p>“<bdi>“We will rebuild,” said the mayor.</bdi>” [2]</p></blockquote>
        <ol>
        <li><cite><a href="https://news.example/dam"><bdi>Dam breaks at night</bdi></a></cite> — <bdi>The Valley Post, Ann Reed, 4 January 2019</bdi></li>
        <li><cite><a href="https://news.example/dam"><bdi>Mayor: *we* stay [video]</bdi></a></cite> — <bdi>The Valley Post, 4 January 2019</bdi></li>
        </ol>
        <p>I withheld one quote because I could not find it word for word in its article.</p>
        """,
        HtmlRendering.Render(TwoQuotes));

    [Theory]
    [InlineData("The town's \"best\" loaf", @"The town\'s \""best\"" loaf")]
    [InlineData("well... 3--4, a---b,, +-1 why?? no!!!!", @"well.\.\. 3-\-4, a-\-\-b,\, +\-1 why?\? no!\!\!\!")]
    [InlineData("(c) Acme (TM) at acme.example, not 3.14 or U.S. ones", @"\(c) Acme \(TM) at acme\.example, not 3.14 or U.S. ones")]
    public void Web_Chat_is_kept_from_setting_other_signs_than_the_article_has(string text, string kept) =>
        Assert.Equal(kept, WebChatMarkdown.Keep(MarkdownText.Escape(text)));

    [Fact]
    public void Answer_on_our_pages_leads_to_the_quoted_words_and_to_the_publisher() => Assert.Equal(
        """
        <figure>
        <blockquote><p>“<bdi>dam broke at night, officials</bdi>”…</p></blockquote>
        <figcaption><span>[1]</span> <cite><a href="/article/1/4-33"><bdi>Dam breaks at night</bdi></a></cite> — <bdi>The Valley Post, Ann Reed, 4 January 2019</bdi> — <a href="https://news.example/dam" rel="noreferrer">original at news.example</a></figcaption>
        </figure>
        <figure>
        <blockquote><p>“<bdi>“We will rebuild,” said the mayor.</bdi>”</p></blockquote>
        <figcaption><span>[2]</span> <cite><a href="/article/1/0-34"><bdi>Mayor: *we* stay [video]</bdi></a></cite> — <bdi>The Valley Post, 4 January 2019</bdi> — <a href="https://news.example/dam" rel="noreferrer">original at news.example</a></figcaption>
        </figure>
        <p>I withheld one quote because I could not find it word for word in its article.</p>
        """,
        HtmlRendering.Render(TwoQuotes, Address));

    [Fact]
    public void Refusal_on_our_pages_leads_to_the_closest_articles() => Assert.Equal(
        """
        <p>The articles touch on this, but I found no words in them that answer the question. Try to name the people, places or dates that you mean.</p>
        <p>Closest, not an answer:</p>
        <ul>
        <li><cite><a href="/dam/1/"><bdi>Dam breaks at night</bdi></a></cite> — <a href="https://news.example/dam_(2019)?a=1&amp;b=2" rel="noreferrer">original at news.example</a></li>
        <li><cite><a href="/gate/2/"><bdi>A &lt;new&gt; gate</bdi></a></cite></li>
        </ul>
        """,
        HtmlRendering.Render(Refusal, Address));

    [Fact]
    public void Host_of_a_publisher_that_looks_like_another_is_written_out()
    {
        var article = Some.Article() with { Url = new("https://nеws.example/dam") };
        Assert.Contains("original at xn--nws-rdd.example", HtmlRendering.Render(Some.Answer(withheld: 0, Some.Quote(article, article.Text)), Address));
    }

    [Fact]
    public void Refusal_reads_well_in_Markdown() => Assert.Equal(
        """
        The articles touch on this, but I found no words in them that answer the question. Try to name the people, places or dates that you mean.

        Closest, not an answer:

        - [Dam breaks at night](https://news.example/dam_%282019%29?a=1&b=2)
        - A &lt;new&gt; gate
        """,
        MarkdownRendering.Render(Refusal));

    [Fact]
    public void Refusal_reads_well_in_plain_text() => Assert.Equal(
        """
        The articles touch on this, but I found no words in them that answer the question. Try to name the people, places or dates that you mean.

        Closest, not an answer:
        - Dam breaks at night — https://news.example/dam_(2019)?a=1&b=2
        - A <new> gate
        """,
        PlainTextRendering.Render(Refusal));

    [Fact]
    public void Refusal_reads_well_in_HTML() => Assert.Equal(
        """
        <p>The articles touch on this, but I found no words in them that answer the question. Try to name the people, places or dates that you mean.</p>
        <p>Closest, not an answer:</p>
        <ul>
        <li><cite><a href="https://news.example/dam_(2019)?a=1&amp;b=2"><bdi>Dam breaks at night</bdi></a></cite></li>
        <li><cite><bdi>A &lt;new&gt; gate</bdi></cite></li>
        </ul>
        """,
        HtmlRendering.Render(Refusal));

    [Theory]
    [InlineData("Plain prose: it's 5.2 percent, well-known (they say) - fine!", "Plain prose: it's 5.2 percent, well-known (they say) - fine!")]
    [InlineData("<at>Ann</at> & co", "&lt;at&gt;Ann&lt;/at&gt; &amp; co")]
    [InlineData("see [here](http://x.example)", @"see \[here\](http\://x.example)")]
    [InlineData("![a](b) snake_case a|b ~~c~~ `d` {e} *f*", @"\!\[a\](b) snake\_case a\|b \~\~c\~\~ \`d\` \{e\} \*f\*")]
    [InlineData("# a\n- b\n+ c\n1. d\n2) e\n= f\n: g\n> h\n1.5 i", "\\# a  \n> \\- b  \n> \\+ c  \n> 1\\. d  \n> 2\\) e  \n> \\= f  \n> \\: g  \n> &gt; h  \n> 1.5 i")]
    [InlineData("a\n\nb\n\n\nc\n    d \n \ne", "a\n>\n> b\n>\n> &#10;c  \n> &#32;&#32;&#32;&#32;d&#32;  \n> &#32;  \n> e")]
    [InlineData("a\tb\u001B[31m", "a&#9;b␛\\[31m")]
    [InlineData("www.x.example ann@x.example mailto:ann 10:30", @"www\.x.example ann\@x.example mailto\:ann 10:30")]
    public void Markdown_is_escaped_where_it_would_act_and_only_there(string text, string escaped) =>
        Assert.Equal(escaped, MarkdownText.Escape(text, linePrefix: "> "));

    [Fact]
    public void Quote_of_several_lines_cannot_pass_for_a_source_in_plain_text()
    {
        var article = Some.Article("It was late.\n\n[2] A lie — https://evil.example\n> “Another lie” [3]");
        var lines = PlainTextRendering.Render(Some.Answer(withheld: 0, Some.Quote(article, article.Text))).Split('\n');
        Assert.Equal(["> “It was late.", "> ", "> [2] A lie — https://evil.example", "> > “Another lie” [3]” [1]"], lines[..4]);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u202Eb", "\u2068a\u202Eb\u202C\u2069")]
    [InlineData("a\u2067b\u202Ec\u2069d", "\u2068a\u2067b\u202Ec\u2069d\u2069")]
    [InlineData("a\u2069b\u202Ec", "\u2068a\u2069b\u202Ec\u202C")]
    [InlineData("שלום", "\u2068שלום\u2069")]
    public void Directions_stay_inside_the_quote(string line, string isolated)
    {
        var (before, behind) = VisibleText.Isolation(line);
        Assert.Equal(isolated, before + line + behind);
    }

    [Fact]
    public void A_source_says_only_what_is_known()
    {
        var article = Some.Article() with { Source = " ", Author = null, Published = null, Url = null };
        Assert.EndsWith("\n1. Dam breaks at night", MarkdownRendering.Render(Some.Answer(withheld: 0, Some.Quote(article, article.Text))));
    }

    [Fact]
    public void An_address_that_is_not_of_the_web_is_never_linked()
    {
        var article = Some.Article() with { Url = new("javascript:alert(1)") };
        var answer = Some.Answer(withheld: 0, Some.Quote(article, article.Text));
        Assert.All(
            [MarkdownRendering.Render(answer), HtmlRendering.Render(answer), HtmlRendering.Render(answer, Address), PlainTextRendering.Render(answer)],
            rendered => Assert.DoesNotContain("javascript", rendered));
    }

    [Theory]
    [InlineData(typeof(VerifiedQuote))]
    [InlineData(typeof(VerifiedAnswer))]
    [InlineData(typeof(OpenedArticle))]
    public void Verified_types_are_sealed_and_nobody_else_can_make_one(Type type)
    {
        Assert.True(type.IsSealed);
        Assert.All(type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), constructor => Assert.True(constructor.IsPrivate));
    }

    [Fact]
    public void No_quote_can_be_changed_after_it_was_verified() => Assert.All(
        typeof(VerifiedQuote).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), property => Assert.Null(property.SetMethod));

    [Theory]
    [InlineData(typeof(PlainTextRendering))]
    [InlineData(typeof(MarkdownRendering))]
    [InlineData(typeof(HtmlRendering))]
    [InlineData(typeof(HtmlArticleRendering))]
    public void Renderings_show_verified_answers_and_nothing_else(Type rendering)
    {
        var methods = rendering.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly);
        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.All(
            method.GetParameters().Where(parameter => parameter.ParameterType != typeof(int)), parameter => Assert.Contains(parameter.ParameterType, (Type[])[typeof(VerifiedAnswer), typeof(VerifiedQuote), typeof(OpenedArticle), typeof(Digest), typeof(QuoteCheck), typeof(ArticleAddress)])));
    }

    private static string Address(string id, int version, TextSpan? quoted) => $"/{id}/{version}/{quoted}";
}
