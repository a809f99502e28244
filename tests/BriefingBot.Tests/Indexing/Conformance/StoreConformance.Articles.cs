using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Indexing;

/// <content>What is stored: versions, removal, ids, sizes, listings, histories.</content>
public abstract partial class StoreConformance
{
    [Fact]
    public async Task Empty_store_has_nothing_and_fails_at_nothing()
    {
        Assert.Null(await Store.Articles.FindAsync("article", version: null, Cancellation));
        Assert.Null(await Store.Articles.FindAsync("", version: 1, Cancellation));
        Assert.Empty(await ListedAsync(ArticleFilter.All));
        Assert.Empty(await ListedAsync(new() { Sources = ["The Valley Post"], Labels = ["a"], Since = new(2019, 1, 1) }));
        Assert.Equal(0, await Store.Articles.CountAsync(ArticleFilter.All, Cancellation));
        Assert.Empty(await Store.Articles.UsedIdsAsync(10, Cancellation));
        Assert.Empty(await Store.Articles.OfTextAsync(Article.HashOf("text"), Cancellation));
        Assert.Empty(await Store.Articles.SketchesAsync(Cancellation).ToListAsync(Cancellation));
        await Store.Articles.SeenAsync(["article"], Cancellation);
        Assert.False(await Store.Articles.RemoveAsync("article", Cancellation));
        Assert.Empty(await Store.Articles.HistoriesAsync(Cancellation).ToListAsync(Cancellation));
        var ranking = await RankAsync("dam");
        Assert.Empty(ranking.Dense);
        Assert.Empty(ranking.Lexical);
        Assert.Equal(["dam"], ranking.TermWeights.Keys);
        await Store.Get<BriefingBot.Ingestion.ArticleReindexer>().ReindexAsync((_, _) => { }, Cancellation);
        Assert.Empty((await Store.AskAsync("When did the dam break?")).Quotes);
    }

    [Theory]
    [InlineData("a/b c?%2F../..\\d")]
    [InlineData("18446744073709551615")]
    [InlineData("-9223372036854775808")]
    [InlineData("😀 Ünïcode\u200D字")]
    [InlineData("מים / ماء")]
    public async Task Article_comes_back_as_it_was_saved(string id)
    {
        var article = Some.Article(text: "Ünïcode 😀 and\nlines.\n\n  Blanks stay.  ", id: id) with { Labels = ["one", "two"], Groups = ["board"], InputPath = "/in/put.txt", Language = "de-AT", Pages = [0, 13, 20], Story = "first of all" };
        Assert.True(PublicationDate.TryParse("2026-03-02", out var modified));
        article = article with { Modified = modified };
        Assert.Equal((1, true, null), await SaveAsync(article) is var saved ? (saved.Version, saved.IsNew, saved.OtherInputPath) : default);

        AssertSame(article with { Version = 1 }, await Store.Articles.FindAsync(id, version: null, Cancellation));
        AssertSame(article with { Version = 1 }, await Store.Articles.FindAsync(id, 1, Cancellation));
        Assert.Null(await Store.Articles.FindAsync(id, 2, Cancellation));
        var listed = Assert.Single(await Store.Articles.ListAsync(ArticleFilter.All, Cancellation).ToListAsync(Cancellation));
        AssertSame(article with { Version = 1, Text = "" }, listed.Article);
        Assert.Equal(1, listed.Passages);
    }

    [Fact]
    public async Task Article_without_metadata_comes_back_without()
    {
        var article = new Article { Id = "bare", Title = "Bare", Text = "Words alone." };
        await SaveAsync(article);
        AssertSame(article with { Version = 1 }, await Store.Articles.FindAsync("bare", version: null, Cancellation));
    }

    [Fact]
    public async Task Moment_of_publication_keeps_its_offset()
    {
        Assert.True(PublicationDate.TryParse("2026-03-01T09:30:00+02:00", out var moment));
        await SaveAsync(Some.Article() with { Published = moment });
        Assert.Equal(moment, (await Store.Articles.FindAsync("article", version: null, Cancellation))?.Published);
    }

