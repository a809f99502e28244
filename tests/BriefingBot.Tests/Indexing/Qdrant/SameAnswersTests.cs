using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.AI;

namespace BriefingBot.Tests.Indexing;

/// <summary>Real questions to both stores, which hold the same passages.</summary>
public sealed class SameAnswersTests(ITestOutputHelper output)
{
    private const int Top = 10;

    // Embedding all 780 passages takes most of the test's time, and half of them compete as well.
    private const int Every = 2;

    [Fact]
    public async Task Top_ten_of_the_two_stores_are_the_same_but_for_one_in_twenty_at_most()
    {
        var (articles, questions) = (SharedData.Find("qa/clapnq/articles.jsonl"), SharedData.Find("qa/clapnq/questions.jsonl"));
        Assert.SkipWhen(articles is null || questions is null, "The articles and questions of clapnq are not beside the repository.");
        var cancellation = TestContext.Current.CancellationToken;
        await using var server = await QdrantServer.StartAsync();
        await using var embedded = Briefing.OnNewStore();
        await using var qdrant = QdrantStore.On(server);
        foreach (var batch in File.ReadLines(articles!).Where((_, i) => i % Every == 0).Select(ReadArticle).Chunk(32))
        {
            // Embedded once for both.
            foreach (var (article, passages) in batch.Zip(await embedded.Get<PassageEmbedder>().EmbedAsync(batch, cancellation)))
            {
                await embedded.Articles.SaveAsync(article, passages, takeOver: true, cancellation);
                await qdrant.Articles.SaveAsync(article, passages, takeOver: true, cancellation);
            }
        }

        var (shared, asked, first) = (0.0, 0, 0);
        foreach (var question in File.ReadLines(questions!).Where((_, i) => i % Every == 0).Select(line => (string)JsonNode.Parse(line)!["question"]!))
        {
            var vector = (await Briefing.Embedder.GenerateVectorAsync(Briefing.Embedder.Model.QueryPrefix + question, cancellationToken: cancellation));
            var query = new PassageQuery(vector, [.. EnglishTerms.Of(question).Distinct()], Asker.Unknown, ArticleFilter.All, 100);
            PassageKey[] one = await TopAsync(embedded, query), other = await TopAsync(qdrant, query);
            shared += one.Intersect(other).Count() / (double)one.Length;
            first += one[0] == other[0] ? 1 : 0;
            asked++;
        }

        output.WriteLine($"{asked} questions: the top {Top} overlap by {shared / asked:F4}, the first is the same in {first}");
        Assert.InRange(shared / asked, 0.95, 1);
    }

    private static async Task<PassageKey[]> TopAsync(Briefing store, PassageQuery query) =>
        [.. Fusion.Fuse(await store.Get<IPassageIndex>().RankAsync(query, TestContext.Current.CancellationToken)).Take(Top).Select(passage => passage.Key)];

    private static Article ReadArticle(string line)
    {
        var json = JsonNode.Parse(line)!;
        return new() { Id = (string)json["id"]!, Title = CanonicalText.OneLine((string)json["title"]!), Text = CanonicalText.From((string)json["text"]!) };
    }
}
