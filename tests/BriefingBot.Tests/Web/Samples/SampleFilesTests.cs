using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Web.Samples;

namespace BriefingBot.Tests.Web;

/// <summary>The samples hold what real news holds.</summary>
public sealed class SampleFilesTests(LoadedSamples samples) : IClassFixture<LoadedSamples>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task There_are_ten_each_with_the_id_of_its_file_and_all_that_a_source_line_shows()
    {
        var articles = await ReadAsync();

        Assert.Equal(10, articles.Length);
        Assert.All(articles, article =>
        {
            Assert.Equal(SampleArticles.IdOf(article.InputPath!), article.Id);
            Assert.False(string.IsNullOrWhiteSpace(article.Author));
            Assert.False(string.IsNullOrWhiteSpace(article.Source));
            Assert.NotNull(article.Published);
            Assert.Equal([SampleArticles.Label], article.Labels);
            Assert.Empty(article.Groups);
            Assert.Null(article.Url);
        });
        Assert.InRange(articles.Select(article => article.Source).Distinct().Count(), 2, 5);
        Assert.Equal(10, articles.Select(article => article.Title).Distinct().Count());
    }

    [Fact]
    public async Task Each_has_300_to_900_words_and_one_is_a_long_feature()
    {
        var words = (await ReadAsync()).Select(article => WordsOf(article).Length).ToArray();

        Assert.All(words, count => Assert.InRange(count, 300, 900));
        Assert.InRange(words.Max(), 800, 900);
    }

    [Fact]
    public async Task Two_are_near_identical_copies_of_one_report_and_no_others_share_their_words()
    {
        var articles = await ReadAsync();
        var shared =
            from one in articles
            from other in articles
            where string.CompareOrdinal(one.Id, other.Id) < 0
            select (Pair: $"{one.Id} {other.Id}", Overlap: Overlap(one, other));

        var ranked = shared.OrderByDescending(pair => pair.Overlap).ToArray();

        Assert.Equal("sample/rail-strike-courier sample/rail-strike-post", ranked[0].Pair);
        Assert.InRange(ranked[0].Overlap, 0.7, 0.95);
        Assert.InRange(ranked[1].Overlap, 0, 0.05);
    }

    [Fact]
    public async Task Correction_and_disagreement_name_both_numbers_and_speech_holds_speech()
    {
        var texts = (await ReadAsync()).ToDictionary(article => article.Id, article => article.Text);

        Assert.Contains("14 million tallars", texts["sample/vessing-flood-courier"]);
        Assert.Contains("41 million tallars", texts["sample/vessing-dike-correction"]);
        Assert.Contains("About 1,900 people", texts["sample/vessing-flood-courier"]);
        Assert.Contains("Some 2,600 people", texts["sample/vessing-flood-post"]);
        Assert.Contains("Karrowby to Outer Hesk", texts["sample/ferry-fares"].Split('\n').Single(line => line.Contains("35.00")));
        Assert.InRange(texts.Values.Count(text => text.Contains('‘') && text.Contains('“')), 7, 10);
    }

    [Fact]
    public async Task Each_is_found_by_its_title()
    {
        var search = samples.Briefing.Get<PassageSearch>();
        foreach (var article in await ReadAsync())
        {
            var found = await search.SearchAsync(article.Title, Asker.Unknown, ArticleFilter.All, limit: 3, Cancellation);

            Assert.Contains(found.Passages, passage => passage.Words.Article.Id == article.Id);
        }
    }

    private async Task<Article[]> ReadAsync()
    {
        var articles = new List<Article>();
        await foreach (var stored in samples.Briefing.Articles.ListAsync(ArticleFilter.All, Cancellation))
        {
            articles.Add((await samples.Briefing.Articles.FindAsync(stored.Article.Id, version: null, Cancellation))!);
        }

        return [.. articles];
    }

    private static string[] WordsOf(Article article) => article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The share of runs of five words that two have in common.</summary>
    private static double Overlap(Article one, Article other)
    {
        var (ofOne, ofOther) = (Runs(one), Runs(other));
        return (double)ofOne.Intersect(ofOther).Count() / ofOne.Union(ofOther).Count();
    }

    private static HashSet<string> Runs(Article article)
    {
        var words = WordsOf(article);
        return [.. Enumerable.Range(0, words.Length - 4).Select(i => string.Join(' ', words[i..(i + 5)]))];
    }
}
