using System.Globalization;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Ingestion;

public sealed class LoadJobsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_load_is_kept_with_who_what_counts_and_outcomes()
    {
        await using var briefing = Briefing.OnNewStore();
        var file = briefing.WriteFile("news.jsonl", $"{Line("storm")}\n{{broken\n{Line("flood")}");
        var begun = "";

        var job = await briefing.Get<LoadJobs>().RunAsync(Of(file), made => begun = made.Id, told: null, Cancellation);

        Assert.Equal((LoadState.Done, "alice", begun, 3), (job.State, job.Who, job.Id, job.Total));
        Assert.Equal(new Dictionary<IngestOutcomeKind, int> { [IngestOutcomeKind.Added] = 2, [IngestOutcomeKind.Failed] = 1 }, job.Counts);
        await using var other = briefing.Again();
        var found = (await other.Get<LoadJobs>().FindAsync(job.Id, Cancellation))!;
        Assert.Equal((LoadState.Done, 3, file), (found.State, found.Total, Assert.Single(found.Inputs)));
        Assert.NotNull(found.Ended);
        Assert.Equal([2, 1, 3], (await other.Get<LoadJobs>().OutcomesAsync(found, kind: null, page: 0, Cancellation)).Select(outcome => outcome.Line!.Value));
        Assert.Equal(2, Assert.Single(await other.Get<LoadJobs>().OutcomesAsync(found, IngestOutcomeKind.Failed, page: 0, Cancellation)).Line);
        Assert.Equal(job.Id, Assert.Single(await other.Get<LoadJobs>().ListAsync(10, before: null, Cancellation)).Id);
    }

    [Fact]
    public async Task A_jobs_labels_are_added_and_its_groups_are_of_articles_that_name_none()
    {
        await using var briefing = Briefing.OnNewStore();
        var file = briefing.WriteFile("news.jsonl", $"{Line("open", """, "labels": ["sea"]""")}\n{Line("board", """, "groups": ["board"]""")}");
        Assert.True(IngestOptions.TryMake(replace: false, ["sea", " spring  2026 "], ["staff"], out var options, out _));

        await briefing.Get<LoadJobs>().RunAsync(new("alice", [file], options), _ => { }, told: null, Cancellation);

        var open = (await briefing.Articles.FindAsync("open", version: null, Cancellation))!;
        var board = (await briefing.Articles.FindAsync("board", version: null, Cancellation))!;
        Assert.Equal(["sea", "spring 2026"], open.Labels);
        Assert.Equal("staff", Assert.Single(open.Groups));
        Assert.Equal(["sea", "spring 2026"], board.Labels);
        Assert.Equal("board", Assert.Single(board.Groups));
    }

    [Theory]
    [InlineData(" https://news.example/feed", "https://news.example/feed")]
    [InlineData("HTTP://news.example/\t", "HTTP://news.example/")]
    [InlineData("ftp://news.example/", "ftp://news.example/")]
    [InlineData("/srv/./news ", "/srv/news ")]
    [InlineData(" ", " ")]
    public void An_address_stays_one_without_the_blanks_around_it_and_a_path_becomes_a_whole_one(string given, string lasting) => Assert.Equal([lasting], Of(given).LastingInputs);

    [Theory]
    [InlineData(" ", "staff")]
    [InlineData("sea", "\t")]
    public void A_blank_label_or_group_is_refused_with_the_remedy(string label, string group)
    {
        Assert.False(IngestOptions.TryMake(replace: false, [label], [group], out _, out var problem));
        Assert.Contains("leave it out", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outcomes_are_paged_by_kind_and_all_together()
    {
        await using var briefing = Briefing.OnNewStore();
        var file = briefing.WriteFile("news.jsonl", string.Concat(Enumerable.Repeat("{broken\n", 203)) + Line("storm") + "\n" + Line("flood"));
        var jobs = briefing.Get<LoadJobs>();

        var job = await jobs.RunAsync(Of(file), _ => { }, told: null, Cancellation);

        Assert.Equal(new[] { 100, 100, 3, 0 }, await CountsAsync(IngestOutcomeKind.Failed));
        Assert.Equal(new[] { 100, 100, 5, 0 }, await CountsAsync(null));
        var all = await jobs.OutcomesAsync(job, kind: null, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, 205), all.Select(outcome => outcome.Line!.Value));

        async Task<int[]> CountsAsync(IngestOutcomeKind? kind)
        {
            var counts = new List<int>();
            for (var page = 0; page < 4; page++)
            {
                counts.Add((await jobs.OutcomesAsync(job, kind, page, Cancellation)).Length);
            }

            return [.. counts];
        }
    }

    [Fact]
    public async Task A_job_whose_process_was_killed_goes_on_and_each_article_is_counted_once()
    {
        var clock = new FakeTimeProvider();
        await using var killed = Briefing.OnNewStore(services => services.AddSingleton<TimeProvider>(new FakeTimeProvider()));
        await using var next = killed.Again(services => services.AddSingleton<TimeProvider>(clock));
        var file = killed.WriteFile("news.jsonl", string.Concat(Enumerable.Repeat("{broken\n", 150)) + Line("storm") + "\n" + Line("flood"));
        await using var run = await HeldRun.StartAsync(killed, Of(file), outcomes: 120);

        Assert.Equal(LoadState.Running, (await next.Get<LoadJobs>().FindAsync(run.Job, Cancellation))!.State);
        Assert.Null(await next.Get<LoadJobs>().ResumeAsync(run.Job, byItself: true, told: null, Cancellation));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(LoadState.Interrupted, (await next.Get<LoadJobs>().FindAsync(run.Job, Cancellation))!.State);
        Assert.Equal(run.Job, Assert.Single(await next.Get<LoadJobs>().WaitingAsync(Cancellation)).Id);

        var job = (await next.Get<LoadJobs>().ResumeAsync(run.Job, byItself: true, told: null, Cancellation))!;

        Assert.Equal((LoadState.Done, 150, 2, 152), (job.State, job.Counts[IngestOutcomeKind.Failed], job.Counts[IngestOutcomeKind.Added], job.Total));
        var lines = await next.Get<LoadJobs>().OutcomesAsync(job, kind: null, Cancellation).Select(outcome => outcome.Line!.Value).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, 152), lines);
    }

    [Fact]
    public async Task Files_that_were_done_with_are_not_read_again()
    {
        var clock = new FakeTimeProvider();
        await using var killed = Briefing.OnNewStore(services => services.AddSingleton<TimeProvider>(new FakeTimeProvider()));
        await using var next = killed.Again(services => services.AddSingleton<TimeProvider>(clock));
        string[] files = [.. Enumerable.Range(0, 130).Select(number => killed.WriteFile(string.Create(CultureInfo.InvariantCulture, $"many/{number:D3}.txt"), ""))];
        await using var run = await HeldRun.StartAsync(killed, Of(Path.GetDirectoryName(files[0])!), outcomes: 110);
        killed.WriteFile("many/050.txt", "This file was done with.");
        killed.WriteFile("many/125.txt", "This file was not.");
        clock.Advance(TimeSpan.FromMinutes(1));

        var job = (await next.Get<LoadJobs>().ResumeAsync(run.Job, byItself: true, told: null, Cancellation))!;

        Assert.Equal((129, 1), (job.Counts[IngestOutcomeKind.Failed], job.Counts[IngestOutcomeKind.Added]));
        Assert.NotNull(await next.Articles.FindAsync("many/125.txt", version: null, Cancellation));
    }

    [Fact]
    public async Task A_job_is_cancelled_from_another_process()
    {
        var clock = new FakeTimeProvider();
        await using var one = Briefing.OnNewStore(services => services.AddSingleton<TimeProvider>(clock));
        await using var other = one.Again(services => services.AddSingleton<TimeProvider>(clock));
        var file = one.WriteFile("news.jsonl", string.Concat(Enumerable.Repeat("{broken\n", 150)));
        await using var run = await HeldRun.StartAsync(one, Of(file), outcomes: 3);

        await other.Get<LoadJobs>().CancelAsync(run.Job, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Task.Delay(100, Cancellation);
        var job = await run.GoOnAsync();

        Assert.Equal((LoadState.Cancelled, true), (job.State, job.Total < 150));
        Assert.Equal(LoadState.Cancelled, (await other.Get<LoadJobs>().FindAsync(run.Job, Cancellation))!.State);
    }

    [Fact]
    public async Task A_job_that_waits_is_cancelled_at_once_and_can_be_gone_on_with()
    {
        await using var briefing = Briefing.OnNewStore();
        var jobs = briefing.Get<LoadJobs>();
        var waiting = await jobs.StartAsync(Of(briefing.WriteFile("news.jsonl", Line("storm"))), Cancellation);

        Assert.Equal(LoadState.Cancelled, (await jobs.CancelAsync(waiting.Id, Cancellation))!.State);
        Assert.Empty(await jobs.WaitingAsync(Cancellation));
        Assert.Equal(LoadState.Cancelled, (await jobs.ResumeAsync(waiting.Id, byItself: true, told: null, Cancellation))!.State);

        Assert.Equal(LoadState.Done, (await jobs.ResumeAsync(waiting.Id, byItself: false, told: null, Cancellation))!.State);
        Assert.NotNull(await briefing.Articles.FindAsync("storm", version: null, Cancellation));
    }

    [Fact]
    public async Task What_a_caller_cancels_is_cancelled_and_what_a_bot_that_stops_leaves_is_interrupted()
    {
        await using var briefing = Briefing.OnNewStore();
        var (jobs, file) = (briefing.Get<LoadJobs>(), briefing.WriteFile("news.jsonl", string.Concat(Enumerable.Repeat("{broken\n", 5))));
        using var pressed = new CancellationTokenSource();
        Assert.Equal(LoadState.Cancelled, (await jobs.RunAsync(Of(file), _ => { }, (_, _) => pressed.Cancel(), pressed.Token)).State);

        using var stopped = new CancellationTokenSource();
        var waiting = await jobs.StartAsync(Of(file), Cancellation);
        Assert.Equal(LoadState.Interrupted, (await jobs.ResumeAsync(waiting.Id, byItself: true, (_, _) => stopped.Cancel(), stopped.Token))!.State);
        var done = (await jobs.ResumeAsync(waiting.Id, byItself: true, told: null, Cancellation))!;
        Assert.Equal((LoadState.Done, 5), (done.State, done.Total));
    }

    [Fact]
    public async Task A_fault_is_kept_with_the_job_and_thrown()
    {
        await using var briefing = Briefing.OnNewStore();
        var (jobs, file, id) = (briefing.Get<LoadJobs>(), briefing.WriteFile("news.jsonl", Line("storm")), "");

        await Assert.ThrowsAsync<IOException>(() => jobs.RunAsync(Of(file), job => id = job.Id, (_, _) => throw new IOException("The disk is full."), Cancellation));

        var job = (await jobs.FindAsync(id, Cancellation))!;
        Assert.Equal((LoadState.Failed, "The disk is full.", 1), (job.State, job.Fault, job.Total));
        Assert.Equal(LoadState.Waiting, (await jobs.RequeueAsync(id, Cancellation))!.State);
    }

    [Fact]
    public async Task A_job_that_ends_every_process_at_the_same_place_is_given_up()
    {
        await using var briefing = Briefing.OnNewStore();
        var (jobs, records) = (briefing.Get<LoadJobs>(), briefing.Get<JobRecords>());
        var waiting = await jobs.StartAsync(Of(briefing.WriteFile("news.jsonl", Line("storm"))), Cancellation);
        await records.WriteAsync((await records.FindAsync(waiting.Id, Cancellation))! with { Tries = 3 }, Cancellation);

        var job = (await jobs.ResumeAsync(waiting.Id, byItself: true, told: null, Cancellation))!;

        Assert.Equal(LoadState.Failed, job.State);
        Assert.Contains($"briefing jobs resume {job.Id}", job.Fault, StringComparison.Ordinal);
        Assert.Equal(LoadState.Done, (await jobs.ResumeAsync(waiting.Id, byItself: false, told: null, Cancellation))!.State);
    }

    [Fact]
    public async Task A_job_is_kept_for_its_days_and_no_longer()
    {
        var clock = new FakeTimeProvider();
        await using var briefing = Briefing.On(new Dictionary<string, string?> { ["Ingestion:JobDays"] = "2" }, services => services.AddSingleton<TimeProvider>(clock));
        var jobs = briefing.Get<LoadJobs>();
        var job = await jobs.RunAsync(Of(briefing.WriteFile("bad.jsonl", "{broken")), _ => { }, told: null, Cancellation);

        clock.Advance(TimeSpan.FromDays(1.9));
        Assert.NotNull(await jobs.FindAsync(job.Id, Cancellation));
        clock.Advance(TimeSpan.FromDays(0.2));
        Assert.Null(await jobs.FindAsync(job.Id, Cancellation));
        Assert.Empty(await jobs.ListAsync(10, before: null, Cancellation));
    }

    private static JobRequest Of(params string[] inputs) => new("alice", [.. inputs], new IngestOptions());

    private static string Line(string id, string more = "") => $$"""{"id": "{{id}}", "title": "Storm", "text": "The storm closed the port of Oldport."{{more}}}""";

    /// <summary>A load that a process is at and gets no further with, as one that hangs or is killed.</summary>
    private sealed class HeldRun : IAsyncDisposable
    {
        private readonly ManualResetEventSlim _goesOn = new();
        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task<LoadJob> _run = null!;

        public string Job { get; private set; } = "";

        /// <param name="briefing">The process.</param>
        /// <param name="request">The load.</param>
        /// <param name="outcomes">After how many it is held.</param>
        public static async Task<HeldRun> StartAsync(Briefing briefing, JobRequest request, int outcomes)
        {
            var held = new HeldRun();
            held._run = Task.Run(
                () => briefing.Get<LoadJobs>().RunAsync(request, job => held.Job = job.Id, (job, _) => held.Hold(job.Total >= outcomes), CancellationToken.None), Cancellation);
            await Task.WhenAny(held._held.Task, held._run);
            return held;
        }

        public Task<LoadJob> GoOnAsync()
        {
            _goesOn.Set();
            return _run;
        }

        public async ValueTask DisposeAsync()
        {
            await GoOnAsync();
            _goesOn.Dispose();
        }

        private void Hold(bool isReached)
        {
            if (isReached)
            {
                _held.TrySetResult();
                _goesOn.Wait(TimeSpan.FromSeconds(60));
            }
        }
    }
}
