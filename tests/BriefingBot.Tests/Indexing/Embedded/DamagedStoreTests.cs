using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.Sqlite;
using BriefingBot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Tests.Indexing;

/// <summary>What somebody else wrote into the file: it is named with its article, and never shown.</summary>
public sealed class DamagedStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE versions SET text = replace(text, 'night', 'lunch')")]
    [InlineData("UPDATE versions SET text = text || ' Nobody was hurt.'")]
    [InlineData("UPDATE versions SET text_hash = ''")]
    [InlineData("UPDATE versions SET labels = '[unclosed'")]
    [InlineData("UPDATE versions SET labels = '{}'")]
    [InlineData("UPDATE versions SET groups = 'null'")]
    [InlineData("UPDATE versions SET groups = '[1]'")]
    [InlineData("UPDATE versions SET url = 'no address'")]
    [InlineData("UPDATE passages SET vector = x'00'")]
    [InlineData("UPDATE passages SET sentences = x'00'")]
    [InlineData("UPDATE passages SET sentences = x'FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF'")]
    [InlineData("UPDATE passages SET sentences = x'0000000000FFFF00'")]
    [InlineData("UPDATE passages SET sentence_vectors = x'0000'")]
    [InlineData("UPDATE passages SET span_end = 9999")]
    [InlineData("UPDATE passages SET span_start = 9999")]
    public async Task A_damaged_article_is_named_with_its_file_and_remedy_and_not_quoted(string damage)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article());
        Execute(briefing, damage);

        var fault = await Assert.ThrowsAsync<DamagedArticleException>(() => briefing.Again().AskAsync("When did the dam break?", neverRefuse: true));

        Assert.Contains(Path.Combine(briefing.Directory, "briefing.db"), fault.Message, StringComparison.Ordinal);
        Assert.Contains("'article'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("briefing remove", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE versions SET text = replace(text, 'night', 'lunch')")]
    [InlineData("UPDATE versions SET labels = '[unclosed'")]
    public async Task A_damaged_article_fails_alone_in_a_load_and_its_remedy_heals_it(string damage)
    {
        await using var briefing = Briefing.OnNewStore();
        var (dam, storm) = (briefing.WriteFile("dam.txt", "The dam broke at night. Two villages were flooded."), briefing.WriteFile("storm.txt", "The storm came in May."));
        await briefing.IngestAsync(dam);
        Execute(briefing, damage);

        var outcomes = await briefing.IngestAsync(dam, storm);
        Assert.Equal([IngestOutcomeKind.Failed, IngestOutcomeKind.Added], outcomes.Select(outcome => outcome.Kind));
        Assert.Contains("briefing remove", outcomes[0].Error, StringComparison.Ordinal);

        Assert.True(await briefing.Articles.RemoveAsync("dam.txt", Cancellation));
        Assert.Equal(IngestOutcomeKind.Added, Assert.Single(await briefing.IngestAsync(dam)).Kind);
        Assert.Contains("night", (await briefing.AskAsync("When did the dam break?", neverRefuse: true)).Quotes[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM stamps")]
    [InlineData("UPDATE stamps SET value = 'none' WHERE name = 'build'")]
    [InlineData("DELETE FROM stamps WHERE name = 'splitter'")]
    [InlineData("DROP TABLE passages")]
    public async Task Damage_to_the_whole_store_is_named_with_the_file(string damage)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article());
        Execute(briefing, damage);

        var fault = await Assert.ThrowsAsync<ArticleStoreException>(() => briefing.Again().AskAsync("When did the dam break?"));

        Assert.Contains(Path.Combine(briefing.Directory, "briefing.db"), fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task A_file_that_was_cut_short_is_refused_and_left_as_it_is(int part)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync([.. Enumerable.Range(0, 30).Select(i => Some.Article(id: $"{i}", text: $"The comet number {i} passed in March."))]);
        Pools.Close(briefing.Directory);
        var file = new FileInfo(Path.Combine(briefing.Directory, "briefing.db"));
        using (var stream = file.OpenWrite())
        {
            stream.SetLength(file.Length / part);
        }

        var bytes = await File.ReadAllBytesAsync(file.FullName, Cancellation);
        var fault = await Assert.ThrowsAsync<ArticleStoreException>(() => briefing.Again().AskAsync("When did the comet number 7 pass?"));

        Assert.Contains("is not a database, or is damaged", fault.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file.FullName, Cancellation));
    }

    [Fact]
    public async Task An_empty_file_becomes_a_store()
    {
        await using var briefing = Briefing.OnNewStore();
        await File.WriteAllBytesAsync(Path.Combine(briefing.Directory, "briefing.db"), [], Cancellation);

        await briefing.SaveAsync(Some.Article());

        Assert.NotEmpty((await briefing.AskAsync("When did the dam break?", neverRefuse: true)).Quotes);
    }

    private static void Execute(Briefing briefing, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(briefing.Directory, "briefing.db")};Pooling=False");
        connection.Open();
        connection.Execute(null, sql);
    }
}
