using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Indexing;

/// <content>What is found: both rankings, by whom, and of which articles.</content>
public abstract partial class StoreConformance
{
    private static readonly Article[] Filtered =
    [
        Some.Article(id: "post-2019", text: "The dam one.") with { Labels = ["water", "north"] },
        Some.Article(id: "post-2020", text: "The dam two.") with { Labels = ["water"], Published = Day(2020, 6, 30) },
        Some.Article(id: "echo-2020", text: "The dam three.") with { Source = "Echo", Author = "Bo Lind", Labels = ["north"], Published = Day(2020, 6, 30) },
        Some.Article(id: "echo-evening", text: "The dam four.") with { Source = "Echo", Published = new(new(2020, 6, 30, 23, 59, 59, TimeSpan.Zero), HasTime: true) },
        Some.Article(id: "nobody", text: "The dam five.") with { Source = null, Author = null, Published = null },
        Some.Article(id: "board", text: "The dam six.") with { Source = "Echo", Labels = ["water"], Groups = ["board", "press"], Published = Day(2021, 1, 1) },
    ];

    public static TheoryData<string, string[]> Filters() => new()
    {
        { "", ["echo-2020", "echo-evening", "nobody", "post-2019", "post-2020"] },
        { "group board", ["board", "echo-2020", "echo-evening", "nobody", "post-2019", "post-2020"] },
        { "group press, group other", ["board", "echo-2020", "echo-evening", "nobody", "post-2019", "post-2020"] },
        { "group Board", ["echo-2020", "echo-evening", "nobody", "post-2019", "post-2020"] },
        { "id echo-2020, id nobody, id board, id other", ["echo-2020", "nobody"] },
        { "id post-2019, source Echo", [] },
        { "source Echo", ["echo-2020", "echo-evening"] },
        { "source echo", [] },
        { "source Echo, source The Valley Post", ["echo-2020", "echo-evening", "post-2019", "post-2020"] },
        { "author Bo Lind", ["echo-2020"] },
        { "author bo lind", [] },
        { "author Bo Lind, source Echo", ["echo-2020"] },
        { "author Bo Lind, author Ann Reed, until 2020-06-29", ["post-2019"] },
        { "label water", ["post-2019", "post-2020"] },
        { "label water, label north", ["echo-2020", "post-2019", "post-2020"] },
        { "label water, group board", ["board", "post-2019", "post-2020"] },
        { "label north, source Echo", ["echo-2020"] },
        { "since 2020-01-01", ["echo-2020", "echo-evening", "post-2020"] },
        { "until 2020-06-30", ["echo-2020", "echo-evening", "post-2019", "post-2020"] },
        { "until 2020-06-29", ["post-2019"] },
        { "since 2020-06-30, until 2020-06-30, source Echo", ["echo-2020", "echo-evening"] },
        { "since 2020-06-30, until 2020-06-30, source Echo, label water", [] },
        { "since 0001-01-01", ["echo-2020", "echo-evening", "post-2019", "post-2020"] },
        { "until 9999-12-31", ["echo-2020", "echo-evening", "post-2019", "post-2020"] },
    };

