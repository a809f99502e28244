using System.Diagnostics;
using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Support;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.EndToEnd.SharedStore;

/// <summary>A load of real articles that is killed again and again: whatever the moment, each article is whole.</summary>
public sealed class KilledIngestOnQdrantTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 20;
    private const int Head = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Workspace _own = new();

    [Fact]
    public async Task Every_article_is_whole_after_each_of_20_kills_and_repair_leaves_nothing_behind()
    {
        var wikinews = SharedData.Find("wikinews/articles.jsonl");
        Assert.SkipWhen(wikinews is null, "The articles of wikinews are not beside the repository.");
        var lines = await File.ReadAllLinesAsync(wikinews!, TestContext.Current.CancellationToken);
        await using var server = await QdrantServer.StartAsync();
        await using var store = QdrantStore.On(server);
        var random = new Random(20);
        var (killed, checkedArticles) = (0, 0);
        for (var round = 0; killed < Kills; round++)
        {
            Assert.True(round < 3 * Kills, $"Only {killed} of {round} loads were killed before their end.");

            // First one load that goes on after each kill and adds articles, then another that replaces them.
            killed += await KillAsync(server, Write(lines, killed < Kills / 2 ? 0 : 1), random.Next(1, 20), TimeSpan.FromMilliseconds(random.Next(60))) ? 1 : 0;
            var known = await store.Articles.UsedIdsAsync(1_000, TestContext.Current.CancellationToken);
            foreach (var id in known)
            {
                checkedArticles += await QdrantStore.AssertWholeAsync(store, server, id) is null ? 0 : 1;
            }
        }

        var leftovers = QdrantStore.Leftovers(server);
        var mended = await store.Articles.RepairAsync(store.Get<PassageEmbedder>().EmbedAsync, (_, _) => { }, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, QdrantStore.Leftovers(server));

        // Whatever was broken off is finished by the next load.
        (await BriefingAsync(server, "ingest", Write(lines, 1))).Ended(0);
        var stored = await store.Articles.ListAsync(BriefingBot.Articles.ArticleFilter.All, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(lines.Length, stored.Count);
        foreach (var article in stored)
        {
            Assert.Contains("Round 1.", (await QdrantStore.AssertWholeAsync(store, server, article.Article.Id))!.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await store.Articles.RepairAsync(store.Get<PassageEmbedder>().EmbedAsync, (_, _) => { }, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        output.WriteLine($"{killed} kills, {checkedArticles:N0} articles found whole after them, {leftovers} points left behind; repair mended {mended.Count} articles:");
        mended.ForEach(each => output.WriteLine($"{each.ArticleId}: {each.What}"));
    }

    public void Dispose() => _own.Dispose();

    /// <summary>The heads of the articles, which are quickly embedded, with a sentence that differs from round to round.</summary>
    private string Write(string[] lines, int round) => _own.Write("wikinews.jsonl", string.Join('\n', lines.Select(line =>
    {
        var article = JsonNode.Parse(line)!.AsObject();
        var text = (string)article["text"]!;
        article["text"] = $"{text[..Math.Min(text.Length, Head)]}\n\nRound {round}.";
        return article.ToJsonString();
    })));

    private async Task<bool> KillAsync(QdrantServer server, string file, int lines, TimeSpan delay)
    {
        using var process = _own.Start("briefing", Environment(server), "ingest", file);
        using var patience = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        for (var read = 0; read < lines && await process.StandardOutput.ReadLineAsync(patience.Token) is { } line;)
        {
            // What is stored already is passed over quickly; a kill is to meet a save.
            read += line.StartsWith("unchanged", StringComparison.Ordinal) ? 0 : 1;
        }

        var since = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(since) >= delay);
        process.Kill();
        await process.WaitForExitAsync(patience.Token);
        await errors;
        return process.ExitCode != 0;
    }

    private Task<Run> BriefingAsync(QdrantServer server, params string[] arguments) => _own.RunAsync(Environment(server), arguments);

    private static Dictionary<string, string> Environment(QdrantServer server) => new() { ["Qdrant__Endpoint"] = $"{server.Endpoint}" };
}
