using System.Diagnostics;
using BriefingBot.Answering;
using BriefingBot.Indexing;
using BriefingBot.Tests.Support;
using Grpc.Core;

namespace BriefingBot.Tests.Indexing;

/// <summary>A server that fails: now and then, for a while, in the middle, or after the work was done.</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private const int Questions = 200;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Questions_are_answered_right_while_one_call_in_five_fails_and_each_takes_50_ms()
    {
        await using var server = await QdrantServer.StartAsync();
        await using var store = QdrantStore.On(server);
        await store.SaveAsync([.. Enumerable.Range(0, 50).Select(i => Some.Article(id: $"{i}", title: $"Comet {i}", text: $"The comet number {i} passed in March {1900 + i}. It was bright."))]);
        var expected = new List<string>();
        for (var i = 0; i < 50; i++)
        {
            expected.Add(Words(await AskAsync(store, i)));
        }

        server.FailAtRandom(every: 5, TimeSpan.FromMilliseconds(50));
        var times = new TimeSpan[Questions];
        var calls = server.Calls.Count;
        await Parallel.ForEachAsync(Enumerable.Range(0, Questions), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancellation }, async (question, _) =>
        {
            var started = Stopwatch.GetTimestamp();
            var answer = await AskAsync(store, question % 50);
            times[question] = Stopwatch.GetElapsedTime(started);
            Assert.Equal(expected[question % 50], Words(answer));
        });

        Array.Sort(times);
        output.WriteLine($"{Questions} questions, {server.Calls.Count - calls:N0} calls: median {times[Questions / 2].TotalMilliseconds:N0} ms, p95 {times[Questions * 95 / 100].TotalMilliseconds:N0} ms, longest {times[^1].TotalMilliseconds:N0} ms");
        Assert.InRange(times[Questions * 95 / 100].TotalSeconds, 0.2, 5);
    }

    [Fact]
    public async Task Server_that_is_gone_is_told_within_5_s_not_hammered_and_found_again_within_10_s()
    {
        await using var server = await QdrantServer.StartAsync();
        await using var store = QdrantStore.On(server);
        await store.SaveAsync(Some.Article(text: "The comet passed in March and was bright."));
        Assert.NotEmpty((await store.AskAsync("When did the comet pass?")).Quotes);

        await server.PauseAsync();
        var gone = Stopwatch.StartNew();
        var longest = TimeSpan.Zero;
        while (gone.Elapsed < TimeSpan.FromSeconds(12))
        {
            var started = Stopwatch.GetTimestamp();
            var fault = await Assert.ThrowsAnyAsync<Exception>(() => store.AskAsync("When did the comet pass?"));
            longest = new[] { longest, Stopwatch.GetElapsedTime(started) }.Max();
            Assert.Contains("cannot be reached", Assert.IsType<UnreachableStoreException>(fault).Message, StringComparison.Ordinal);
            await Task.Delay(100, Cancellation);
        }

        await server.ResumeAsync();
        var back = Stopwatch.StartNew();
        while (!await IsAnsweredAsync(store))
        {
            Assert.InRange(back.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
            await Task.Delay(100, Cancellation);
        }

        output.WriteLine($"Told within {longest.TotalSeconds:F1} s; answered again {back.Elapsed.TotalSeconds:F1} s after the return");
        Assert.InRange(longest, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Server_that_does_not_answer_is_told_within_5_s()
    {
        await using var server = await QdrantServer.StartAsync();
        await using var store = QdrantStore.On(server);
        await store.SaveAsync(Some.Article());
        server.Faults = (_, _) => new(TimeSpan.FromMinutes(1), null);

        var started = Stopwatch.GetTimestamp();
        await Assert.ThrowsAsync<UnreachableStoreException>(() => store.Articles.FindAsync("article", version: null, Cancellation));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Dead_server_is_not_hammered()
    {
        await using var server = await QdrantServer.StartAsync();
        await using var store = QdrantStore.On(server);
        server.Faults = (_, _) => new(TimeSpan.Zero, StatusCode.Unavailable);
        for (var i = 0; i < 200; i++)
        {
            await Assert.ThrowsAsync<UnreachableStoreException>(() => store.Articles.FindAsync("article", version: null, Cancellation));
        }

        Assert.InRange(server.Calls.Count, 1, 60);
    }

    [Fact]
    public async Task Bad_request_is_not_made_again()
    {
        await using var server = await QdrantServer.StartAsync();
        await using var store = QdrantStore.On(server);
        server.Faults = (_, _) => new(TimeSpan.Zero, StatusCode.InvalidArgument);
        var fault = await Assert.ThrowsAsync<ArticleStoreException>(() => store.Articles.FindAsync("article", version: null, Cancellation));
        Assert.Contains("refused a call (InvalidArgument)", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData(StatusCode.Unavailable)]
    [InlineData(StatusCode.ResourceExhausted)]
    [InlineData(StatusCode.Aborted)]
    public async Task Call_that_fails_for_now_is_made_again(StatusCode status)
    {
        await using var server = await QdrantServer.StartAsync();
        await using var store = QdrantStore.On(server);
        server.Faults = (_, call) => call <= 3 ? new(TimeSpan.Zero, status) : null;
        Assert.Null(await store.Articles.FindAsync("article", version: null, Cancellation));
        Assert.Equal(4, server.Calls.Count);
    }

    [Fact]
    public async Task Wrong_key_is_told_without_the_key()
    {
        await using var server = await QdrantServer.StartAsync(apiKey: "right-key");
        await using (var store = Briefing.On(QdrantStore.Settings(server, "wrong-secret")))
        {
            var fault = await Assert.ThrowsAsync<ArticleStoreException>(() => store.AskAsync("When did the dam break?"));
            Assert.Contains("refuses the API key. Set Qdrant:ApiKey", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("wrong-secret", fault.ToString(), StringComparison.Ordinal);
        }

        await using var right = Briefing.On(QdrantStore.Settings(server, "right-key"));
        await right.SaveAsync(Some.Article());
        Assert.NotEmpty((await right.AskAsync("When did the dam break?", neverRefuse: true)).Quotes);
    }

    [Fact]
    public async Task Lost_replies_and_half_written_points_leave_every_article_whole()
    {
        await using var server = await QdrantServer.StartAsync();
        await using var one = QdrantStore.On(server);
        await using var two = QdrantStore.On(server);
        await SaveAsync(one, 0, 0);
        var random = new Random(7);
        server.Faults = (_, _) =>
        {
            lock (random)
            {
                return random.Next(4) == 0 ? new(TimeSpan.Zero, StatusCode.Unavailable, (QdrantWorkDone)random.Next(3)) : null;
            }
        };
        await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(
            async () =>
            {
                for (var round = 1; round <= 40; round++)
                {
                    await SaveAsync(writer == 0 ? one : two, round % 4, (round * 2) + writer);
                    if (round % 7 == 0)
                    {
                        await one.Articles.RemoveAsync($"{round % 4}", Cancellation);
                    }
                }
            },
            Cancellation)));

        server.Faults = (_, _) => null;
        for (var article = 0; article < 4; article++)
        {
            await SaveAsync(one, article, 1_000);
            Assert.Equal(Text(article, 1_000), (await QdrantStore.AssertWholeAsync(two, server, $"{article}"))?.Text);
        }

        await one.Articles.RepairAsync(one.Get<BriefingBot.Ingestion.PassageEmbedder>().EmbedAsync, (_, _) => { }, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(0, QdrantStore.Leftovers(server));
        for (var article = 0; article < 4; article++)
        {
            Assert.Equal(Text(article, 1_000), (await QdrantStore.AssertWholeAsync(two, server, $"{article}"))?.Text);
        }
    }

    private static string Text(int article, int round) => string.Join("\n\n", Enumerable.Range(0, 5).Select(i => $"In round {round} article {article} said {i}."));

    private static Task SaveAsync(Briefing store, int article, int round)
    {
        var saved = Some.Article(id: $"{article}", text: Text(article, round));
        var passages = saved.Text.Split("\n\n").Select(paragraph => SomePassage.Of(saved, new(saved.Text.IndexOf(paragraph, StringComparison.Ordinal), saved.Text.IndexOf(paragraph, StringComparison.Ordinal) + paragraph.Length)));
        return store.Articles.SaveAsync(saved, [.. passages], takeOver: true, Cancellation);
    }

    private static Task<VerifiedAnswer> AskAsync(Briefing store, int comet) => store.AskAsync($"In which year did comet number {comet} pass?", neverRefuse: true);

    private static string Words(VerifiedAnswer answer) => string.Join('\n', answer.Quotes.Select(quote => $"{quote.Article.Id}: {quote.Text}"));

    private static async Task<bool> IsAnsweredAsync(Briefing store)
    {
        try
        {
            return (await store.AskAsync("When did the comet pass?")).Quotes.Length > 0;
        }
        catch (UnreachableStoreException)
        {
            return false;
        }
    }
}