    [Fact]
    public async Task Both_lists_have_the_scores_that_can_be_computed_by_hand()
    {
        Article[] articles = [Some.Article(id: "a", text: "comet comet", title: "-"), Some.Article(id: "b", text: "comet harvest flood", title: "-"), Some.Article(id: "c", text: "harvest", title: "-")];
        foreach (var article in articles)
        {
            await SaveAsync(article);
        }

        var ranking = await RankAsync("comet harvest absent");

        var (comet, absent) = (Bm25.Idf(3, 2), Bm25.Idf(3, 0));
        AssertScores([("absent", absent), ("comet", comet), ("harvest", comet)], ranking.TermWeights.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
        AssertScores(
            [("a", comet * Bm25.TermWeight(2, 2)), ("b", 2 * comet * Bm25.TermWeight(1, 3)), ("c", comet * Bm25.TermWeight(1, 1))],
            ranking.Lexical.Select(passage => (passage.Key.ArticleId, passage.Score)).OrderBy(pair => pair.ArticleId));
        Assert.Equal(ranking.Lexical.Select(passage => passage.Score).OrderDescending(), ranking.Lexical.Select(passage => passage.Score));
        AssertScores(
            articles.Select(article => (article.Id, (double)System.Numerics.Tensors.TensorPrimitives.Dot(SomePassage.VectorOf(article.Text).Span, SomePassage.VectorOf("comet harvest absent").Span))),
            ranking.Dense.Select(passage => (passage.Key.ArticleId, passage.Score)).OrderBy(pair => pair.ArticleId));
    }

    [Fact]
    public async Task Lists_are_as_long_as_asked_and_ties_come_by_id()
    {
        foreach (var i in Enumerable.Range(0, 12).Reverse())
        {
            await SaveAsync(Some.Article(id: $"{i:D2}", text: "The comet passed."));
        }

        var ranking = await RankAsync("comet", limit: 5);
        Assert.Equal(5, ranking.Dense.Length);
        Assert.Equal(5, ranking.Lexical.Length);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"{i:D2}"), (await RankAsync("comet", limit: 12)).Lexical.Select(passage => passage.Key.ArticleId));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filter_admits_what_it_says_to_rankings_listings_and_counts(string filter, string[] expected)
    {
        foreach (var article in Filtered)
        {
            await SaveAsync(article);
        }

        var (asker, articles) = Parse(filter);
        var ranking = await RankAsync("dam", asker, articles);
        Assert.Equal(expected, ranking.Dense.Select(passage => passage.Key.ArticleId).Order(StringComparer.Ordinal));
        Assert.Equal(expected, ranking.Lexical.Select(passage => passage.Key.ArticleId).Order(StringComparer.Ordinal));

        // A listing is an admin's: it knows no asker.
        var listed = Filtered.Where(articles.Admits).Select(article => article.Id).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(listed, await ListedAsync(articles));
        Assert.Equal(listed.Length, await Store.Articles.CountAsync(articles, Cancellation));
        Assert.Equal(expected, Filtered.Where(article => articles.Admits(article) && article.MayBeReadBy(asker)).Select(article => article.Id).Order(StringComparer.Ordinal));
    }

    /// <summary>Where the day shown is not UTC's.</summary>
    [Theory]
    [InlineData("2026-11-26T02:00:00+10:00")]
    [InlineData("2026-11-26T22:00:00-08:00")]
    [InlineData("2026-11-26T12:00:00+00:00")]
    [InlineData("2026-11-26")]
    public async Task Day_of_publication_is_the_one_that_is_shown(string published)
    {
        Assert.True(PublicationDate.TryParse(published, out var date));
        await SaveAsync(Some.Article(id: "far", text: "The dam.") with { Published = date });
        foreach (var (since, until, isIn) in new[] { (25, 25, false), (26, 26, true), (27, 27, false), (25, 26, true), (26, 27, true) })
        {
            var filter = new ArticleFilter { Since = new(2026, 11, since), Until = new(2026, 11, until) };
            Assert.Equal(isIn ? 1 : 0, (await RankAsync("dam", filter: filter)).Dense.Length);
            Assert.Equal(isIn ? ["far"] : [], await ListedAsync(filter));
            Assert.Equal(isIn ? 1 : 0, await Store.Articles.CountAsync(filter, Cancellation));
        }
    }

    [Fact]
    public async Task Names_are_those_of_the_articles_that_the_asker_may_read()
    {
        Assert.Empty((await Store.Get<IPassageIndex>().NamesAsync(Asker.Unknown, Cancellation)).Sources);
        foreach (var article in Filtered)
        {
            await SaveAsync(article);
        }

        await SaveAsync(Some.Article(id: "secret") with { Source = "Cabinet", Author = "Q", Labels = ["merger"], Groups = ["board"] });
        await SaveAsync(Some.Article(id: "gone") with { Source = "Gazette" });
        await Store.Articles.RemoveAsync("gone", Cancellation);

        var open = await Store.Get<IPassageIndex>().NamesAsync(Asker.Unknown, Cancellation);
        Assert.Equal(["Echo", "The Valley Post"], open.Sources);
        Assert.Equal(["Ann Reed", "Bo Lind"], open.Authors);
        Assert.Equal(["north", "water"], open.Labels);
        var board = await Store.Get<IPassageIndex>().NamesAsync(new(["board"]), Cancellation);
        Assert.Equal(["Cabinet", "Echo", "The Valley Post"], board.Sources);
        Assert.Contains("Q", board.Authors);
        Assert.Contains("merger", board.Labels);
    }

