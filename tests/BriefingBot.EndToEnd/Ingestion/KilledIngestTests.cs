using System.Diagnostics;
using BriefingBot.EndToEnd.Support;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.EndToEnd.Ingestion;

public sealed class KilledIngestTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int FewestMixed = 5;
    private const int KilledOnUnix = 128 + 9;
    private const int KilledOnWindows = -1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Ingest_killed_at_any_moment_leaves_every_article_whole_in_its_old_version_or_its_new()
    {
        // To see the same moments again, put the seed that a failed run printed here; the machine's speed still has its say.
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        using var workspace = new Workspace();
        await using var library = Briefing.OnNewStore();
        var whole = Stopwatch.StartNew();
        (await workspace.JsonAsync("ingest", Generations.Write(workspace, 0))).Ended(0);
        whole.Stop();

        var generations = new int[Generations.Articles];
        var (mixed, cutShort) = (0, 0);
        var generation = 0;
        while (cutShort < Kills || mixed < FewestMixed)
        {
            // On a machine that is busy with other work a run may be over before its moment comes; then another one is killed.
            Assert.True(++generation <= 3 * Kills, $"Only {cutShort} of {generation - 1} runs were killed before their end, {mixed} among new and old articles");

            // By turns at a moment of the whole run, and soon after one of its articles: in a quick run the first seldom meets a save.
            var moment = generation % 2 == 0
                ? await KillAfterTimeAsync(workspace, generation, whole.Elapsed * (0.2 + (0.8 * random.NextDouble())))
                : await KillAfterLinesAsync(workspace, generation, random.Next(1, Generations.Articles), TimeSpan.FromMicroseconds(random.Next(3_000)));
            cutShort += moment.Killed ? 1 : 0;

            using var state = new StoredState(workspace.Database);
            Assert.Equal("ok", state.Integrity);
            Assert.Equal(0, state.PassagesOfNoCurrentVersion);
            for (var article = 0; article < Generations.Articles; article++)
            {
                generations[article] = AssertWhole(state, article, before: generations[article], generation);
            }

            var sampled = random.Next(Generations.Articles);
            await state.AssertVectorsAreOfAsync(
                library.Get<PassageEmbedder>(),
                new() { Id = Generations.Id(sampled), Title = Generations.Title(sampled), Text = Generations.Text(sampled, generations[sampled]) });

            var renewed = generations.Count(current => current == generation);
            mixed += renewed is > 0 and < Generations.Articles ? 1 : 0;
            output.WriteLine($"{generation,2}. {moment.What}: {renewed} of {Generations.Articles} articles are new");
        }

        output.WriteLine($"{cutShort} of {generation} runs were killed before their end, {mixed} among new and old articles");

        var last = generation + 1;
        (await workspace.JsonAsync("ingest", Generations.Write(workspace, last))).Ended(0);
        using var end = new StoredState(workspace.Database);
        Assert.All(Enumerable.Range(0, Generations.Articles), article => Assert.Equal(last, AssertWhole(end, article, before: -1, last)));
    }

    /// <summary>Fails unless the article is wholly of its generation before or of this one; tells which.</summary>
    private static int AssertWhole(StoredState state, int article, int before, int generation)
    {
        var (version, text) = state.Current(Generations.Id(article));
        var current = Assert.Single(Generations.In(text));
        Assert.True(current == before || current == generation, $"Article {article} is of generation {current}, not of {before} or {generation}.");
        Assert.Equal(Generations.Text(article, current), text);
        state.AssertPassagesAreOf(Generations.Id(article), Generations.Title(article), text);

        // Every text it ever had is there for audit, whole and numbered without a gap.
        var versions = state.Versions(Generations.Id(article));
        Assert.Equal(Enumerable.Range(1, version), versions.Select(stored => stored.Version));
        Assert.All(versions, stored => Assert.Equal(Generations.Text(article, Assert.Single(Generations.In(stored.Text))), stored.Text));
        return current;
    }

    private static async Task<(bool Killed, string What)> KillAfterTimeAsync(Workspace workspace, int generation, TimeSpan delay)
    {
        using var process = Start(workspace, generation);
        using var patience = new CancellationTokenSource(Patience);
        var drained = Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await Task.WhenAny(process.WaitForExitAsync(patience.Token), Task.Delay(delay, TestContext.Current.CancellationToken));
        var killed = await KillAsync(process, patience.Token);
        await drained;
        return (killed, $"after {delay.TotalMilliseconds:N0} ms");
    }

    private static async Task<(bool Killed, string What)> KillAfterLinesAsync(Workspace workspace, int generation, int lines, TimeSpan delay)
    {
        using var process = Start(workspace, generation);
        using var patience = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        for (var read = 0; read < lines && await process.StandardOutput.ReadLineAsync(patience.Token) is not null; read++)
        {
        }

        var since = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(since) >= delay);
        var killed = await KillAsync(process, patience.Token);
        await process.StandardOutput.ReadToEndAsync(patience.Token);
        await errors;
        return (killed, $"{delay.TotalMilliseconds:N2} ms after line {lines}");
    }

    private static Process Start(Workspace workspace, int generation) =>
        workspace.Start("briefing", new Dictionary<string, string>(), "ingest", "--json", "--data", workspace.Data, Generations.Write(workspace, generation));

    /// <summary>Whether the kill ended it; one that had ended by itself must have ended well.</summary>
    private static async Task<bool> KillAsync(Process process, CancellationToken patience)
    {
        process.Kill();
        await process.WaitForExitAsync(patience);
        Assert.Contains(process.ExitCode, (int[])[0, KilledOnUnix, KilledOnWindows]);
        return process.ExitCode != 0;
    }
}
