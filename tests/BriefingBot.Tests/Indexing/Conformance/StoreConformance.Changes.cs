using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Indexing;

/// <content>What others see while something changes: writers, readers, reindexing, repair.</content>
public abstract partial class StoreConformance
{
    [Fact]
    public async Task Change_by_another_process_is_seen_by_the_next_question()
    {
        await using var commandLine = Store.Again();
        Assert.Empty((await Store.AskAsync("When did the comet pass?", neverRefuse: true)).Quotes);

        await commandLine.SaveAsync(Some.Article(text: "The comet passed in March and was bright."));
        Assert.Contains("March", Assert.Single((await Store.AskAsync("When did the comet pass?")).Quotes).Text, StringComparison.Ordinal);

        await commandLine.SaveAsync(Some.Article(text: "The comet passed in April and was bright."));
        Assert.Contains("April", Assert.Single((await Store.AskAsync("When did the comet pass?")).Quotes).Text, StringComparison.Ordinal);

        await commandLine.Articles.RemoveAsync("article", Cancellation);
        Assert.Empty((await Store.AskAsync("When did the comet pass?", neverRefuse: true)).Quotes);
    }

    [Fact]
    public async Task Writers_of_one_article_leave_the_last_one_whole_and_each_text_a_number_of_its_own()
    {
        await using var other = Store.Again();
        string[] texts = [.. Enumerable.Range(0, 10).Select(i => $"The comet number {i} passed.")];
        var saved = await Task.WhenAll(texts.Select((text, i) => Task.Run(() => SaveAsync(i % 2 == 0 ? Store : other, Some.Article(text: text)))));

        Assert.Equal(Enumerable.Range(1, 10), saved.Select(each => each.Version).Order());
        var kept = await Store.Articles.HistoriesAsync(Cancellation).SingleAsync(Cancellation);
        Assert.Equal(texts, kept.Versions.Select(version => version.Article.Text).Order(StringComparer.Ordinal));
        Assert.All(saved.Zip(texts), pair => Assert.Equal(pair.Second, kept.Versions[pair.First.Version - 1].Article.Text));
        var found = Assert.Single((await RankAsync("comet")).Dense);
        Assert.Equal(10, found.Key.Version);
        Assert.NotNull((await Store.Get<IPassageIndex>().ReadAsync([found.Key], Cancellation))[0]);
    }

    [Fact]
    public async Task Reader_has_one_version_whole_while_writers_replace_it()
    {
        await SaveRoundAsync(0);
        await using var writer = Store.Again();
        var (reads, seen) = (0, new HashSet<int>());
        var writing = Task.Run(
            async () =>
            {
                for (var round = 1; round <= 20 || Volatile.Read(ref reads) < 20; round++)
                {
                    await SaveRoundAsync(round, writer);
                }
            },
            Cancellation);
        while (!writing.IsCompleted)
        {
            var ranking = await RankAsync("comet round");
            var versions = ranking.Lexical.GroupBy(passage => passage.Key.ArticleId).ToDictionary(group => group.Key, group => group.Select(passage => passage.Key.Version).Distinct().ToArray());
            Assert.Equal(["a", "b"], versions.Keys.Order());
            Assert.All(versions.Values, each => Assert.Single(each));
            Assert.Equal(6, ranking.Lexical.Length);
            var article = await Store.Articles.FindAsync("a", version: null, Cancellation);
            Assert.Matches(@"^The comet round (\d+) one\. The comet round \1 two\. The comet round \1 three\.$", article!.Text);
            seen.Add(article.Version);
            reads++;
        }

        await writing;
        TestContext.Current.TestOutputHelper!.WriteLine($"{reads} reads saw {seen.Count} versions");
        Assert.InRange(seen.Count, 2, int.MaxValue);
    }