    [Fact]
    public async Task What_the_asker_may_not_read_changes_no_score_and_no_weight()
    {
        foreach (var article in Filtered.Where(article => article.Groups.IsEmpty))
        {
            await SaveAsync(article);
        }

        var before = await RankAsync("dam two merger");
        await SaveAsync(Some.Article(id: "secret", text: "The merger of dam two and dam two. Merger!", title: "Merger") with { Groups = ["board"] });
        var after = await RankAsync("dam two merger");

        AssertScores(Named(before.TermWeights), Named(after.TermWeights));
        AssertScores(before.Lexical.Select(passage => (passage.Key.ArticleId, passage.Score)), after.Lexical.Select(passage => (passage.Key.ArticleId, passage.Score)));
        AssertScores(before.Dense.Select(passage => (passage.Key.ArticleId, passage.Score)), after.Dense.Select(passage => (passage.Key.ArticleId, passage.Score)));
        Assert.Contains((await RankAsync("dam two merger", new Asker(["board"]))).Lexical, passage => passage.Key.ArticleId == "secret");
    }

    [Fact]
    public async Task Passages_are_read_back_in_the_order_asked_and_those_that_are_gone_are_null()
    {
        var article = Some.Article();
        TextSpan[] spans = [new(0, 23), new(24, 49)];
        await Store.Articles.SaveAsync(article, [.. spans.Select(span => SomePassage.Of(article, span))], takeOver: true, Cancellation);
        await SaveAsync(Some.Article(id: "gone"));
        await Store.Articles.RemoveAsync("gone", Cancellation);

        PassageKey[] keys = [new("article", 1, 1), new("gone", 1, 0), new("article", 1, 0), new("article", 2, 0), new("article", 1, 9), new("never", 1, 0)];
        var read = await Store.Get<IPassageIndex>().ReadAsync(keys, Cancellation);

        Assert.Equal([spans[1], null, spans[0], null, null, null], read.Select(passage => passage?.Passage.Span));
        Assert.Equal([spans[1]], read[0]!.Passage.Sentences);
        Assert.All(read[0]!.Vectors[0].ToArray().Zip(SomePassage.VectorOf(article.Cut(spans[1])).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 0.001f));
        Assert.Empty(await Store.Get<IPassageIndex>().ReadAsync([], Cancellation));
    }

    [Fact]
    public async Task Passage_of_stop_words_alone_is_found_by_its_vector()
    {
        await SaveAsync(Some.Article(text: "To be, or not to be.", title: "-"));
        var ranking = await RankAsync("the");
        Assert.Single(ranking.Dense);
        Assert.Empty(ranking.Lexical);
        Assert.Empty(ranking.TermWeights);
    }

    [Fact]
    public async Task Question_is_answered_from_what_the_filter_admits()
    {
        await Store.SaveAsync(
            Some.Article(id: "old", text: "The comet passed in March and was bright.") with { Published = Day(2018, 3, 1) },
            Some.Article(id: "new", text: "The comet passed in April and was bright.") with { Published = Day(2020, 4, 1) });

        var answer = await Store.Get<BriefingBot.Answering.QuestionAnswerer>().AnswerAsync(
            new("When did the comet pass?", Asker.Unknown) { Filter = new() { Since = new(2019, 1, 1) }, NeverRefuse = true }, Cancellation);

        Assert.Equal("new", Assert.Single(answer.Quotes).Article.Id);
    }

    private static PublicationDate Day(int year, int month, int day) => new(new(year, month, day, 0, 0, 0, TimeSpan.Zero), HasTime: false);

    private static IEnumerable<(string, double)> Named(IEnumerable<KeyValuePair<string, double>> weights) => weights.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value));

    private static (Asker Asker, ArticleFilter Filter) Parse(string filter)
    {
        var parts = filter.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' ', 2)).ToLookup(part => part[0], part => part[1]);
        return (
            new([.. parts["group"]]),
            new()
            {
                Ids = [.. parts["id"]],
                Sources = [.. parts["source"]],
                Authors = [.. parts["author"]],
                Labels = [.. parts["label"]],
                Since = parts["since"].Select(day => (DateOnly?)DateOnly.Parse(day)).SingleOrDefault(),
                Until = parts["until"].Select(day => (DateOnly?)DateOnly.Parse(day)).SingleOrDefault(),
            });
    }

    // A server computes with single precision.
    private static void AssertScores(IEnumerable<(string Name, double Score)> expected, IEnumerable<(string Name, double Score)> actual)
    {
        var (one, other) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(one.Select(pair => pair.Name), other.Select(pair => pair.Name));
        Assert.All(one.Zip(other), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 1e-4));
    }
}
