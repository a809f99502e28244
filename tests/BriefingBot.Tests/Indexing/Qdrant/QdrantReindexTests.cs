using BriefingBot.Articles;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Indexing;

public sealed class QdrantReindexTests(ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_question_is_answered_from_whole_articles_while_the_index_is_made_anew_and_written_to()
    {
        await using var server = await QdrantServer.StartAsync();
        await using var store = QdrantStore.On(server);
        await using var writer = QdrantStore.On(server);
        await store.SaveAsync([.. Enumerable.Range(0, 200).Select(i => Comet(i, 1900))]);
        var before = server.Collections;

        var (asked, during) = (0, 0);
        var reindexing = Task.Run(() => store.Get<ArticleReindexer>().ReindexAsync((_, _) => { }, Cancellation), Cancellation);
        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; !reindexing.IsCompleted; i++)
                {
                    await writer.SaveAsync(Comet(i % 20, 2000 + i));
                }
            },
            Cancellation);
        while (asked < 200 || !reindexing.IsCompleted)
        {
            var comet = 20 + (asked % 180);
            var quotes = (await store.AskAsync($"When did comet number {comet} pass?", neverRefuse: true)).Quotes;
            Assert.Contains(quotes, quote => quote.Text.StartsWith($"The comet number {comet} passed in the year 1900.", StringComparison.Ordinal));
            Assert.All(quotes, quote => Assert.Matches(@"^The comet number (\d+) passed in the year (\d+)\. It was seen \1 times in \2\.$", quote.Article.Text));
            during += reindexing.IsCompleted ? 0 : 1;
            asked++;
        }

        await reindexing;
        await writing;
        output.WriteLine($"{asked} questions, {during} of them while the index was made");
        Assert.InRange(during, 1, int.MaxValue);
        Assert.Equal([before[0], before[1].Replace("__1", "__2", StringComparison.Ordinal)], server.Collections);
        Assert.Equal(200, QdrantStore.Passages(server).Count);
        for (var i = 0; i < 200; i++)
        {
            Assert.NotNull(await QdrantStore.AssertWholeAsync(store, server, $"{i}"));
        }
    }

    [Fact]
    public async Task Collections_are_made_as_the_options_say_and_carry_the_model_in_their_names()
    {
        await using var server = await QdrantServer.StartAsync();
        var settings = QdrantStore.Settings(server);
        (settings["Qdrant:Shards"], settings["Qdrant:ReplicationFactor"], settings["Qdrant:WriteConsistencyFactor"], settings["Qdrant:OnDisk"], settings["Qdrant:Collections"]) =
            ("6", "3", "2", "true", "news-desk");
        await using var store = Briefing.On(settings);
        await store.SaveAsync(Some.Article());

        Assert.Equal(
            ["news-desk_articles_1", $"news-desk_passages_1__{Briefing.Embedder.Model.Fingerprint.Replace('/', '~')}__lucene-4.8-english__sentences-1~passages-1__1"], server.Collections);
        var passages = server.Collection("news-desk_passages");
        Assert.Equal((6u, 3u, 2u), (passages.Config.ShardNumber, passages.Config.ReplicationFactor, passages.Config.WriteConsistencyFactor));
        var dense = passages.Config.VectorsConfig.ParamsMap.Map["dense"];
        Assert.Equal((384ul, Qdrant.Client.Grpc.Distance.Cosine, Qdrant.Client.Grpc.Memory.Cold), (dense.Size, dense.Distance, dense.Memory));
        Assert.Equal(Qdrant.Client.Grpc.QuantizationType.Int8, dense.QuantizationConfig.Scalar.Type);
        Assert.Equal(Qdrant.Client.Grpc.Memory.Pinned, dense.QuantizationConfig.Scalar.Memory);
        Assert.Equal(Qdrant.Client.Grpc.Modifier.Idf, passages.Config.SparseVectorsConfig.Map["bm25"].Modifier);
        Assert.Equal(["article_id", "author", "groups", "labels", "ordinal", "published", "source", "write"], passages.Indexes.Keys.Order());
        var point = Assert.Single(passages.Points);
        Assert.Equal(
            ["article_id", "author", "count", "end", "groups", "labels", "ordinal", "published", "sentence_vectors", "sentences", "source", "start", "text", "title", "version", "write"],
            point.Payload.Keys.Order());
        Assert.Null(server.Collection("news-desk_articles_1").Config.VectorsConfig);
    }

    private static Article Comet(int i, int year) => Some.Article(id: $"{i}", title: $"Comet {i}", text: $"The comet number {i} passed in the year {year}. It was seen {i} times in {year}.");
}
