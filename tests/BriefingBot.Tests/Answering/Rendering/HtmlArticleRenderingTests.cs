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
    private static readonly AsyncLocal<Article?> Stored = new();

    // One for all: setting up another for each of thousands of articles takes ten times as long as what is tested.
    private static readonly IArticleStore Store = StoreOfOne();

    [Fact]
    public async Task Paragraphs_lines_and_the_quoted_words_are_told_apart() => Assert.Equal(
        "<p dir=\"auto\">The dam <mark id=\"quote\" tabindex=\"-1\" autofocus>broke &lt;at night&gt;.</mark></p>\n\n"
        + "<p dir=\"auto\"><mark>Two villages<br>were</mark> flooded.</p>\n \n\n<p dir=\"auto\">It rained.</p>\n",
        HtmlArticleRendering.Render(await OpenAsync(Some.Article("The dam broke <at night>.\n\nTwo villages\nwere flooded.\n \n\nIt rained.\n"), new TextSpan(8, 44))));

    [Fact]
    public async Task Reader_sees_the_stored_text_and_the_quoted_words_marked()
    {
        var marked = 0;
        await Gen.Select(Generated.Article, Gen.Int[0, 400], Gen.Int[0, 300]).SampleAsync(
            async (article, start, length) =>
            {
                var opened = await OpenAsync(article, new TextSpan(start, start + length));
                var body = new HtmlParser().ParseDocument($"<div>{HtmlArticleRendering.Render(opened)}</div>").QuerySelector("div")!;

                Assert.Equal(VisibleText.Of(article.Text), SeenPage.Text(body));
                Assert.Empty(body.QuerySelectorAll("*").Select(element => element.LocalName).Except(["p", "mark", "br"]));
                Assert.Equal(Expected(opened), body.QuerySelectorAll("mark").Select(mark => (Before(body, mark), SeenPage.Text(mark))));
                Interlocked.Add(ref marked, opened.Quotes.Length);
            },
            iter: 4_000);
        Assert.InRange(marked, 40, 4_000); // Most spans cut a word or leave the text: 115 are marked on average, give or take 11.
    }

    [Fact]
    public async Task Several_quotes_lead_to_each_other_and_add_no_word() => Assert.Equal(
        "<p dir=\"auto\"><mark id=\"quote\" tabindex=\"-1\" autofocus>The dam broke.</mark><a class=\"step next\" href=\"#quote-2\" aria-label=\"Next quote, 2 of 3\"></a> "
        + "<mark id=\"quote-2\" tabindex=\"-1\">It rained.</mark></p>\n\n"
        + "<p dir=\"auto\"><mark>Two villages were flooded.</mark><a class=\"step previous\" href=\"#quote\" aria-label=\"Previous quote, 1 of 3\"></a>"
        + "<a class=\"step next\" href=\"#quote-3\" aria-label=\"Next quote, 3 of 3\"></a> "
        + "<mark id=\"quote-3\" tabindex=\"-1\">Nobody died.</mark><a class=\"step previous\" href=\"#quote-2\" aria-label=\"Previous quote, 2 of 3\"></a></p>",
        HtmlArticleRendering.Render(await OpenAsync(Some.Article("The dam broke. It rained.\n\nTwo villages were flooded. Nobody died."), new(54, 66), new(15, 53), new(0, 14), new(27, 53))));

    [Fact]
    public async Task Reader_sees_the_stored_text_around_any_quotes() => await Gen.Select(Generated.Article, Gen.Int[0, 300].Array[2, 8], Gen.Int[1, 80].Array[8]).SampleAsync(
        async (article, starts, lengths) =>
        {
            var opened = await OpenAsync(article, [.. starts.Zip(lengths, (start, length) => new TextSpan(start, start + length))]);
            var body = new HtmlParser().ParseDocument($"<div>{HtmlArticleRendering.Render(opened)}</div>").QuerySelector("div")!;
            Assert.Equal(VisibleText.Of(article.Text), SeenPage.Text(body));
            Assert.Equal(opened.Quotes.Select((_, index) => QuoteMark.Id(index)), body.QuerySelectorAll("mark[id]").Select(mark => mark.Id));
            Assert.Equal(
                Letters(VisibleText.Of(string.Concat(opened.Quotes.Select(quote => quote.Text)))),
                Letters(string.Concat(body.QuerySelectorAll("mark").Select(SeenPage.Text))));
        },
        iter: 2_000);

    /// <summary>Without blanks, drawn ones among them: a line of form feeds stands between two paragraphs.</summary>
    private static IEnumerable<char> Letters(string text) => text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('␋' or '␌' or '␍' or '\uFFFD'));

    [Fact]
    public Task Every_quote_can_be_opened_again_by_its_span() => Gen.Select(Generated.Article, Gen.Int[0, 400], Gen.Int[0, 300]).SampleAsync(
        async (article, start, length) =>
        {
            foreach (var quote in VerifiedQuote.Verify(article, new SpanProposal("article", 1, new(start, start + length))).Quotes)
            {
                Assert.Equal(quote.Span, (await OpenAsync(article, quote.Span)).Quotes.Single().Span);
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
        var opened = await OpenAsync(article, new TextSpan(0, 0));
        var watch = Stopwatch.StartNew();
        Assert.True(HtmlArticleRendering.Render(opened).Length > 5_000_000);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30); // 0.1 to 0.6 s measured; 10 s beside a load of 24.
    }

    /// <summary>Where each paragraph's share of the quote starts, and what it is: the blank lines between stay unmarked.</summary>
    private static IEnumerable<(int Start, string Text)> Expected(OpenedArticle opened)
    {
        if (opened.Quotes is not [var quote])
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

    private static IArticleStore StoreOfOne()
    {
        var store = new Mock<IArticleStore>();
        store.Setup(store => store.FindAsync(It.IsAny<string>(), null, It.IsAny<CancellationToken>())).Returns(() => Task.FromResult(Stored.Value));
        return store.Object;
    }

    private static async Task<OpenedArticle> OpenAsync(Article article, params TextSpan[] spans)
    {
        Stored.Value = article;
        return (await OpenedArticle.OpenAsync(Store, article.Id, version: null, [.. spans], Asker.Unknown, TestContext.Current.CancellationToken))!;
    }
}
