using BriefingBot.Articles;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Samples;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Tests.Web;

/// <summary>Which stores are given the samples at start.</summary>
public sealed class SampleArticlesTests
{
    private static readonly string[] Ids = [.. Directory.GetFiles(SampleArticles.Folder).Select(SampleArticles.IdOf).Order(StringComparer.Ordinal)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_store_is_given_all_of_them_and_the_log_says_how_to_remove_them()
    {
        await using var briefing = Briefing.OnNewStore();

        var log = await LoadedSamples.LoadAsync(briefing);

        Assert.Equal(Ids, await IdsAsync(briefing));
        var line = Assert.Single(log, line => line.Contains("Loaded 10 sample articles", StringComparison.Ordinal));
        Assert.Contains("invented", line);
        Assert.Contains($"remove --yes --label sample --data \"{briefing.Directory}\"", line);
        Assert.DoesNotContain(await LoadedSamples.LoadAsync(briefing), line => line.Contains("sample", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Load_that_was_interrupted_goes_on_and_leaves_alone_what_was_removed_since()
    {
        await using var briefing = Briefing.OnNewStore();
        await StoreAsync(briefing, Ids[..8]);
        await briefing.Articles.RemoveAsync(Ids[0], Cancellation);

        await LoadedSamples.LoadAsync(briefing);

        Assert.Equal(Ids[1..], await IdsAsync(briefing));
        Assert.Equal("Kept.", (await briefing.Articles.FindAsync(Ids[1], version: null, Cancellation))!.Text);
    }

    [Fact]
    public async Task Samples_that_were_removed_are_not_loaded_again()
    {
        await using var briefing = Briefing.OnNewStore();
        await StoreAsync(briefing, Ids);
        foreach (var id in Ids)
        {
            await briefing.Articles.RemoveAsync(id, Cancellation);
        }

        Assert.Empty(await LoadedSamples.LoadAsync(briefing));

        Assert.Empty(await IdsAsync(briefing));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Store_that_ever_held_another_article_is_left_alone(bool removed)
    {
        await using var briefing = Briefing.OnNewStore();
        await StoreAsync(briefing, "mine", Ids[0]);
        if (removed)
        {
            await briefing.Articles.RemoveAsync("mine", Cancellation);
        }

        Assert.Empty(await LoadedSamples.LoadAsync(briefing));

        Assert.Equal(removed ? [Ids[0]] : ["mine", Ids[0]], await IdsAsync(briefing));
    }

    [Fact]
    public async Task Samples_are_not_loaded_where_they_are_turned_off()
    {
        await using var briefing = Briefing.OnNewStore();

        Assert.Empty(await LoadedSamples.LoadAsync(briefing, load: false));

        Assert.Empty(await IdsAsync(briefing));
    }

    [Fact]
    public async Task Sample_that_cannot_be_stored_is_said_and_does_not_stop_the_start()
    {
        await using var briefing = Briefing.OnNewStore();
        await StoreAsync(briefing, Ids[..8]);
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(briefing.Directory, "briefing.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"CREATE TRIGGER full BEFORE INSERT ON versions WHEN NEW.article_id = '{Ids[9]}' BEGIN SELECT RAISE(ABORT, 'no room'); END";
            command.ExecuteNonQuery();
        }

        var log = await LoadedSamples.LoadAsync(briefing);

        Assert.Contains(log, line => line.Contains("not all loaded", StringComparison.Ordinal) && line.Contains("no room", StringComparison.Ordinal));
        Assert.Equal(Ids[..9], await IdsAsync(briefing));
    }

    /// <summary>Stores articles under these ids, which nothing will find.</summary>
    private static async Task StoreAsync(Briefing briefing, params string[] ids)
    {
        foreach (var id in ids)
        {
            await briefing.Articles.SaveAsync(new Article { Id = id, Title = id, Text = "Kept." }, [], takeOver: false, Cancellation);
        }
    }

    private static async Task<string[]> IdsAsync(Briefing briefing) =>
        await briefing.Articles.ListAsync(ArticleFilter.All, Cancellation).Select(stored => stored.Article.Id).ToArrayAsync(Cancellation);
}
