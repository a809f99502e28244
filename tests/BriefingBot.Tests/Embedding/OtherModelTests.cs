using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.ScriptedModel;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Embedding;

/// <summary>An index made with one model, and a program with another, in both stores.</summary>
public sealed class OtherModelTests
{
    private const string Question = "When did the dam break?";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_model_is_told_with_both_names_and_the_remedy_until_a_reindex(bool qdrant)
    {
        await using var server = await ScriptedServer.StartAsync();
        await using var stores = qdrant ? await QdrantServer.StartAsync() : null;
        server.Embeddings.Models.Add("larger");
        await using var first = On(stores, []);
        await first.SaveAsync(Some.Article());
        await using var other = first.Again(Embedder(server, stores, "larger"));

        var fault = await Assert.ThrowsAnyAsync<ArticleStoreException>(() => other.AskAsync(Question));
        Assert.Contains("was made with the embedding model 'snowflake-arctic-embed-xs@", fault.Message);
        Assert.Contains("this program uses 'openai/larger'. Run 'briefing reindex'", fault.Message);
        Assert.Contains("was made with", (await Assert.ThrowsAnyAsync<ArticleStoreException>(() => other.SaveAsync(Some.Article("A bell rang.", "bell")))).Message);

        // The first goes on until the index is the other's.
        Assert.StartsWith("The dam broke at night.", (await first.AskAsync(Question, neverRefuse: true)).Quotes[0].Text);
        await ReindexAsync(other);
        Assert.StartsWith("The dam broke at night.", (await other.AskAsync(Question, neverRefuse: true)).Quotes[0].Text);
        Assert.Contains("was made with the embedding model 'openai/larger'", (await Assert.ThrowsAnyAsync<ArticleStoreException>(() => first.AskAsync(Question))).Message);

        await ReindexAsync(first);
        Assert.StartsWith("The dam broke at night.", (await first.AskAsync(Question, neverRefuse: true)).Quotes[0].Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_name_with_other_dimensions_is_told_until_a_reindex(bool qdrant)
    {
        await using var server = await ScriptedServer.StartAsync();
        await using var stores = qdrant ? await QdrantServer.StartAsync() : null;
        await using (var before = On(stores, EmbeddingModels.SettingsOf(server)))
        {
            await before.SaveAsync(Some.Article());
            server.Embeddings.Dimensions = 32;
            await using var after = before.Again();

            foreach (var attempt in new Func<Task>[] { () => after.AskAsync(Question), () => after.SaveAsync(Some.Article("A bell rang.", "bell")) })
            {
                var fault = await Assert.ThrowsAnyAsync<ArticleStoreException>(attempt);
                Assert.Contains("has vectors of 64 dimensions, and the embedding model gives vectors of 32", fault.Message);
                Assert.Contains("Run 'briefing reindex'", fault.Message);
            }

            await ReindexAsync(after);
            Assert.StartsWith("The dam broke at night.", (await after.AskAsync(Question, neverRefuse: true)).Quotes[0].Text);
            await after.SaveAsync(Some.Article("A bell rang.", "bell"));
        }
    }

    [Fact]
    public async Task Listing_and_opening_articles_asks_no_provider()
    {
        await using var server = await ScriptedServer.StartAsync();
        await using var briefing = Briefing.On(EmbeddingModels.SettingsOf(server));
        await briefing.SaveAsync(Some.Article());
        server.Embeddings.Requests.Clear();
        await using var again = briefing.Again();

        Assert.Single(await again.Articles.ListAsync(ArticleFilter.All, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(await again.Articles.FindAsync("article", version: null, TestContext.Current.CancellationToken));
        Assert.Empty(server.Embeddings.Requests);
    }

    private static Briefing On(QdrantServer? stores, Dictionary<string, string?> settings) =>
        Briefing.On(new Dictionary<string, string?>([.. settings, .. stores is null ? [] : QdrantStore.Settings(stores)]));

    private static Dictionary<string, string?> Embedder(ScriptedServer server, QdrantServer? stores, string model) =>
        new([.. EmbeddingModels.SettingsOf(server, ("Embedding:Model", model)), .. stores is null ? [] : QdrantStore.Settings(stores)]);

    private static Task ReindexAsync(Briefing briefing) => briefing.Get<ArticleReindexer>().ReindexAsync((_, _) => { }, TestContext.Current.CancellationToken);
}