    [Theory]
    [InlineData("model", "embedding model")]
    [InlineData("analyzer", "analyzer")]
    [InlineData("splitter", "splitter")]
    public async Task Index_made_with_something_else_is_refused_until_it_is_made_anew(string stamp, string named)
    {
        await Store.SaveAsync(Some.Article(text: "The comet passed in March and was bright."));
        var mine = Store.Get<IndexStamps>();
        var others = stamp switch { "model" => mine with { Model = "other-model@2" }, "analyzer" => mine with { Analyzer = "other-model@2" }, _ => mine with { Splitter = "other-model@2" } };
        await using var other = Store.Again(services => services.AddSingleton(others));

        var fault = await Assert.ThrowsAsync<ArticleStoreException>(() => other.AskAsync("When did the comet pass?"));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        Assert.Contains("'other-model@2'", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"'{mine.Model}'", stamp == "model" ? fault.Message : $"'{mine.Model}'", StringComparison.Ordinal);
        Assert.Contains("briefing reindex", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArticleStoreException>(() => SaveAsync(other, Some.Article(id: "b")));

        await other.Get<ArticleReindexer>().ReindexAsync((_, _) => { }, Cancellation);
        Assert.Single((await other.AskAsync("When did the comet pass?")).Quotes);
        await Assert.ThrowsAsync<ArticleStoreException>(() => Store.AskAsync("When did the comet pass?"));
    }

    [Fact]
    public async Task Reindexing_goes_on_where_it_was_ended_and_takes_in_what_was_changed_meanwhile()
    {
        await Store.SaveAsync([.. Enumerable.Range(0, 40).Select(i => Some.Article(id: $"{i}", text: $"The comet number {i} passed in March."))]);
        using var ended = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Get<ArticleReindexer>().ReindexAsync((done, _) => CancelAfter(ended, done), ended.Token));
        Assert.NotEmpty((await Store.AskAsync("When did the comet number 7 pass?")).Quotes);
        await Store.SaveAsync(Some.Article(id: "0", text: "The comet number 0 passed in October."), Some.Article(id: "40", text: "The eclipse was seen in June."));
        await Store.Articles.RemoveAsync("1", Cancellation);

        var (first, total) = (0, 0);
        await Store.Get<ArticleReindexer>().ReindexAsync((done, of) => (first, total) = (first == 0 ? done : first, of), Cancellation);

        Assert.InRange(total, 24, 26);
        Assert.Contains("June", (await Store.AskAsync("When was the eclipse seen?")).Quotes[0].Text, StringComparison.Ordinal);
        Assert.Contains("October", (await Store.AskAsync("When did the comet number 0 pass?", neverRefuse: true)).Quotes[0].Text, StringComparison.Ordinal);
        Assert.Equal(40, await Store.Articles.ListAsync(ArticleFilter.All, Cancellation).CountAsync(entry => entry.Passages == 1, Cancellation));
        Assert.Equal(40, (await RankAsync("comet eclipse", limit: 100)).Dense.Length);
    }

    [Fact]
    public async Task Store_without_leftovers_has_nothing_to_mend()
    {
        await SaveAsync(Some.Article());
        await SaveAsync(Some.Article(text: "Another text."));
        await SaveAsync(Some.Article(id: "b"));
        await Store.Articles.RemoveAsync("b", Cancellation);

        Assert.Empty(await Store.Articles.RepairAsync((_, _) => throw new InvalidOperationException("Nothing is to be made."), (_, _) => { }, Cancellation).ToListAsync(Cancellation));
        Assert.Single((await RankAsync("text")).Dense);
    }

    private static void CancelAfter(CancellationTokenSource source, int done)
    {
        if (done >= 16)
        {
            source.Cancel();
        }
    }

    /// <summary>Two articles of three passages that all say the round.</summary>
    private async Task SaveRoundAsync(int round, Briefing? store = null)
    {
        string[] sentences = [.. new[] { "one", "two", "three" }.Select(word => $"The comet round {round} {word}.")];
        foreach (var id in new[] { "a", "b" })
        {
            var article = Some.Article(id: id, text: string.Join(' ', sentences));
            var spans = sentences.Select(sentence => new TextSpan(article.Text.IndexOf(sentence, StringComparison.Ordinal), article.Text.IndexOf(sentence, StringComparison.Ordinal) + sentence.Length));
            await (store ?? Store).Articles.SaveAsync(article, [.. spans.Select(span => SomePassage.Of(article, span))], takeOver: true, Cancellation);
        }
    }
}