    [Fact]
    public async Task Text_that_took_the_place_of_another_says_since_when()
    {
        await SaveAsync(Some.Article(text: "The comet passed in March."));
        await SaveAsync(Some.Article(text: "The harvest failed in July.", id: "other"));
        await SaveAsync(Some.Article(text: "The comet passed in April."));

        Assert.Null((await Store.Articles.FindAsync("article", 1, Cancellation))!.Corrected);
        Assert.Null((await Store.Articles.FindAsync("other", version: null, Cancellation))!.Corrected);
        var corrected = (await Store.Articles.FindAsync("article", version: null, Cancellation))!.Corrected;
        Assert.InRange(corrected!.Value, TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow());
        Assert.Equal([corrected, null], await Store.Articles.ListAsync(ArticleFilter.All, Cancellation).Select(stored => stored.Article.Corrected).ToArrayAsync(Cancellation));
        Assert.Equal([null, corrected], (await Store.Articles.VersionsAsync("article", Cancellation)).Select(kept => kept.Article.Corrected));

        // What comes after a removal corrects nothing.
        await Store.Articles.RemoveAsync("article", Cancellation);
        await SaveAsync(Some.Article(text: "The comet passed in May."));
        Assert.Null((await Store.Articles.FindAsync("article", version: null, Cancellation))!.Corrected);
    }

