using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Indexing;

/// <content>What is new since a mark.</content>
public abstract partial class StoreConformance
{
    private DateTimeOffset _marked;

    [Fact]
    public async Task New_since_a_mark_are_new_articles_and_new_texts_of_known_ones()
    {
        await SaveAsync(Some.Article(id: "old"));
        await SaveAsync(Some.Article(id: "corrected"));
        var mark = await MarkAsync();
        Assert.Empty((await NewAsync(mark)).Ids);

        await SaveAsync(Some.Article(id: "new"));
        await SaveAsync(Some.Article(id: "corrected", text: "The dam did not break."));
        await SaveAsync(Some.Article(id: "old", title: "Another title"));
        await SaveAsync(Some.Article(id: "gone"));
        await Store.Articles.RemoveAsync("gone", Cancellation);

        var found = (await Store.Articles.NewSinceAsync(mark, 100, Cancellation)).Articles;
        Assert.Equal([("new", 1), ("corrected", 2)], found.Where(kept => kept.Ingested >= _marked).Select(kept => (kept.Article.Id, kept.Article.Version)));
        Assert.Equal(("Another title", 1, true), found.Where(kept => kept.Article.Id == "old").Select(kept => (kept.Article.Title, kept.Article.Version, kept.Ingested < _marked)).Single());
        Assert.All(found, kept => Assert.Empty(kept.Article.Text));
    }

    [Fact]
    public async Task Versions_of_an_article_are_listed_with_the_time_of_their_texts()
    {
        var begun = TimeProvider.System.GetUtcNow();
        await SaveAsync(Some.Article(id: "dam", text: "The dam broke."));
        await Task.Delay(2, Cancellation);
        var between = TimeProvider.System.GetUtcNow();
        await Task.Delay(2, Cancellation);
        await SaveAsync(Some.Article(id: "dam", text: "The dam did not break."));
        await SaveAsync(Some.Article(id: "dam", text: "The dam did not break.", title: "Another title"));

        var versions = await Store.Articles.VersionsAsync("dam", Cancellation);

        Assert.Equal([1, 2], versions.Select(kept => kept.Article.Version));
        Assert.Equal("Another title", versions[1].Article.Title);
        Assert.All(versions, kept => Assert.Empty(kept.Article.Text));
        Assert.InRange(versions[0].Ingested, begun.AddMilliseconds(-1), between);
        Assert.InRange(versions[1].Ingested, between, TimeProvider.System.GetUtcNow());
        Assert.Empty(await Store.Articles.VersionsAsync("none", Cancellation));
        await Store.Articles.RemoveAsync("dam", Cancellation);
        Assert.Empty(await Store.Articles.VersionsAsync("dam", Cancellation));
    }

    [Fact]
    public async Task New_metadata_of_a_new_article_make_it_new_again()
    {
        var mark = await MarkAsync();
        await SaveAsync(Some.Article(id: "new") with { Groups = ["board"] });
        var (_, next) = await NewAsync(mark);

        await SaveAsync(Some.Article(id: "new"));

        Assert.Equal(["new"], (await NewAsync(next)).Ids);
    }

    [Fact]
    public async Task Mark_stays_the_same_while_nothing_changes()
    {
        var mark = await MarkAsync();
        await SaveAsync(Some.Article(id: "new"));
        for (var i = 0; i < 3; i++)
        {
            mark = (await NewAsync(mark)).Mark;
        }

        Assert.Equal(mark, (await NewAsync(mark)).Mark);
        await SaveAsync(Some.Article(id: "newer"));
        Assert.NotEqual(mark, (await NewAsync(mark)).Mark);
    }

    [Fact]
    public async Task News_come_in_pages_and_all_of_them_come()
    {
        var (mark, seen) = (await MarkAsync(), new HashSet<string>());
        string[] ids = [.. Enumerable.Range(0, 7).Select(i => $"{i}")];
        foreach (var id in ids)
        {
            await SaveAsync(Some.Article(id: id));
        }

        for (var i = 0; i < 6; i++)
        {
            var (found, next) = await NewAsync(mark, limit: 3);
            Assert.InRange(found.Length, 0, 3);
            seen.UnionWith(found);
            mark = next;
        }

        Assert.Equal(ids, seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Mark_of_another_store_finds_nothing_and_is_replaced()
    {
        await SaveAsync(Some.Article(id: "old"));
        var (found, mark) = await NewAsync("of another store");
        Assert.Empty(found);

        await MarkAsync();
        await SaveAsync(Some.Article(id: "new"));
        Assert.Equal(["new"], (await NewAsync(mark)).Ids);
    }

    private async Task<string> MarkAsync()
    {
        var mark = await Store.Articles.MarkAsync(Cancellation);

        // A clock may show the same twice.
        await Task.Delay(2, Cancellation);
        _marked = TimeProvider.System.GetUtcNow();
        return mark;
    }

    private async Task<(string[] Ids, string Mark)> NewAsync(string mark, int limit = 100)
    {
        var found = await Store.Articles.NewSinceAsync(mark, limit, Cancellation);
        return ([.. found.Articles.Where(kept => kept.Ingested >= _marked).Select(kept => kept.Article.Id)], found.Mark);
    }
}
