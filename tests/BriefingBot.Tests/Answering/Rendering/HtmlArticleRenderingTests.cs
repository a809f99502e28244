using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Tests.Support;
using CsCheck;
using Moq;

namespace BriefingBot.Tests.Answering;

public sealed class HtmlArticleRenderingTests
{
    [Fact]
    public async Task Paragraphs_lines_and_the_quoted_words_are_told_apart() => Assert.Equal(
        "<p dir=\"auto\">The dam <mark id=\"quote\" tabindex=\"-1\" autofocus>broke &lt;at night&gt;.</mark></p>\n\n"
        + "<p dir=\"auto\"><mark>Two villages<br>were</mark> flooded.</p>\n \n\n<p dir=\"auto\">It rained.</p>\n",
        HtmlArticleRendering.Render(await OpenAsync(Some.Article("The dam broke <at night>.\n\nTwo villages\nwere flooded.\n \n\nIt rained.\n"), new(8, 44))));

    [Fact]
    public async Task Reader_sees_the_stored_text_and_the_quoted_words_marked()
    {
        var marked = 0;
        await Gen.Select(Generated.Article, Gen.Int[0, 400], Gen.Int[0, 300]).SampleAsync(
            async (article, start, length) =>
            {
                var opened = await OpenAsync(article, new(start, start + length));
                var body = new HtmlParser().ParseDocument($"<div>{HtmlArticleRendering.Render(opened)}</div>").QuerySelector("div")!;

                Assert.Equal(VisibleText.Of(article.Text), SeenPage.Text(body));
                Assert.Empty(body.QuerySelectorAll("*").Select(element => element.LocalName).Except(["p", "mark", "br"]));
                Assert.Equal(Expected(opened), body.QuerySelectorAll("mark").Select(mark => (Before(body, mark), SeenPage.Text(mark))));
                Interlocked.Add(ref marked, opened.Quote is null ? 0 : 1);
            },
            iter: 4_000);
        Assert.InRange(marked, 40, 4_000); // Most spans cut a word or leave the text: 115 are marked on average, give or take 11.
    }

    [Fact]
    public Task Every_quote_can_be_opened_again_by_its_span() => Gen.Select(Generated.Article, Gen.Int[0, 400], Gen.Int[0, 300]).SampleAsync(
        async (article, start, length) =>
        {
            foreach (var quote in VerifiedQuote.Verify(article, new SpanProposal("article", 1, new(start, start + length))).Quotes)
            {
                Assert.Equal(quote.Span, (await OpenAsync(article, quote.Span)).Quote!.Span);
            }
        },
        iter: 4_000);

    [Theory]
    [InlineData("The dam broke at night. ")]
    [InlineData("a\n\n")]
    [InlineData("<&>")]
    public async Task Five_megabytes_are_rendered_at_once(string repeated)
    {
        var article = Some.Article(string.Concat(Enumerable.Repeat(repeated, 5_000_000 / repeated.Length)));
        var opened = await OpenAsync(article, new(0, 0));
        var watch = Stopwatch.StartNew();
        Assert.True(HtmlArticleRendering.Render(opened).Length > 5_000_000);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30); // 0.1 to 0.6 s measured; 10 s beside a load of 24.
    }

    /// <summary>Where each paragraph's share of the quote starts, and what it is: the blank lines between stay unmarked.</summary>
    private static IEnumerable<(int Start, string Text)> Expected(OpenedArticle opened)
    {
        if (opened.Quote is not { } quote)
        {
            yield break;
        }

        var (start, end) = (-1, -1);
        var at = quote.Span.Start;
        foreach (var line in quote.Text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                start = start < 0 ? at : start;
                end = at + line.Length;
            }
            else if (start >= 0)
            {
                yield return (start, VisibleText.Of(opened.Article.Text[start..end]));
                start = -1;
            }

            at += line.Length + 1;
        }

        yield return (start, VisibleText.Of(opened.Article.Text[start..end]));
    }

    private static int Before(IElement body, IElement mark) => body.GetNodes<INode>()
        .TakeWhile(node => node != mark).Sum(node => node switch { IText text => text.Data.Length, IElement { LocalName: "br" } => 1, _ => 0 });

    private static async Task<OpenedArticle> OpenAsync(Article article, TextSpan span)
    {
        var store = Mock.Of<IArticleStore>(store => store.FindAsync(article.Id, null, It.IsAny<CancellationToken>()) == Task.FromResult<Article?>(article));
        return (await OpenedArticle.OpenAsync(store, article.Id, version: null, span, Asker.Unknown, TestContext.Current.CancellationToken))!;
    }
}
