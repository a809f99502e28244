using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Sqlite;
using BriefingBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Indexing;

/// <summary>What is the embedded store's own; what every store must do is in <see cref="StoreConformance"/>.</summary>
public sealed class EmbeddedStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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
    public async Task A_database_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article());
        Execute(briefing, "PRAGMA user_version = 99");

        await using var again = briefing.Again();
        var fault = await Assert.ThrowsAsync<ArticleStoreException>(() => again.AskAsync("When did the dam break?"));
        Assert.Contains("schema 99", fault.Message, StringComparison.Ordinal);
        Assert.Equal(99, Query(briefing, "PRAGMA user_version"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        await using var briefing = Briefing.OnNewStore();
        var file = Path.Combine(briefing.Directory, "briefing.db");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("not a database ", 100)), Cancellation);

        var fault = await Assert.ThrowsAsync<ArticleStoreException>(() => briefing.AskAsync("When did the dam break?"));
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
        using var connection = new SqliteConnection($"Data Source={Path.Combine(briefing.Directory, "briefing.db")};Pooling=False");
        connection.Open();
        return connection.QueryLong(null, sql);
    }
}
