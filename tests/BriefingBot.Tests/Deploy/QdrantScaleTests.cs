using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Samples;

namespace BriefingBot.Tests.Deploy;

public sealed class QdrantScaleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 2)]
    [InlineData(100, 2)]
    public void Table_of_the_deployment_page_is_what_the_formulas_give(int millions, int replication)
    {
        var row = new QdrantScale(millions * 1_000_000L, replication).Row;
        output.WriteLine(row);
        Assert.Contains(row, File.ReadAllLines(RepositoryFile.Find("deploy/README.md")));
    }

    [Fact]
    public async Task Sizes_of_a_passage_are_those_of_real_points()
    {
        await using var store = Briefing.OnNewStore();
        await store.IngestAsync(SampleArticles.Folder);
        var points = new List<(Qdrant.Client.Grpc.PointStruct Point, Article Article, TextSpan Span)>();
        await foreach (var listed in store.Articles.ListAsync(ArticleFilter.All, TestContext.Current.CancellationToken))
        {
            var article = (await store.Articles.FindAsync(listed.Article.Id, version: null, TestContext.Current.CancellationToken))!;
            var passages = (await store.Get<PassageEmbedder>().EmbedAsync([article], TestContext.Current.CancellationToken))[0];
            points.AddRange(passages.Select((passage, ordinal) => (PassagePoints.ToPoint(article, PointIds.NewWrite(), passages, ordinal), article, passage.Passage.Span)));
        }

        Assert.InRange(points.Count, 50, int.MaxValue);
        AssertNear(QdrantScale.Dimensions, points.Average(point => point.Point.Vectors.Vectors_.Vectors["dense"].Dense.Data.Count));
        AssertNear(QdrantScale.Terms, points.Average(point => point.Point.Vectors.Vectors_.Vectors["bm25"].Sparse.Indices.Count));
        AssertNear(QdrantScale.PayloadBytes, points.Average(point => point.Point.Payload.Sum(field => field.Key.Length + field.Value.CalculateSize())));
        AssertNear(QdrantScale.IndexedBytes, points.Average(point => point.Point.Payload.Where(field => PassagePoints.Indexed.Any(index => index.Field == field.Key)).Sum(field => field.Key.Length + field.Value.CalculateSize())));
        AssertNear(QdrantScale.TextBytes, points.Average(point => System.Text.Encoding.UTF8.GetByteCount(point.Article.Cut(point.Span))));
    }

    private void AssertNear(int assumed, double measured)
    {
        output.WriteLine($"{assumed} assumed, {measured:F0} measured");
        Assert.InRange(measured, assumed * 0.8, assumed * 1.2);
    }
}
