using System.Text;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

public sealed class FeedPagesTests
{
    private static readonly Uri Page = new("https://news.example/dam");

    private static readonly string Long = string.Join(' ', Enumerable.Repeat("The dam above Vessing broke at night.", 30));

    [Fact]
    public void A_short_text_or_one_that_breaks_off_is_a_summary()
    {
        Assert.Equal(Page, Of("The dam broke at night."));
        Assert.Equal(Page, Of(Long + " Two villages were…"));
        Assert.Equal(Page, Of(Long + " Two villages [...]"));
        Assert.Equal(Page, Of(Long + "\n\nRead more »"));
        Assert.Equal(Page, Of(Long + "\nContinue reading Dam breaks at night →"));
        Assert.Null(Of(Long));
        Assert.Null(Of(Long + " They would not read more of it. So it was."));
    }

    [Fact]
    public void An_entry_without_a_page_is_taken_as_it_is_and_one_without_words_is_its_page()
    {
        Assert.Null(FeedPages.Of(new("Dam breaks", new ReadArticle("The dam broke at night."))));
        Assert.Equal(Page, FeedPages.Of(new(Page.AbsoluteUri, null, "there is no text in it")));
        Assert.Null(FeedPages.Of(new("Dam breaks", null, "there is no text in it")));
    }

    [Fact]
    public async Task Of_a_feed_the_entries_pages_are_read_where_it_has_summaries()
    {
        Assert.SkipUnless(FormatDetection.Of("news.rss", Encoding.UTF8.GetBytes(Feed(1))) == InputFormat.Feed, "Feeds are not read yet.");
        await using var listener = Site();
        foreach (var pages in new[] { 50, 1, 0 })
        {
            await using var briefing = Briefing.On(Settings(pages));
            var outcomes = (await briefing.IngestAsync(listener.At("/feed").AbsoluteUri)).ToLookup(outcome => outcome.Kind);
            Assert.Equal(pages == 50 ? 2 : 3, outcomes[IngestOutcomeKind.Added].Count());
            Assert.Equal(pages == 50 ? 1 : 0, outcomes[IngestOutcomeKind.Failed].Count(outcome => outcome.Error!.Contains("(404)", StringComparison.Ordinal) && outcome.Error.Contains("FeedPages", StringComparison.Ordinal)));

            var article = (await briefing.Articles.FindAsync(listener.At("/short").AbsoluteUri, version: null, TestContext.Current.CancellationToken))!;
            Assert.Equal(pages > 0, article.Text.Contains("two villages", StringComparison.Ordinal));
            Assert.Equal(new DateOnly(2026, 3, 1), article.Published!.Value.Day);
            Assert.Equal(listener.At("/short"), article.Url);
        }

        Assert.DoesNotContain("/long", listener.Paths);
    }

    [Fact]
    public async Task An_entry_stays_one_article_whether_its_page_is_read_or_not()
    {
        Assert.SkipUnless(FormatDetection.Of("news.rss", Encoding.UTF8.GetBytes(Feed(1))) == InputFormat.Feed, "Feeds are not read yet.");
        await using var listener = Site();
        await using var first = Briefing.On(Settings(pages: 0));
        await first.IngestAsync(listener.At("/feed").AbsoluteUri);

        await using var second = first.Again(Settings(pages: 1));
        var outcomes = await second.IngestAsync(listener.At("/feed").AbsoluteUri);
        Assert.Equal([IngestOutcomeKind.Unchanged, IngestOutcomeKind.Unchanged, IngestOutcomeKind.Updated], outcomes.Select(outcome => outcome.Kind).Order().Reverse());

        // Named itself, it is the same article, without what only the feed said of it.
        Assert.Equal(IngestOutcomeKind.Updated, Assert.Single(await second.IngestAsync(listener.At("/short").AbsoluteUri)).Kind);
    }

    private static Uri? Of(string text) => FeedPages.Of(new(Page.AbsoluteUri, new ReadArticle(text) { Url = Page }));

    private static Dictionary<string, string?> Settings(int pages) => new()
    {
        ["Ingestion:Web:AllowedNetworks"] = SomeWeb.LoopbackAllowed,
        ["Ingestion:Web:KeepRobotsRules"] = "false",
        ["Ingestion:Web:FeedPages"] = $"{pages}",
    };

    private static WebListener Site() => new((asked, self, stream, ended) => stream.WriteAsync(Encoding.UTF8.GetBytes(asked switch
    {
        "/feed" => WebListener.Answer(Feed(self.Port), "application/rss+xml"),
        "/short" => WebListener.Answer("<title>Dam breaks</title><article><p>The dam above Vessing broke at night, and two villages were flooded before anybody woke.</p></article>"),
        _ => WebListener.Answer("", status: 404),
    }), ended).AsTask());

    private static string Feed(int port) => $"""
        <?xml version="1.0"?><rss version="2.0"><channel><title>The Valley Post</title><link>http://127.0.0.1:{port}/</link><description>News</description>
        <item><title>Dam breaks</title><link>http://127.0.0.1:{port}/short</link><description>The dam broke at night.</description><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate></item>
        <item><title>Dam mended</title><link>http://127.0.0.1:{port}/gone</link><description>The dam is whole again.</description></item>
        <item><title>All about dams</title><link>http://127.0.0.1:{port}/long</link><description>{Long}</description></item>
        </channel></rss>
        """;
}
