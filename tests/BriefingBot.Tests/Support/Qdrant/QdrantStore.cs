using BriefingBot.Articles;

namespace BriefingBot.Tests.Support;

/// <summary>The library on a Qdrant server, and a look at what is stored there past the library.</summary>
internal static class QdrantStore
{
    public static Dictionary<string, string?> Settings(QdrantServer server, string? apiKey = null) =>
        new() { ["Qdrant:Endpoint"] = $"{server.Endpoint}", ["Qdrant:ApiKey"] = apiKey };

    public static Briefing On(QdrantServer server) => Briefing.On(Settings(server));

    /// <summary>
    /// Fails unless the article's current text is whole, and each of its passages is there once, with its words. Gives the article; null of one that
    /// is not there.
    /// </summary>
    public static async Task<Article?> AssertWholeAsync(Briefing store, QdrantServer server, string id)
    {
        // Reading compares the text with its hash.
        var article = await store.Articles.FindAsync(id, version: null, TestContext.Current.CancellationToken);
        if (article is null)
        {
            return null;
        }

        var record = Records(server).Single(point => point.Payload["article_id"].StringValue == id);
        var current = Passages(server).Where(point => point.Payload["write"].StringValue == record.Payload["write"].StringValue).ToArray();
        Assert.NotEmpty(current);
        Assert.Equal(Enumerable.Range(0, (int)current[0].Payload["count"].IntegerValue), current.Select(point => (int)point.Payload["ordinal"].IntegerValue).Order());
        Assert.All(current, point =>
        {
            Assert.Equal((id, article.Version, article.Title), (point.Payload["article_id"].StringValue, (int)point.Payload["version"].IntegerValue, point.Payload["title"].StringValue));
            Assert.Equal(article.Text[(int)point.Payload["start"].IntegerValue..(int)point.Payload["end"].IntegerValue], point.Payload["text"].StringValue);
        });
        return article;
    }

    /// <summary>How many points belong to no article as it is now.</summary>
    public static int Leftovers(QdrantServer server)
    {
        var current = Records(server).Select(record => record.Payload.TryGetValue("write", out var write) ? write.StringValue : "").ToHashSet(StringComparer.Ordinal);
        return Passages(server).Count(point => !current.Contains(point.Payload["write"].StringValue));
    }

    public static IReadOnlyList<QdrantPoint> Passages(QdrantServer server) => server.Collection("briefing_passages").Points;

    private static IEnumerable<QdrantPoint> Records(QdrantServer server) =>
        server.Collection("briefing_articles_1").Points.Where(point => point.Payload["kind"].StringValue == "article");
}
