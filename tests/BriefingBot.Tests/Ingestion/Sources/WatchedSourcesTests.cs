using BriefingBot.Ingestion;
using BriefingBot.State;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Ingestion;

/// <summary>When sources are loaded, by whom, and what a restart makes of it.</summary>
public sealed class WatchedSourcesTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_is_loaded_at_once_and_then_when_it_is_due_and_a_restart_changes_nothing()
    {
        var clock = new FakeTimeProvider();
        await using var briefing = On(clock);
        briefing.WriteFile("news/bad.jsonl", "{broken");

        var first = (await RunAsync(briefing))!;
        Assert.Equal(("source news", LoadState.Done, 1), (first.Who, first.State, first.Total));
        Assert.Null(await RunAsync(briefing));
        clock.Advance(Hour * 0.9);
        await using var restarted = briefing.Again(services => services.AddSingleton<TimeProvider>(clock));
        Assert.Null(await RunAsync(restarted));
        Assert.Equal(Hour * 0.1, await restarted.Get<WatchedSources>().UntilDueAsync(SourceOf(restarted), Cancellation));

        // Five were missed, and one is made up.
        clock.Advance(Hour * 5);
        var second = (await RunAsync(restarted))!;
        Assert.NotEqual(first.Id, second.Id);
        Assert.Null(await RunAsync(restarted));
        var standing = await restarted.Get<WatchedSources>().StandingAsync(SourceOf(restarted), Cancellation);
        Assert.Equal((clock.GetUtcNow(), clock.GetUtcNow() + Hour, second.Id), (standing.LastRun, standing.NextRun, standing.LastJob!.Id));
    }

    [Fact]
    public async Task Of_several_instances_one_loads_a_source_and_none_again_until_that_load_has_ended()
    {
        var (clock, others) = (new FakeTimeProvider(), new FakeTimeProvider());
        await using var one = On(clock);
        await using var other = one.Again(services => services.AddSingleton<TimeProvider>(others));
        one.WriteFile("news/bad.jsonl", "{broken\n{broken");
        using var goesOn = new ManualResetEventSlim();
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = Task.Run(() => one.Get<WatchedSources>().RunAsync(SourceOf(one), byItself: true, _ => { }, (_, _) =>
        {
            held.TrySetResult();
            goesOn.Wait(TimeSpan.FromSeconds(30));
        }, Cancellation), Cancellation);
        await Task.WhenAny(held.Task, run);

        // While the lease holds, after it has lapsed, and when the next load is long due.
        foreach (var passed in new[] { TimeSpan.Zero, TimeSpan.FromMinutes(2), Hour * 30 })
        {
            others.Advance(passed);
            Assert.Null(await RunAsync(other));
            Assert.Null(await other.Get<WatchedSources>().StartAsync(SourceOf(other), Cancellation));
        }

        goesOn.Set();
        Assert.Equal(LoadState.Done, (await run)!.State);
        Assert.NotNull(await RunAsync(other));
        var both = await Task.WhenAll(
            Task.Run(() => one.Get<WatchedSources>().StartAsync(SourceOf(one), Cancellation)), Task.Run(() => other.Get<WatchedSources>().StartAsync(SourceOf(other), Cancellation)));
        Assert.Single(both.OfType<LoadJob>());
    }

    [Fact]
    public async Task A_load_that_was_interrupted_is_gone_on_with_and_none_is_begun_beside_it()
    {
        var clock = new FakeTimeProvider();
        await using var briefing = On(clock);
        briefing.WriteFile("news/bad.jsonl", "{broken\n{broken");
        using var stopped = new CancellationTokenSource();
        var left = (await briefing.Get<WatchedSources>().RunAsync(SourceOf(briefing), byItself: true, _ => { }, (_, _) => stopped.Cancel(), stopped.Token))!;
        Assert.Equal(LoadState.Interrupted, left.State);

        clock.Advance(Hour * 2);
        Assert.Null(await RunAsync(briefing));
        Assert.Equal(left.Id, Assert.Single(await briefing.Get<LoadJobs>().WaitingAsync(Cancellation)).Id);
        await briefing.Get<LoadJobs>().ResumeAsync(left.Id, byItself: true, told: null, Cancellation);
        Assert.NotNull(await RunAsync(briefing));
    }

    [Fact]
    public async Task A_process_that_was_killed_before_its_job_was_made_has_the_source_loaded_at_once()
    {
        var clock = new FakeTimeProvider();
        await using var briefing = On(clock);
        briefing.WriteFile("news/bad.jsonl", "{broken");
        await RunAsync(briefing);
        var (state, key) = (briefing.Get<IStateStore>(), new StateKey("sources", "news"));
        var entry = (await state.ReadAsync(key, Cancellation))!;
        var job = (await briefing.Get<WatchedSources>().StandingAsync(SourceOf(briefing), Cancellation)).LastJob!.Id;
        await state.WriteAsync(key, entry.Json.Replace(job, "never-made", StringComparison.Ordinal), WriteCondition.Any, lifetime: null, Cancellation);

        Assert.NotNull(await RunAsync(briefing));
        Assert.Null(await RunAsync(briefing));
    }

    [Fact]
    public async Task A_source_that_was_configured_otherwise_is_due_at_once()
    {
        var clock = new FakeTimeProvider();
        await using var briefing = On(clock);
        briefing.WriteFile("news/bad.jsonl", "{broken");
        await RunAsync(briefing);
        var source = SourceOf(briefing);

        Assert.NotEqual(TimeSpan.Zero, await briefing.Get<WatchedSources>().UntilDueAsync(source, Cancellation));
        Assert.Equal(TimeSpan.Zero, await briefing.Get<WatchedSources>().UntilDueAsync(source with { Options = new IngestOptions { Groups = ["board"] } }, Cancellation));
    }

    [Fact]
    public async Task A_load_that_another_machine_left_for_good_is_ended()
    {
        var clock = new FakeTimeProvider();
        await using var briefing = Briefing.On(Settings("/srv/news"), services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IStateStore>(provider => new HookedState(provider.GetRequiredService<SqliteStateStore>())));
        var sources = briefing.Get<WatchedSources>();
        var waiting = (await sources.StartAsync(sources.All[0], Cancellation))!;
        var records = briefing.Get<JobRecords>();
        await records.WriteAsync((await records.FindAsync(waiting.Id, Cancellation))! with { Machine = "no such machine" }, Cancellation);

        clock.Advance(Hour * 23);
        Assert.Null(await sources.StartAsync(sources.All[0], Cancellation));
        clock.Advance(Hour * 2);
        var next = (await sources.StartAsync(sources.All[0], Cancellation))!;
        var ended = (await briefing.Get<LoadJobs>().FindAsync(waiting.Id, Cancellation))!;
        Assert.Equal(LoadState.Cancelled, ended.State);
        Assert.Contains("look why", ended.Fault, StringComparison.Ordinal);

        // One that was begun and left is not waited for as long.
        var record = (await records.FindAsync(next.Id, Cancellation))!;
        await records.WriteAsync(record with { Machine = "no such machine", Job = record.Job with { State = LoadState.Running } }, Cancellation);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(await sources.StartAsync(sources.All[0], Cancellation));
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.NotNull(await sources.StartAsync(sources.All[0], Cancellation));
    }

    [Fact]
    public async Task A_load_that_an_outage_ended_is_gone_on_with_soon_and_a_new_one_begun_when_it_is_due()
    {
        var clock = new FakeTimeProvider();
        await using var briefing = On(clock);
        briefing.WriteFile("news/bad.jsonl", "{broken\n{broken");
        var sources = briefing.Get<WatchedSources>();
        await Assert.ThrowsAsync<IOException>(() => FailAsync());
        var failed = (await sources.StandingAsync(SourceOf(briefing), Cancellation)).LastJob!;

        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Null(await RunAsync(briefing));
        Assert.Equal(TimeSpan.FromMinutes(1), await sources.UntilDueAsync(SourceOf(briefing), Cancellation));
        clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<IOException>(() => FailAsync());
        clock.Advance(TimeSpan.FromMinutes(5));
        var done = (await RunAsync(briefing))!;
        Assert.Equal((failed.Id, LoadState.Done, 2), (done.Id, done.State, done.Total));
        Assert.Equal(TimeSpan.FromMinutes(50), await sources.UntilDueAsync(SourceOf(briefing), Cancellation));

        // What ends its processes is not tried before it is due, and what is due is read anew.
        var records = briefing.Get<JobRecords>();
        var record = (await records.FindAsync(done.Id, Cancellation))!;
        await records.WriteAsync(record with { Tries = 3, Job = record.Job with { State = LoadState.Failed } }, Cancellation);
        Assert.Equal(TimeSpan.FromMinutes(50), await sources.UntilDueAsync(SourceOf(briefing), Cancellation));
        await records.WriteAsync(record with { Job = record.Job with { State = LoadState.Failed } }, Cancellation);
        clock.Advance(Hour);
        Assert.NotEqual(failed.Id, (await RunAsync(briefing))!.Id);

        Task<LoadJob?> FailAsync() => sources.RunAsync(SourceOf(briefing), byItself: true, _ => { }, (_, _) => throw new IOException("The disk is full."), Cancellation);
    }

    [Fact]
    public async Task A_change_wakes_who_waits_and_the_file_is_named_once_it_is_written()
    {
        await using var briefing = Briefing.OnNewStore();
        var file = briefing.WriteFile("news/sub/dam.txt", "The dam broke.");
        var folder = Path.Combine(briefing.Directory, "inputs", "news");
        var clock = new FakeTimeProvider();
        var files = new ChangedFiles([folder, "https://news.example/"], clock);
        using var watch = new InputWatch([folder, "https://news.example/"], TimeProvider.System);
        Assert.Equal([file], files.Take());

        var waited = watch.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        var other = briefing.WriteFile("news/sub/flood.txt", "The river rose.");
        File.AppendAllText(file, " Nobody was hurt.");
        await waited.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        // While one is still written to, the other is named.
        Assert.Empty(files.Take());
        File.AppendAllText(other, " It fell");
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([file], files.Take());
        Assert.True(files.HasUnsettled);
        File.AppendAllText(other, " again.");
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(files.Take());
        Assert.Empty(files.Take());
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([other], files.Take());
        Assert.False(files.HasUnsettled);
        files.GiveBack([file, other]);
        Assert.Equal([file, other], files.Take().Order(StringComparer.Ordinal));
        Assert.Empty(files.Take());
    }

    private static Briefing On(FakeTimeProvider clock) => Briefing.On(Settings("/srv/news"), services => services.AddSingleton<TimeProvider>(clock));

    private static Dictionary<string, string?> Settings(string folder) => new() { ["Ingestion:Sources:0:Name"] = "news", ["Ingestion:Sources:0:Path"] = folder };

    /// <summary>The source, with a folder of the test's own.</summary>
    private static WatchedSource SourceOf(Briefing briefing) => briefing.Get<WatchedSources>().Find("NEWS")! with { Path = Path.Combine(briefing.Directory, "inputs", "news") };

    private static Task<LoadJob?> RunAsync(Briefing briefing) => briefing.Get<WatchedSources>().RunAsync(SourceOf(briefing), byItself: true, _ => { }, told: null, Cancellation);
}
