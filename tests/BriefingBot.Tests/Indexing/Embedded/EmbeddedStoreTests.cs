using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Indexing;

public sealed class EmbeddedStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_comes_back_as_it_was_saved()
    {
        await using var briefing = Briefing.OnNewStore();
        var article = Some.Article(text: "Ünïcode 😀 and\nlines.\n\n  Blanks stay.  ", id: "a/b c?%2F") with { Labels = ["one", "two"], Groups = ["board"], InputPath = "/in/put.txt" };
        await briefing.SaveAsync(article);

        var found = await briefing.Articles.FindAsync(article.Id, version: null, Cancellation);

        Assert.NotNull(found);
        Assert.Equal(["one", "two"], found.Labels);
        Assert.Equal(["board"], found.Groups);
        Assert.Equal(article with { Version = 1, Labels = default, Groups = default }, found with { Labels = default, Groups = default });
    }

    [Fact]
    public async Task Another_text_becomes_the_next_version_and_the_old_one_keeps_its_text_but_is_not_retrieved()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(text: "The comet passed in March and was bright."));
        await briefing.SaveAsync(Some.Article(text: "The harvest failed in July after the drought."));

        Assert.Equal("The comet passed in March and was bright.", (await briefing.Articles.FindAsync("article", 1, Cancellation))?.Text);
        Assert.Equal(2, (await briefing.Articles.FindAsync("article", version: null, Cancellation))?.Version);
        var answer = await briefing.AskAsync("When did the comet pass?", neverRefuse: true);
        Assert.All(answer.Quotes, quote => Assert.Equal(2, quote.Article.Version));
    }

    [Fact]
    public async Task The_same_text_with_other_metadata_keeps_its_version()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article());
        await briefing.SaveAsync(Some.Article(title: "Another title"));

        var found = await briefing.Articles.FindAsync("article", version: null, Cancellation);
        Assert.Equal((1, "Another title"), (found?.Version, found?.Title));
    }

    [Fact]
    public async Task A_removed_article_is_gone_in_every_version_and_its_numbers_are_not_used_again()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(text: "The comet passed in March."));
        await briefing.SaveAsync(Some.Article(text: "The comet passed in April."));

        Assert.True(await briefing.Articles.RemoveAsync("article", Cancellation));
        Assert.False(await briefing.Articles.RemoveAsync("article", Cancellation));
        Assert.Null(await briefing.Articles.FindAsync("article", version: null, Cancellation));
        Assert.Null(await briefing.Articles.FindAsync("article", 1, Cancellation));
        Assert.Empty((await briefing.AskAsync("When did the comet pass?", neverRefuse: true)).Quotes);

        await briefing.SaveAsync(Some.Article(text: "The comet passed in May."));
        Assert.Equal(3, (await briefing.Articles.FindAsync("article", version: null, Cancellation))?.Version);
    }

    [Fact]
    public async Task A_change_by_another_process_is_seen_by_the_next_question()
    {
        await using var bot = Briefing.OnNewStore();
        await using var commandLine = bot.Again();
        Assert.Empty((await bot.AskAsync("When did the comet pass?", neverRefuse: true)).Quotes);

        await commandLine.SaveAsync(Some.Article(text: "The comet passed in March and was bright."));
        Assert.Contains("March", Assert.Single((await bot.AskAsync("When did the comet pass?")).Quotes).Text, StringComparison.Ordinal);

        await commandLine.SaveAsync(Some.Article(text: "The comet passed in April and was bright."));
        Assert.Contains("April", Assert.Single((await bot.AskAsync("When did the comet pass?")).Quotes).Text, StringComparison.Ordinal);

        await commandLine.Articles.RemoveAsync("article", Cancellation);
        Assert.Empty((await bot.AskAsync("When did the comet pass?", neverRefuse: true)).Quotes);
    }

    [Fact]
    public async Task Places_of_removed_articles_are_used_again_without_mixing_them_up()
    {
        await using var briefing = Briefing.OnNewStore();
        for (var round = 0; round < 5; round++)
        {
            await briefing.SaveAsync([.. Enumerable.Range(0, 6).Select(i => Some.Article(id: $"{i}", text: $"In round {round} the witness numbered {i} saw {round + i} ships near Oldport."))]);
            await briefing.Articles.RemoveAsync($"{round}", Cancellation);
            var answer = await briefing.AskAsync("What did the witness see near Oldport?", neverRefuse: true);
            Assert.NotEmpty(answer.Quotes);
            Assert.All(answer.Quotes, quote => Assert.StartsWith($"In round {round} the witness numbered {quote.Article.Id} ", quote.Text, StringComparison.Ordinal));
            Assert.DoesNotContain(answer.Quotes, quote => quote.Article.Id == $"{round}");
        }
    }

    [Fact]
    public async Task The_listing_has_current_versions_by_id_with_their_passages()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(id: "b"), Some.Article(id: "a"), Some.Article(id: "c"));
        await briefing.SaveAsync(Some.Article(id: "b", text: "Another text."));
        await briefing.Articles.RemoveAsync("c", Cancellation);

        var listed = await briefing.Articles.ListAsync(ArticleFilter.All, Cancellation).ToListAsync(Cancellation);
        Assert.Equal([("a", 1, 1), ("b", 2, 1)], listed.Select(entry => (entry.Article.Id, entry.Article.Version, entry.Passages)));
    }

    [Fact]
    public async Task Ids_are_compared_code_unit_by_code_unit()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(id: "Straße"), Some.Article(id: "straße"), Some.Article(id: "Strasse"), Some.Article(id: "Straße "), Some.Article(id: new string('x', 2_000)));
        Assert.Equal(5, await briefing.Articles.ListAsync(ArticleFilter.All, Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task Two_writers_of_one_article_leave_one_of_the_two_whole()
    {
        await using var one = Briefing.OnNewStore();
        await using var two = one.Again();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).SaveAsync(Some.Article(text: $"The comet number {i} passed. It was seen {i} times.")))));

        var current = await one.Articles.FindAsync("article", version: null, Cancellation);
        Assert.Equal(10, current?.Version);
        var answer = await one.AskAsync("Which comet passed?", neverRefuse: true);
        Assert.All(answer.Quotes, quote => Assert.Equal(current?.Text, quote.Article.Text));
    }

    [Theory]
    [InlineData("model", "embedding model")]
    [InlineData("analyzer", "analyzer")]
    [InlineData("splitter", "splitter")]
    public async Task An_index_made_with_something_else_is_refused_until_it_is_made_anew(string stamp, string named)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(text: "The comet passed in March and was bright."));
        Execute(briefing, $"UPDATE stamps SET value = 'another' WHERE name = '{stamp}'");

        var fault = await Assert.ThrowsAsync<ArticleStoreException>(() => briefing.AskAsync("When did the comet pass?"));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        Assert.Contains("'another'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("briefing reindex", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArticleStoreException>(() => briefing.SaveAsync(Some.Article(id: "b")));

        await briefing.Get<BriefingBot.Ingestion.ArticleReindexer>().ReindexAsync((_, _) => { }, Cancellation);
        Assert.Single((await briefing.AskAsync("When did the comet pass?")).Quotes);
    }

    [Fact]
    public async Task Reindexing_goes_on_where_it_was_ended_and_takes_in_what_was_saved_meanwhile()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync([.. Enumerable.Range(0, 40).Select(i => Some.Article(id: $"{i}", text: $"The comet number {i} passed in March."))]);
        using var ended = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => briefing.Get<BriefingBot.Ingestion.ArticleReindexer>().ReindexAsync(
            (done, _) =>
            {
                if (done >= 16)
                {
                    ended.Cancel();
                }
            },
            ended.Token));
        Assert.NotEmpty((await briefing.AskAsync("When did the comet number 7 pass?")).Quotes);
        await briefing.SaveAsync(Some.Article(id: "0", text: "The comet number 0 passed in October."), Some.Article(id: "40", text: "The eclipse was seen in June."));
        await briefing.Articles.RemoveAsync("1", Cancellation);

        var (first, total) = (0, 0);
        await briefing.Get<BriefingBot.Ingestion.ArticleReindexer>().ReindexAsync((done, of) => (first, total) = (first == 0 ? done : first, of), Cancellation);

        Assert.InRange(total, 25, 26);
        Assert.Contains("June", (await briefing.AskAsync("When was the eclipse seen?")).Quotes[0].Text, StringComparison.Ordinal);
        Assert.Contains("October", (await briefing.AskAsync("When did the comet number 0 pass?", neverRefuse: true)).Quotes[0].Text, StringComparison.Ordinal);
        Assert.Equal(40, await briefing.Articles.ListAsync(ArticleFilter.All, Cancellation).CountAsync(entry => entry.Passages == 1, Cancellation));
        Assert.Equal(40, Query(briefing, "SELECT count(*) FROM passages"));
    }

    [Fact]
    public async Task A_reindex_that_another_programs_reindex_left_unfinished_starts_anew()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync([.. Enumerable.Range(0, 40).Select(i => Some.Article(id: $"{i}", text: $"The comet number {i} passed in March."))]);
        await using var other = briefing.Again(services => services.AddSingleton(new IndexStamps("other-model", "other", "other")));
        using var ended = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other.Get<BriefingBot.Ingestion.ArticleReindexer>().ReindexAsync((_, _) => ended.Cancel(), ended.Token));

        await briefing.Get<BriefingBot.Ingestion.ArticleReindexer>().ReindexAsync((_, _) => { }, Cancellation);

        Assert.Equal(40, await briefing.Articles.ListAsync(ArticleFilter.All, Cancellation).CountAsync(entry => entry.Passages == 1, Cancellation));
    }

    [Fact]
    public async Task A_reindex_that_is_overtaken_writes_nothing_into_the_index_in_use()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync([.. Enumerable.Range(0, 20).Select(i => Some.Article(id: $"{i}", text: $"The comet number {i} passed in March."))]);
        await using var other = briefing.Again();
        var overtaken = false;
        await Assert.ThrowsAsync<ArticleStoreException>(() => briefing.Get<BriefingBot.Ingestion.ArticleReindexer>().ReindexAsync(
            (_, _) =>
            {
                if (!overtaken)
                {
                    overtaken = true;
                    Task.Run(() => other.Get<BriefingBot.Ingestion.ArticleReindexer>().ReindexAsync((_, _) => { }, Cancellation), Cancellation).GetAwaiter().GetResult();
                }
            },
            Cancellation));
        Assert.Equal(20, Query(briefing, "SELECT count(*) FROM passages"));
        Assert.NotEmpty((await briefing.AskAsync("When did the comet number 7 pass?")).Quotes);
    }

    [Fact]
    public async Task Who_may_read_an_article_now_decides_for_its_old_versions_too()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(text: "The comet passed in March."));
        await briefing.SaveAsync(Some.Article(text: "The comet passed in April.") with { Groups = ["board"] });
        Assert.Equal(["board"], (await briefing.Articles.FindAsync("article", 1, Cancellation))!.Groups);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article());
        Execute(briefing, "PRAGMA user_version = 99");

        await using var again = briefing.Again();
        var fault = await Assert.ThrowsAsync<ArticleStoreException>(() => again.AskAsync("When?"));
        Assert.Contains("schema 99", fault.Message, StringComparison.Ordinal);
        Assert.Equal(99, Query(briefing, "PRAGMA user_version"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        await using var briefing = Briefing.OnNewStore();
        var file = Path.Combine(briefing.Directory, "briefing.db");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("not a database ", 100)), Cancellation);

        var fault = await Assert.ThrowsAsync<ArticleStoreException>(() => briefing.AskAsync("When?"));
        Assert.Contains(file, fault.Message, StringComparison.Ordinal);
        Assert.Contains("not a database", await File.ReadAllTextAsync(file, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_model_is_asked_for_its_stamps_by_its_fingerprint()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article());
        await using var other = briefing.Again(services => services.AddSingleton(Briefing.Embedder.Model with { Fingerprint = "other-model" }));

        var fault = await Assert.ThrowsAsync<ArticleStoreException>(() => other.AskAsync("When did the dam break?"));
        Assert.Contains("'other-model'", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"'{Briefing.Embedder.Model.Fingerprint}'", fault.Message, StringComparison.Ordinal);
    }

    private static void Execute(Briefing briefing, string sql) => Query(briefing, sql);

    private static long Query(Briefing briefing, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(briefing.Directory, "briefing.db")}");
        connection.Open();
        return connection.QueryLong(null, sql);
    }
}
