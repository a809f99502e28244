using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Sqlite;
using BriefingBot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Tests.Indexing;

/// <summary>The file under a running program: what stands at the path now is what is quoted from.</summary>
public sealed class ReplacedStoreTests
{
    private const string Question = "When did the comet pass?";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_moved_into_the_place_of_another_is_the_one_that_is_quoted(bool firstIsRemoved)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let an open file be replaced.");
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(text: "The comet passed in March."));
        Assert.Contains("March", (await briefing.AskAsync(Question)).Quotes[0].Text, StringComparison.Ordinal);

        // Articles that are in the log of the first store, and not in its file yet.
        await briefing.SaveAsync([.. Enumerable.Range(0, 30).Select(i => Some.Article(id: $"{i}", text: $"The harvest number {i} failed in July."))]);
        Replace(briefing, await NewStoreAsync("The comet passed in April."), firstIsRemoved);

        Assert.Contains("April", (await briefing.AskAsync(Question)).Quotes[0].Text, StringComparison.Ordinal);
        Assert.Single(await briefing.Articles.ListAsync(ArticleFilter.All, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        await briefing.SaveAsync(Some.Article(id: "other", text: "The eclipse was seen in June."));
        await using var again = briefing.Again();
        Assert.Contains("June", (await again.AskAsync("When was the eclipse seen?")).Quotes[0].Text, StringComparison.Ordinal);
        Assert.Equal("ok", Check(briefing));
    }

    [Fact]
    public async Task A_store_that_comes_after_a_file_that_was_none_is_taken_in()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let an open file be replaced.");
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(text: "The comet passed in March."));
        var noDatabase = Path.Combine(briefing.Directory, "none");
        await File.WriteAllBytesAsync(noDatabase, [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7 % 251))], TestContext.Current.CancellationToken);
        Replace(briefing, noDatabase, firstIsRemoved: false);
        await Assert.ThrowsAsync<ArticleStoreException>(() => briefing.AskAsync(Question));

        Replace(briefing, await NewStoreAsync("The comet passed in April."), firstIsRemoved: false);

        Assert.Contains("April", (await briefing.AskAsync(Question)).Quotes[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_was_deleted_is_told_not_quoted_and_not_made_anew_and_one_that_comes_back_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let an open file be deleted.");
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(text: "The comet passed in March."));
        await briefing.AskAsync(Question);
        File.Delete(Database(briefing));

        var fault = await Assert.ThrowsAsync<ArticleStoreException>(() => briefing.AskAsync(Question));
        Assert.Contains($"{Database(briefing)} is not there any more", fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Database(briefing)));

        Replace(briefing, await NewStoreAsync("The comet passed in April."), firstIsRemoved: false);
        Assert.Contains("April", (await briefing.AskAsync(Question)).Quotes[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_replaced_by_no_database_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let an open file be replaced.");
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article());
        await briefing.AskAsync(Question);
        var notes = briefing.WriteFile("notes.txt", new string('x', 5_000));
        File.Move(notes, Database(briefing), overwrite: true);

        var fault = await Assert.ThrowsAsync<ArticleStoreException>(() => briefing.AskAsync(Question));

        Assert.Contains("is not a database", fault.Message, StringComparison.Ordinal);
    }

    private static string Database(Briefing briefing) => Path.Combine(briefing.Directory, "briefing.db");

    /// <summary>A store with one article, all of it in its file.</summary>
    private static async Task<string> NewStoreAsync(string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"briefing-test-{Guid.NewGuid():N}.db");
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(text: text));
        Pools.Close(briefing.Directory);
        Assert.False(File.Exists(Database(briefing) + "-wal"));
        File.Move(Database(briefing), file);
        return file;
    }

    private static void Replace(Briefing briefing, string file, bool firstIsRemoved)
    {
        if (firstIsRemoved)
        {
            File.Delete(Database(briefing));
        }

        File.Move(file, Database(briefing), overwrite: true);
    }

    private static string Check(Briefing briefing)
    {
        using var connection = new SqliteConnection($"Data Source={Database(briefing)};Pooling=False");
        connection.Open();
        return connection.Query(null, "PRAGMA integrity_check", row => row.GetString(0))[0];
    }
}