    [Fact]
    public async Task Articles_are_found_by_their_input_their_text_and_their_story()
    {
        await SaveAsync(Some.Article(text: "The comet passed in March.") with { InputPath = "/in/a.txt", Story = "article" });
        await SaveAsync(Some.Article(text: "The comet passed in March.", id: "copy") with { InputPath = "/in/b.txt", Story = "article" });
        await SaveAsync(Some.Article(text: "The harvest failed in July.", id: "other") with { InputPath = "/in/b.txt" });
        await SaveAsync(Some.Article(text: "It failed in August.", id: "corrected") with { InputPath = "/in/c.txt", Story = "article" });
        await SaveAsync(Some.Article(text: "It failed in May.", id: "corrected") with { InputPath = "/in/c.txt", Story = "corrected" });

        Assert.Equal(["copy", "other"], (await Store.Articles.OfInputAsync("/in/b.txt", Cancellation)).Select(article => article.Id));
        Assert.Equal(["article", "copy"], (await Store.Articles.OfTextAsync(Article.HashOf("The comet passed in March."), Cancellation)).Select(article => article.Id));
        Assert.Equal(["article", "copy"], (await Store.Articles.OfStoryAsync("article", Cancellation)).Select(article => article.Id));
        Assert.Equal(["other"], (await Store.Articles.OfStoryAsync("other", Cancellation)).Select(article => article.Id));
        Assert.Empty(await Store.Articles.OfTextAsync(Article.HashOf("It failed in August."), Cancellation));
        var sketches = await Store.Articles.SketchesAsync(Cancellation).ToDictionaryAsync(stored => stored.Id, cancellationToken: Cancellation);
        Assert.Equal(["article", "copy", "corrected", "other"], sketches.Keys.Order());
        Assert.Equal("other", sketches["other"].Story);
        Assert.Equal(1, sketches["article"].Sketch.Resemblance(sketches["copy"].Sketch));

        await Store.Articles.RemoveAsync("article", Cancellation);

        Assert.Equal(["copy"], (await Store.Articles.OfStoryAsync("article", Cancellation)).Select(article => article.Id));
        Assert.Equal(3, await Store.Articles.SketchesAsync(Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task Article_that_a_load_met_is_seen_later_than_one_that_it_did_not()
    {
        await SaveAsync(Some.Article());
        await SaveAsync(Some.Article(id: "other"));
        var before = await SeenAsync();

        await Store.Articles.SeenAsync(["other", "nobody's"], Cancellation);

        var after = await SeenAsync();
        Assert.Equal(before["article"], after["article"]);
        Assert.True(after["other"] > before["other"]);
        Assert.Equal(2, after.Count);

        Task<Dictionary<string, DateTimeOffset>> SeenAsync() =>
            Store.Articles.ListAsync(ArticleFilter.All, Cancellation).ToDictionaryAsync(stored => stored.Article.Id, stored => stored.Seen, cancellationToken: Cancellation).AsTask();
    }

    [Fact]
    public async Task Ids_are_compared_code_unit_by_code_unit()
    {
        string[] ids = ["Straße", "straße", "Strasse", "Straße ", "e\u0301", "é", new('x', 2_000), new string('x', 2_000) + "y"];
        foreach (var id in ids)
        {
            Assert.True((await SaveAsync(Some.Article(id: id))).IsNew);
        }

        Assert.Equal(ids.Order(StringComparer.Ordinal), await ListedAsync(ArticleFilter.All));
        Assert.Equal(ids.Order(StringComparer.Ordinal), (await Store.Articles.UsedIdsAsync(100, Cancellation)).Order(StringComparer.Ordinal));
        Assert.Equal(3, (await Store.Articles.UsedIdsAsync(3, Cancellation)).Length);
        Assert.Null(await Store.Articles.FindAsync("\uD800", version: null, Cancellation));
    }

    [Fact]
    public async Task Ids_are_listed_by_their_code_points()
    {
        string[] ids = ["a", "b", "é", "\uFF21", "😀"];
        foreach (var id in ids.Reverse())
        {
            await SaveAsync(Some.Article(id: id));
        }

        Assert.Equal(ids, await ListedAsync(ArticleFilter.All));
        Assert.Equal(ids, await Store.Articles.HistoriesAsync(Cancellation).Select(history => history.Id).ToArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Another_text_becomes_the_next_version_and_the_old_one_keeps_its_text_but_is_not_ranked()
    {
        await SaveAsync(Some.Article(text: "The comet passed in March.") with { Author = "Early" });
        var saved = await SaveAsync(Some.Article(text: "The harvest failed in July.") with { Author = "Late" });

        Assert.Equal((2, false), (saved.Version, saved.IsNew));
        Assert.Equal(("The comet passed in March.", "Early"), await Store.Articles.FindAsync("article", 1, Cancellation) is { } first ? (first.Text, first.Author) : default);
        Assert.Equal(("The harvest failed in July.", "Late"), await Store.Articles.FindAsync("article", version: null, Cancellation) is { } second ? (second.Text, second.Author) : default);
        var ranking = await RankAsync("comet harvest");
        Assert.Equal(2, Assert.Single(ranking.Dense).Key.Version);
        Assert.Equal(2, Assert.Single(ranking.Lexical).Key.Version);
        Assert.Single(await ListedAsync(ArticleFilter.All));
    }

    [Fact]
    public async Task Same_text_with_other_metadata_keeps_its_version_and_takes_it_at_once()
    {
        await SaveAsync(Some.Article());
        var saved = await SaveAsync(Some.Article(title: "Another title") with { Groups = ["board"] });

        Assert.Equal((1, false), (saved.Version, saved.IsNew));
        Assert.Equal("Another title", (await Store.Articles.FindAsync("article", 1, Cancellation))?.Title);
        Assert.Empty((await RankAsync("dam")).Dense);
        Assert.Single((await RankAsync("dam", new Asker(["board"]))).Dense);
    }

    [Fact]
    public async Task Text_that_comes_back_is_a_version_of_its_own()
    {
        await SaveAsync(Some.Article(text: "One."));
        await SaveAsync(Some.Article(text: "Two."));
        Assert.Equal(3, (await SaveAsync(Some.Article(text: "One."))).Version);
        Assert.Equal(["One.", "Two.", "One."], await TextsAsync(1, 2, 3));
    }

    [Fact]
    public async Task Removed_article_is_gone_in_every_version_and_its_numbers_are_not_used_again()
    {
        await SaveAsync(Some.Article(text: "The comet passed in March."));
        await SaveAsync(Some.Article(text: "The comet passed in April."));

        Assert.True(await Store.Articles.RemoveAsync("article", Cancellation));
        Assert.False(await Store.Articles.RemoveAsync("article", Cancellation));
        Assert.Equal([null, null, null], await TextsAsync(null, 1, 2));
        Assert.Empty((await RankAsync("comet")).Dense);
        Assert.Empty(await ListedAsync(ArticleFilter.All));
        Assert.Equal(0, await Store.Articles.CountAsync(ArticleFilter.All, Cancellation));
        Assert.Equal(["article"], await Store.Articles.UsedIdsAsync(10, Cancellation));

        var saved = await SaveAsync(Some.Article(text: "The comet passed in May."));
        Assert.Equal((3, true), (saved.Version, saved.IsNew));
        Assert.Equal(["The comet passed in May.", null, null], await TextsAsync(null, 1, 2));
    }

    [Fact]
    public async Task Article_from_another_input_path_is_replaced_only_when_it_may()
    {
        await SaveAsync(Some.Article() with { InputPath = "/one" });
        var refused = await SaveAsync(Store, Some.Article(text: "Other.") with { InputPath = "/two" }, takeOver: false);
        Assert.Equal((1, "/one"), (refused.Version, refused.OtherInputPath));
        Assert.StartsWith("The dam", (await Store.Articles.FindAsync("article", version: null, Cancellation))?.Text);

        Assert.Equal(2, (await SaveAsync(Store, Some.Article(text: "Other.") with { InputPath = "/two" })).Version);
    }

    [Fact]
    public async Task Older_version_is_opened_for_those_who_might_read_it_then_and_may_read_the_current_one()
    {
        await SaveAsync(Some.Article(text: "The comet passed in March.") with { Groups = ["board", "press"] });
        await SaveAsync(Some.Article(text: "The comet passed in April."));
        Assert.Equal(["board", "press"], (await Store.Articles.FindAsync("article", 1, Cancellation))!.Groups);
        Assert.Null(await OpenedArticle.OpenAsync(Store.Articles, "article", 1, spans: [], Asker.Unknown, Cancellation));
        Assert.NotNull(await OpenedArticle.OpenAsync(Store.Articles, "article", 1, spans: [], new(["press"]), Cancellation));
        Assert.NotNull(await OpenedArticle.OpenAsync(Store.Articles, "article", version: null, spans: [], Asker.Unknown, Cancellation));

        await SaveAsync(Some.Article(text: "The comet passed in May.") with { Groups = ["board"] });
        Assert.Null(await OpenedArticle.OpenAsync(Store.Articles, "article", 2, spans: [], Asker.Unknown, Cancellation));
        Assert.Null(await OpenedArticle.OpenAsync(Store.Articles, "article", 1, spans: [], new(["press"]), Cancellation));
        Assert.NotNull(await OpenedArticle.OpenAsync(Store.Articles, "article", 1, spans: [], new(["board"]), Cancellation));
    }

    [Theory]
    [InlineData(262_143)]
    [InlineData(262_144)]
    [InlineData(1_500_000)]
    public async Task Long_text_comes_back_whole(int emojiAt)
    {
        var text = string.Concat(Enumerable.Repeat("x", emojiAt - 1)) + "😀" + string.Concat(Enumerable.Repeat("The dam broke. ", 20_000));
        var article = Some.Article(text: text);
        await Store.Articles.SaveAsync(article, [SomePassage.Of(article, new(emojiAt, emojiAt + 20))], takeOver: true, Cancellation);
        Assert.Equal(article.Text, (await Store.Articles.FindAsync("article", version: null, Cancellation))?.Text);
    }

    [Fact]
    public async Task Listing_of_many_articles_has_each_once_in_order_with_its_passages()
    {
        string[] ids = [.. Enumerable.Range(0, 600).Select(i => $"article {i}")];
        foreach (var id in ids)
        {
            await SaveAsync(Some.Article(id: id, text: $"Text of {id}.") with { Labels = [$"{id[^1]}"] });
        }

        var listed = await Store.Articles.ListAsync(ArticleFilter.All, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(ids.Order(StringComparer.Ordinal), listed.Select(stored => stored.Article.Id));
        Assert.All(listed, stored => Assert.Equal(1, stored.Passages));
        Assert.Equal(600, await Store.Articles.CountAsync(ArticleFilter.All, Cancellation));
        Assert.Equal(60, await Store.Articles.CountAsync(new() { Labels = ["7"] }, Cancellation));
        Assert.Equal(ids.Order(StringComparer.Ordinal).Take(3), await Store.Articles.ListAsync(ArticleFilter.All, Cancellation).Take(3).Select(stored => stored.Article.Id).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task History_is_carried_into_another_store_and_back_without_loss()
    {
        await SaveAsync(Some.Article(text: "One.", id: "a") with { Groups = ["board"] });
        await SaveAsync(Some.Article(text: "Two.", id: "a") with { Labels = ["x"], InputPath = "/in", Url = null });
        await SaveAsync(Some.Article(text: "Gone.", id: "b"));
        await Store.Articles.RemoveAsync("b", Cancellation);
        var histories = await Store.Articles.HistoriesAsync(Cancellation).ToListAsync(Cancellation);
        Assert.Equal([("a", 2, 2), ("b", 1, 0)], histories.Select(history => (history.Id, history.LastVersion, history.Versions.Length)));

        await using var embedded = Briefing.OnNewStore();
        await RestoreAsync(embedded, histories);
        AssertSame(histories, await embedded.Articles.HistoriesAsync(Cancellation).ToListAsync(Cancellation));

        await Store.Articles.RemoveAsync("a", Cancellation);
        Assert.False(await Store.Articles.RestoreAsync(histories[0], [SomePassage.Of(histories[0].Current!)], Cancellation));
        Assert.Null(await Store.Articles.FindAsync("a", version: null, Cancellation));
    }

    [Fact]
    public async Task History_of_another_store_is_kept_with_its_numbers_and_found()
    {
        await using var embedded = Briefing.OnNewStore();
        await SaveAsync(embedded, Some.Article(text: "One.", id: "a"));
        await SaveAsync(embedded, Some.Article(text: "The comet passed.", id: "a"));
        await SaveAsync(embedded, Some.Article(text: "Gone.", id: "b"));
        await embedded.Articles.RemoveAsync("b", Cancellation);
        var histories = await embedded.Articles.HistoriesAsync(Cancellation).ToListAsync(Cancellation);

        await RestoreAsync(Store, histories);

        AssertSame(histories, await Store.Articles.HistoriesAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal(2, Assert.Single((await RankAsync("comet")).Lexical).Key.Version);
        Assert.Equal(2, (await SaveAsync(Some.Article(text: "Again.", id: "b"))).Version);
    }

    private static async Task RestoreAsync(Briefing store, IEnumerable<ArticleHistory> histories)
    {
        foreach (var history in histories)
        {
            Assert.True(await store.Articles.RestoreAsync(history, history.Current is { } current ? [SomePassage.Of(current)] : [], Cancellation));
        }
    }

    private async Task<string?[]> TextsAsync(params int?[] versions)
    {
        var texts = new List<string?>();
        foreach (var version in versions)
        {
            texts.Add((await Store.Articles.FindAsync("article", version, Cancellation))?.Text);
        }

        return [.. texts];
    }

    private static void AssertSame(IReadOnlyList<ArticleHistory> expected, IReadOnlyList<ArticleHistory> actual)
    {
        Assert.Equal(expected.Select(history => (history.Id, history.LastVersion, history.Versions.Length)), actual.Select(history => (history.Id, history.LastVersion, history.Versions.Length)));
        foreach (var (one, other) in expected.Zip(actual).SelectMany(pair => pair.First.Versions.Zip(pair.Second.Versions)))
        {
            Assert.Equal(one.Ingested, other.Ingested);
            AssertSame(one.Article, other.Article);
        }
    }

    private static void AssertSame(Article expected, Article? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Labels, actual.Labels);
        Assert.Equal(expected.Groups, actual.Groups);
        Assert.Equal(expected.Pages, actual.Pages);
        Assert.Equal(Plain(expected), Plain(actual));

        // When a text was taken in is the store's to say.
        static Article Plain(Article article) => article with { Labels = default, Groups = default, Pages = default, Corrected = null };
    }
}
